// nativeTheme: light or dark, told to every page.
import { StrictEmitter, sealPrototype } from './strict.ts'
import { WebContents } from './web-contents.ts'

type Source = 'system' | 'light' | 'dark'

class NativeTheme extends StrictEmitter {
  #source: Source = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): Source {
    return this.#source
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid theme source: ${source}`)
    if (source === this.#source) return
    this.#source = source
    WebContents.colorScheme = source
    for (const contents of WebContents.getAllWebContents()) contents.useColorScheme(source)
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}
sealPrototype('nativeTheme', NativeTheme)

export const nativeTheme = new NativeTheme()
