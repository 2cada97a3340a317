/** The one scheme and host that pages of the app come from. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://dispatch-box`
