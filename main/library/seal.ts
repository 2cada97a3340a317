// What stands between a library's content and its files: nothing for a plain library, encryption for a sealed one.
import type { Collection } from '../../shared/model/records.ts'

/**
 * Every file that holds a library's words is written through `seal` and read through `open`, under a name of `nameOf`.
 * `context` says which file it is (see `sealContext`): sealed bytes open under no other.
 */
export type Seal = {
  isSealed: boolean
  /** What a record's files are called: no dot in it, and no two alike where capitals do not count. */
  nameOf(id: string): string
  /** Null for a name that `nameOf` did not give. */
  idOf(name: string): string | null
  /** What an original file is called, in 64 hexadecimal digits. */
  attachmentNameOf(sha256: string): string
  /** Throws an UnopenedFile where the bytes were not sealed by this library for this context. */
  open(bytes: Uint8Array, context: string): Uint8Array
  seal(bytes: Uint8Array, context: string): Uint8Array
  /** How many bytes `seal` adds. */
  overhead: number
}

/** A seal for one file. */
export type Cover = { seal(bytes: Uint8Array): Uint8Array; open(bytes: Uint8Array): Uint8Array }

/** A file's bytes are not what was sealed there; or they are sealed, and the library is not. */
export class UnopenedFile extends Error {
  readonly isForeign: boolean
  /** @param isForeign whether the file may be whole, and this library has no key for it */
  constructor(reason: string, isForeign: boolean) {
    super(reason)
    this.isForeign = isForeign
  }
}

/** A record keeps its context in the trash, and so does the file that its last save replaced. */
export const sealContext = {
  record: (collection: Collection, id: string): string => `record ${collection} ${id}`,
  version: (id: string, at: string): string => `version ${id} ${at}`,
  draft: (id: string): string => `draft ${id}`,
  steps: (id: string): string => `steps ${id}`,
  intent: (name: string): string => `intent ${name}`,
  /** By the name of the file, from which nobody can tell what it holds. */
  attachment: (name: string): string => `attachment ${name}`,
  /** A file of an issued version, by its name there. */
  issued: (brief: string, version: number, name: string): string => `issued ${brief} ${version} ${name}`,
  /** In its place and in the trash. */
  template: (name: string): string => `template ${name}`,
  retiredIds: 'retired ids',
  renamedIds: 'renamed ids',
  knownWords: 'known words',
  keptSearches: 'kept searches',
}

/** The first bytes of every sealed file; no JSON, and no gzip, begins so. */
export const sealMark: readonly number[] = [...new TextEncoder().encode('DBX1')]

export function isMarkedSealed(bytes: Uint8Array): boolean {
  return sealMark.every((byte, index) => bytes[index] === byte)
}

export const plainSeal: Seal = {
  isSealed: false,
  nameOf: id => id,
  idOf: name => name,
  attachmentNameOf: sha256 => sha256,
  open: (bytes, context) => {
    // An original file may be anything.
    if (isMarkedSealed(bytes) && !context.startsWith('attachment '))
      throw new UnopenedFile('it is sealed with a passphrase, and the library around it is not', true)
    return bytes
  },
  seal: bytes => bytes,
  overhead: 0,
}

export function coverOf(seal: Seal, context: string): Cover {
  return { seal: bytes => seal.seal(bytes, context), open: bytes => seal.open(bytes, context) }
}
