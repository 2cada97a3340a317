/** The licences of what the app is made of (scripts/licences-bundle.mjs). */
declare module 'virtual:licences' {
  export const texts: readonly string[]
  /** `text` is the place of its words in `texts`. */
  export const licences: readonly { name: string; version: string; licence: string; text: number }[]
}
