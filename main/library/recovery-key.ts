// The recovery key as people write it down: nine groups of four, the last of which tells whether the others are right.
import { createHash, randomBytes } from 'node:crypto'
import { fromBase32, toBase32 } from './base32.ts'

/** Douglas Crockford's Base32: no I, L, O or U, which are taken for something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyBytes = 20
const groupLength = 4
const words = (keyBytes * 8) / 5

/** 160 random bits. */
export function newRecoveryKey(): Uint8Array {
  return new Uint8Array(randomBytes(keyBytes))
}

/** `7KQ2-…`: 32 characters for the key and four for its check, in groups with hyphens. */
export function writeRecoveryKey(key: Uint8Array): string {
  const all = toBase32(key, alphabet) + checkOf(key)
  return (all.match(/.{4}/g) ?? []).join('-')
}

/** The key that was typed, with any spaces, hyphens and small letters; or what is wrong with it, as a sentence. */
export function readRecoveryKey(typed: string): Uint8Array | { wrong: string } {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const unknown = [...plain].find(character => !alphabet.includes(character))
  if (unknown !== undefined) return { wrong: `“${unknown}” is in no recovery key.` }
  if (plain.length !== words + groupLength)
    return { wrong: `A recovery key has ${words + groupLength} characters; these are ${plain.length}.` }
  const key = fromBase32(plain.slice(0, words), alphabet)
  return key && plain.endsWith(checkOf(key)) ? key : { wrong: 'A character of the recovery key is wrong.' }
}

function checkOf(key: Uint8Array): string {
  const sum = createHash('sha256').update('recovery key').update(key).digest()
  return toBase32(sum, alphabet).slice(0, groupLength)
}
