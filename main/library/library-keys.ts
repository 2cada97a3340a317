// How a sealed library's key is kept: sealed with the passphrase, and with the recovery key.
import { hkdfSync, randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { argon2idAsync } from '@noble/hashes/argon2.js'
import type * as z from 'zod'
import type { libraryKeys } from '../../shared/model/v2/library.ts'
import type { libraryFile } from '../../shared/model/v5/library.ts'
import { RequestProblem } from '../../shared/result.ts'
import { dataKeyLength, sealWith } from './sealed.ts'

export type LibraryKeys = z.infer<typeof libraryKeys>
export type SealedLibraryFile = z.infer<typeof libraryFile> & { keys: LibraryKeys }

/** What Argon2id costs: KiB of memory, passes over it, lanes. */
export type Cost = { memoryKiB: number; passes: number; lanes: number }

/** OWASP's Password Storage Cheat Sheet: below this a passphrase can be guessed too fast, so nothing below is opened. */
const leastCost: Cost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 }
/** About a second. */
const usualCost: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }
/** A damaged or planted file must not take all memory. */
const mostCost: Cost = { memoryKiB: 1024 * 1024, passes: 20, lanes: 16 }

const shortest = 12

/** Which costs are taken. For tests alone: what a library costs to open is never below `leastCost` otherwise. */
export type Costs = { usual: Cost; least: Cost }
const costs: Costs = { usual: usualCost, least: leastCost }

/** Tells how far the making of a key is: from 0 to 1. */
export type Progress = (done: number) => void

export function newDataKey(): Uint8Array {
  return new Uint8Array(randomBytes(dataKeyLength))
}

/** Throws a RequestProblem where a passphrase is too short to protect anything. */
export function checkPassphrase(passphrase: string): void {
  if ([...prepared(passphrase)].length >= shortest) return
  throw new RequestProblem(
    'refused',
    `A passphrase has at least ${shortest} characters: four or five words that have nothing to do with each other are good. Nothing was changed.`,
  )
}

/** The keys of a library that opens with the passphrase, and with the recovery key. */
export async function makeKeys(
  library: string,
  dataKey: Uint8Array,
  { passphrase, recoveryKey }: { passphrase: string; recoveryKey: Uint8Array },
  { usual }: Costs = costs,
): Promise<LibraryKeys> {
  const argon2id = { ...usual, salt: base64(randomBytes(16)) }
  return {
    argon2id,
    byPassphrase: wrap(await passphraseKey(passphrase, argon2id), dataKey, passphraseUse(library)),
    byRecoveryKey: wrap(recoveryWrapKey(recoveryKey, library), dataKey, recoveryUse(library)),
    check: base64(sealWith(dataKey).seal(new Uint8Array(), checkContext(library))),
  }
}

/** The same library with another passphrase: nothing but this is written anew. */
export async function changePassphrase(
  file: SealedLibraryFile,
  dataKey: Uint8Array,
  passphrase: string,
  { usual }: Costs = costs,
): Promise<SealedLibraryFile> {
  const argon2id = { ...usual, salt: base64(randomBytes(16)) }
  const byPassphrase = wrap(await passphraseKey(passphrase, argon2id), dataKey, passphraseUse(file.id))
  return { ...file, keys: { ...file.keys, argon2id, byPassphrase } }
}

/** The library's key; null where the passphrase is not its own. Throws a RequestProblem where it cannot be tried. */
export async function keyByPassphrase(
  { id, keys }: SealedLibraryFile,
  passphrase: string,
  progress: Progress = () => undefined,
  { least }: Costs = costs,
): Promise<Uint8Array | null> {
  const { memoryKiB, passes, lanes } = keys.argon2id
  const isIn = (cost: Cost, compare: (one: number, other: number) => boolean) =>
    compare(memoryKiB, cost.memoryKiB) && compare(passes, cost.passes) && compare(lanes, cost.lanes)
  const isTaken = isIn(least, (one, other) => one >= other) && isIn(mostCost, (one, other) => one <= other)
  if (!isTaken) {
    throw new RequestProblem(
      'unreadable',
      'What library.json says about the passphrase is nothing that Dispatch Box writes. Nothing was changed; put library.json back from a backup.',
    )
  }
  return unwrap(
    await passphraseKey(passphrase, keys.argon2id, progress),
    keys.byPassphrase,
    passphraseUse(id),
  )
}

/** The library's key; null where the recovery key is not its own. */
export function keyByRecoveryKey(
  { id, keys }: SealedLibraryFile,
  recoveryKey: Uint8Array,
): Uint8Array | null {
  return unwrap(recoveryWrapKey(recoveryKey, id), keys.byRecoveryKey, recoveryUse(id))
}

/** Whether a key is the library's own. */
export function isKeyOf({ id, keys }: SealedLibraryFile, dataKey: Uint8Array): boolean {
  try {
    return sealWith(dataKey).open(fromBase64(keys.check), checkContext(id)).length === 0
  } catch {
    return false
  }
}

const checkContext = (library: string) => `check ${library}`
const passphraseUse = (library: string) => `the key of ${library} by its passphrase`
const recoveryUse = (library: string) => `the key of ${library} by its recovery key`

/** RFC 8265, OpaqueString: the same passphrase from any keyboard. */
function prepared(passphrase: string): string {
  return passphrase.replace(/\p{Zs}/gu, ' ').normalize('NFC')
}

async function passphraseKey(
  passphrase: string,
  { memoryKiB: m, passes: t, lanes: p, salt }: LibraryKeys['argon2id'],
  onProgress: Progress = () => undefined,
): Promise<Uint8Array> {
  const password = new TextEncoder().encode(prepared(passphrase))
  // Once, so that whoever asked is told that it has begun.
  await setTimeout(0)
  return argon2idAsync(password, fromBase64(salt), { m, t, p, dkLen: 32, onProgress, asyncTick: 10 })
}

function recoveryWrapKey(recoveryKey: Uint8Array, library: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', recoveryKey, library, 'Dispatch Box recovery key', 32))
}

const nonceLength = 24

function wrap(key: Uint8Array, dataKey: Uint8Array, use: string): string {
  const nonce = new Uint8Array(randomBytes(nonceLength))
  const sealed = xchacha20poly1305(key, nonce, new TextEncoder().encode(use)).encrypt(dataKey)
  return base64(Buffer.concat([nonce, sealed]))
}

function unwrap(key: Uint8Array, wrapped: string, use: string): Uint8Array | null {
  const bytes = fromBase64(wrapped)
  try {
    const cipher = xchacha20poly1305(key, bytes.slice(0, nonceLength), new TextEncoder().encode(use))
    return cipher.decrypt(bytes.subarray(nonceLength))
  } catch {
    return null
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}
