// Whether a library is sealed, and whether it can be opened.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { collections } from './folders.ts'
import type { LibraryDescriptionFile } from './library-file.ts'
import { namesIn } from './library-folder.ts'
import { isKeyOf, type SealedLibraryFile } from './library-keys.ts'
import { isMarkedSealed, plainSeal, type Seal, sealMark } from './seal.ts'
import { sealWith } from './sealed.ts'

/** The library has a passphrase, and was opened without its key, or with another's. Nothing of it was read. */
export class LibraryLocked extends RequestProblem {
  readonly folder: string
  readonly file: SealedLibraryFile
  constructor(folder: string, file: SealedLibraryFile) {
    super(
      'locked',
      `The library ${folder} is sealed with a passphrase, and was not unlocked. Nothing was changed; unlock it first.`,
    )
    this.folder = folder
    this.file = file
  }
}

/**
 * The seal of a library's files. Throws a LibraryLocked without its key, and a RequestProblem where its files are sealed
 * and what library.json said of their key is lost.
 */
export async function sealOf(
  folder: string,
  { sealed, name }: LibraryDescriptionFile,
  key: Uint8Array | null,
): Promise<Seal> {
  if (sealed) {
    if (!key || !isKeyOf(sealed, key)) throw new LibraryLocked(folder, sealed)
    return sealWith(key)
  }
  // A new library.json for it would be the wrong one.
  if (name === null && (await hasSealedFiles(folder))) {
    throw new RequestProblem(
      'unreadable',
      `The library ${folder} is sealed with a passphrase, and neither its library.json nor its keys.json can be read, without which nothing opens it. Nothing was changed; put either of them back from a backup.`,
    )
  }
  return plainSeal
}

async function hasSealedFiles(folder: string): Promise<boolean> {
  for (const collection of collections) {
    for (const name of await namesIn(join(folder, collection))) {
      if (name.endsWith('.json') && isMarkedSealed(await firstBytes(join(folder, collection, name))))
        return true
    }
  }
  return false
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r').catch(() => null)
  if (!handle) return new Uint8Array()
  try {
    const bytes = new Uint8Array(sealMark.length)
    await handle.read(bytes, 0, bytes.length, 0)
    return bytes
  } finally {
    await handle.close()
  }
}
