// What a BrowserWindow may be made with. Options that would open the page to Node are refused, not obeyed.
import { isAbsolute } from 'node:path'
import type { BrowserWindowConstructorOptions } from 'electron'
import { notInTheStandIn, refuseUnknownKeys } from './strict.ts'

const windowOptions = [
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'webPreferences',
  'useContentSize',
]

/** Each with the one value that is obeyed, or undefined where any is. */
const preferences: Record<string, boolean | undefined> = {
  preload: undefined,
  additionalArguments: undefined,
  spellcheck: undefined,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  navigateOnDragDrop: false,
}

/** Throws for an option that the stand-in would ignore, or that the product must never ask for. */
export function checkWindowOptions(options: BrowserWindowConstructorOptions): void {
  refuseUnknownKeys('BrowserWindow option', options, windowOptions)
  const web = options.webPreferences ?? {}
  refuseUnknownKeys('webPreferences', web, Object.keys(preferences))
  for (const [name, value] of Object.entries(web)) {
    const obeyed = preferences[name]
    if (value !== undefined && obeyed !== undefined && value !== obeyed) {
      throw notInTheStandIn(`webPreferences ${name}: ${value}`)
    }
  }
  if (web.preload !== undefined && !isAbsolute(web.preload)) {
    throw new Error(`The preload script must be an absolute path: ${web.preload}`)
  }
}
