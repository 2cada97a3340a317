// The key of the library that a window has open: held in memory, and asked of the computer's keychain once.
import type { Library } from './library/library.ts'
import { LibraryLocked } from './library/sealed-library.ts'
import type { HeldKey, KeptKeys } from './requests/ports.ts'

/**
 * Opens a library with the key that is held, and the first time with one that was kept. A library that was locked stays
 * locked: who locks it wants its passphrase asked for.
 */
export function heldKey(
  openWith: (key: Uint8Array | null) => Promise<Library>,
  kept: KeptKeys,
): { key: HeldKey; open: () => Promise<Library> } {
  let held: Uint8Array | null = null
  let isFirst = true
  const hold = (key: Uint8Array | null) => {
    if (key !== held) held?.fill(0)
    held = key
  }
  return {
    key: { get: () => held, hold },
    open: async () => {
      const mayAsk = isFirst
      isFirst = false
      try {
        return await openWith(held)
      } catch (error) {
        const key = error instanceof LibraryLocked && mayAsk ? await kept.read(error.file.id) : null
        if (!key) throw error
        hold(key)
        return openWith(key)
      }
    },
  }
}
