// app.getPath: where Electron would put things on this system.
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { notInTheStandIn } from './strict.ts'

const set = new Map<string, string>()

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
}

/** Throws for a name that Electron, or the stand-in, does not know. */
export function pathOf(name: string, appName: string): string {
  const given = set.get(name)
  if (given !== undefined) return given
  switch (name) {
    case 'home':
      return homedir()
    case 'appData':
      return appData()
    case 'userData':
    case 'sessionData':
      return join(pathOf('appData', appName), appName)
    case 'temp':
      return tmpdir()
    case 'exe':
      return process.execPath
    case 'logs':
      return join(pathOf('userData', appName), 'logs')
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return join(homedir(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
    default:
      throw notInTheStandIn(`app.getPath('${name}')`)
  }
}

export function setPathOf(name: string, path: string, appName: string): void {
  pathOf(name, appName)
  if (!isAbsolute(path)) throw new Error('Path must be absolute')
  // Electron makes the folder too.
  mkdirSync(path, { recursive: true })
  set.set(name, path)
}
