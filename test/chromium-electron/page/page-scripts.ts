// Puts together the two scripts that run in each page before its own.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { cloneToText, textToClone } from './clone-text.ts'
import { startMainWorld } from './main-world.ts'
import type { PageSettings } from './messages.ts'
import { watchPage } from './page-watch.ts'
import { startPreloadWorld } from './preload-world.ts'
import { connectWorlds } from './world-bridge.ts'

const unguessable = () => `_${randomBytes(16).toString('hex')}`

/** Names that tie a window's two worlds and Node together; new ones for each window. */
export function createPageSettings(process: Record<string, unknown>, holdsClosing: boolean): PageSettings {
  return {
    binding: unguessable(),
    receiver: unguessable(),
    side: unguessable(),
    mainSide: unguessable(),
    process,
    holdsClosing,
  }
}

/** The script for the page's own world. */
export function mainWorldScript(settings: PageSettings): string {
  const sides = `${JSON.stringify(settings.mainSide)}, ${JSON.stringify(settings.side)}`
  return `if (window.top === window) (${startMainWorld})((${connectWorlds})(${sides}))`
}

/** Wraps a preload script as Electron's sandbox does; throws SyntaxError where it does not parse. */
function wrapPreload(path: string): string {
  const parameters = 'require, process, module, exports, global, setImmediate, clearImmediate'
  const wrapped = `function preload(${parameters}) {${readFileSync(path, 'utf8')}\n}`
  new Script(`(${wrapped})`, { filename: path })
  return wrapped
}

/** The script for the isolated world, with the preload script at `path` in it. */
export function isolatedWorldScript(settings: PageSettings, path: string | undefined): string {
  const parts = `{ cloneToText: ${cloneToText}, textToClone: ${textToClone}, connectWorlds: ${connectWorlds}, watchPage: ${watchPage} }`
  const preload = path === undefined ? 'undefined' : wrapPreload(path)
  return `(${startPreloadWorld})(${JSON.stringify(settings)}, ${parts}, ${preload})`
}
