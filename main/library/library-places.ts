// Every file of a library by what it is, so that it can be written under another seal.
import { createHash } from 'node:crypto'
import type { Collection } from '../../shared/model/records.ts'
import { isLeftOver } from './durable-file.ts'
import { collections, fileTime, keysFileName, libraryFileName, versionOfFolder } from './folders.ts'
import { partsOfTrashed } from './own-templates.ts'
import { type Seal, sealContext, UnopenedFile } from './seal.ts'
import { isOfSnapshot } from './snapshot.ts'

/** A file of a library: `path` is relative to its folder, with slashes. */
export type PlaceInLibrary = {
  /** What the file holds, opened. Throws an UnopenedFile. */
  open(bytes: Uint8Array): Uint8Array
  /** Where it stands under another seal, and its context there. */
  under(seal: Seal, content: Uint8Array): { path: string; context: string }
}

/** Written anew, made anew, or of no use to anybody. */
const dispensable =
  /^(?:(?:library\.json|keys\.json)(?:\.prev)?|(?:index|steps)\/.*|\.lock.*|\.holder|manifest\.json|(?:.*\/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini))$/

/** Whether a file is left behind where a library is written anew. */
export function isDispensable(path: string): boolean {
  const [first = ''] = path.split('/')
  const name = path.split('/').at(-1) ?? ''
  return (
    dispensable.test(path) ||
    path.split('/').some(isLeftOver) ||
    /^\..*\.tmp$/.test(name) ||
    isOfSnapshot(first)
  )
}

/** Null for a file that Dispatch Box does not write. */
export function placeOf(path: string, seal: Seal): PlaceInLibrary | null {
  const parts = path.split('/')
  const [room = '', ...rest] = parts
  const name = parts.at(-1) ?? ''
  const [stem = ''] = name.split('.')
  const ending = name.slice(stem.length)
  const sameRoom = (context: (id: string) => string) => sealedUnder(parts, stem, ending, context, seal)
  if (isCollection(room) && rest.length === 1 && /^\.json(?:\.prev)?$/.test(ending))
    return sameRoom(id => sealContext.record(room, id))
  if (room === 'trash' && rest.length === 1 && /^retired-ids\.json(?:\.prev)?$/.test(name))
    return fixed(path, sealContext.retiredIds, seal)
  if (room === 'trash' && rest.length === 1 && /^renamed-ids\.json(?:\.prev)?$/.test(name))
    return fixed(path, sealContext.renamedIds, seal)
  if (/^words\.json(?:\.prev)?$/.test(path)) return fixed(path, sealContext.knownWords, seal)
  if (/^searches\.json(?:\.prev)?$/.test(path)) return fixed(path, sealContext.keptSearches, seal)
  if (room === 'trash' && rest.length === 2 && ending.endsWith('.json') && isCollection(rest[0]))
    return sameRoom(id => sealContext.record(rest[0] as Collection, id))
  const template = stemOfTemplate(parts)
  if (template !== null)
    return sealedUnder(parts, template, name.slice(template.length), sealContext.template, seal)
  if (room === 'drafts' && rest.length === 1 && ending.endsWith('.json')) return sameRoom(sealContext.draft)
  if (room === 'intents' && rest.length === 1 && ending.endsWith('.json'))
    return fixed(path, sealContext.intent(stem), seal)
  if (room === 'history' && rest.length === 2 && name.endsWith('.json.gz'))
    return version(rest[0] ?? '', name, seal)
  if (room === 'attachments' && rest.length === 1 && /^[0-9a-f]{64}$/.test(name))
    return attachment(name, seal)
  if (room === 'issued' && rest.length === 3) return issued(rest, seal)
  if (room === 'set-aside') return damaged(parts, stem, ending, seal)
  return null
}

/** What names a template in the name of its file, which may have dots in it; null for a file of another kind. */
function stemOfTemplate(parts: readonly string[]): string | null {
  const name = parts.at(-1) ?? ''
  const room = parts.slice(0, -1).join('/')
  if (room === 'templates' && name.endsWith('.md')) return name.slice(0, -'.md'.length)
  return room === 'trash/templates' ? (partsOfTrashed(name)?.[0] ?? null) : null
}

function isCollection(room: string | undefined): room is Collection {
  return collections.includes(room as Collection)
}

function sealedUnder(
  parts: readonly string[],
  stem: string,
  ending: string,
  contextOf: (id: string) => string,
  seal: Seal,
): PlaceInLibrary | null {
  const id = seal.idOf(stem)
  if (id === null) return null
  return {
    open: bytes => seal.open(bytes, contextOf(id)),
    under: other => ({
      path: [...parts.slice(0, -1), `${other.nameOf(id)}${ending}`].join('/'),
      context: contextOf(id),
    }),
  }
}

function fixed(path: string, context: string, seal: Seal): PlaceInLibrary {
  return { open: bytes => seal.open(bytes, context), under: () => ({ path, context }) }
}

function version(folder: string, name: string, seal: Seal): PlaceInLibrary | null {
  const id = seal.idOf(folder)
  const at = fileTime.read(name.slice(0, -'.json.gz'.length))
  if (id === null || at === null) return null
  const context = sealContext.version(id, at)
  return {
    open: bytes => seal.open(bytes, context),
    under: other => ({ path: `history/${other.nameOf(id)}/${name}`, context }),
  }
}

function attachment(name: string, seal: Seal): PlaceInLibrary {
  return {
    open: bytes => seal.open(bytes, sealContext.attachment(name)),
    under: (other, content) => {
      const kept = other.attachmentNameOf(createHash('sha256').update(content).digest('hex'))
      return { path: `attachments/${kept}`, context: sealContext.attachment(kept) }
    },
  }
}

/** A file of an issued version: `rest` is the brief's folder, that of the version, and the file. */
function issued([folder = '', of = '', name = '']: readonly string[], seal: Seal): PlaceInLibrary | null {
  const id = seal.idOf(folder)
  const version = versionOfFolder(of)
  if (id === null || version === null) return null
  const context = sealContext.issued(id, version, name)
  return {
    open: bytes => seal.open(bytes, context),
    under: other => ({ path: `issued/${other.nameOf(id)}/${of}/${name}`, context }),
  }
}

/** Set aside because it could not be read: whatever it holds may be words all the same. */
function damaged(parts: readonly string[], stem: string, ending: string, seal: Seal): PlaceInLibrary {
  const isHeader = parts.length === 2 && [libraryFileName, keysFileName].some(name => name.startsWith(stem))
  const id = isHeader ? null : seal.idOf(stem)
  const open = (bytes: Uint8Array) => {
    const contexts = [damagedContext(parts.join('/'))]
    if (id !== null && isCollection(parts[1])) contexts.push(sealContext.record(parts[1], id))
    for (const context of contexts) {
      try {
        return seal.open(bytes, context)
      } catch (error) {
        if (!(error instanceof UnopenedFile)) throw error
      }
    }
    // What nobody can open is kept as it is.
    return bytes
  }
  return {
    open,
    under: other => {
      const kept = id === null ? stem : nameOfAny(id, other)
      const path = [...parts.slice(0, -1), `${kept}${ending}`].join('/')
      return { path, context: damagedContext(path) }
    },
  }
}

function damagedContext(path: string): string {
  return `set aside ${path}`
}

/** Another program may have given the file any name. */
function nameOfAny(id: string, seal: Seal): string {
  if (!seal.isSealed) return id
  // Told apart, and no longer than a name may be; what it was called stands in nothing but a damaged file.
  return seal.nameOf(id.length <= 54 ? id : createHash('sha256').update(id).digest('hex').slice(0, 40))
}
