// Keys of sealed libraries that a person had this computer keep, each sealed by its keychain.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { writeDurably } from './durable-file.ts'
import { dataKeyLength } from './sealed.ts'

/** Seals with what only this person on this computer has. */
export type KeyCipher = {
  /** Why it cannot, as a sentence; null where it can. */
  whyNot(): string | null
  encrypt(text: string): Uint8Array
  decrypt(bytes: Uint8Array): string
}

export function keptKeys(folder: string, cipher: KeyCipher) {
  const fileOf = (library: string) => join(folder, `${library}.key`)
  return {
    whyNot: () => cipher.whyNot(),

    async read(library: string): Promise<Uint8Array | null> {
      const bytes = await readFile(fileOf(library)).catch(() => null)
      if (!bytes || cipher.whyNot() !== null) return null
      try {
        const key = new Uint8Array(Buffer.from(cipher.decrypt(bytes), 'base64'))
        return key.length === dataKeyLength ? key : null
      } catch {
        // Another person's keychain, or another computer's.
        return null
      }
    },

    async keep(library: string, key: Uint8Array): Promise<void> {
      const whyNot = cipher.whyNot()
      if (whyNot !== null) throw new RequestProblem('refused', `${whyNot} The key was not kept.`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeDurably(fileOf(library), cipher.encrypt(Buffer.from(key).toString('base64')))
    },

    forget: (library: string): Promise<void> => rm(fileOf(library), { force: true }),
  }
}
