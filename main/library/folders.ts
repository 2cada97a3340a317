// What lies where in a library's folder.
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Collection } from '../../shared/model/records.ts'

export const collections: readonly Collection[] = [
  'sources',
  'quotes',
  'figures',
  'events',
  'people',
  'briefs',
]

export const libraryFileName = 'library.json'

/** In a sealed library, the copy of library.json: without its keys, everything would be lost. */
export const keysFileName = 'keys.json'

/** Steps that can be undone; it may be deleted at any time. */
export const stepsFolder = 'steps'

/** The folders a library has from its first day. */
export const libraryFolders = [
  ...collections,
  'templates',
  'attachments',
  'trash',
  'history',
  'issued',
  'drafts',
  'intents',
] as const

/** The folder of an issued version of a brief, within the brief's own. */
export function folderOfVersion(version: number): string {
  return `v${version}`
}

/** Null for a name that `folderOfVersion` did not give. */
export function versionOfFolder(name: string): number | null {
  return /^v[1-9]\d{0,8}$/.test(name) ? Number(name.slice(1)) : null
}

/** An instant in a file's name, where no system takes a colon. */
export const fileTime = {
  of: (instant: string): string => instant.replaceAll(':', '-'),
  /** Null where the words are no instant. */
  read: (words: string): string | null => {
    const instant = words.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')
    return Number.isNaN(Date.parse(instant)) ? null : instant
  },
}

/** The library the app opens when none is named: in the folder where this system keeps an app's own data. */
export function defaultLibraryFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return join(appDataFolder(environment, platform), 'Dispatch Box', 'library')
}

function appDataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return environment.XDG_CONFIG_HOME || join(homedir(), '.config')
}
