// The seal of a library with a passphrase: XChaCha20-Poly1305 a file, and names that tell nothing.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { xchacha20, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { RequestProblem } from '../../shared/result.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { isMarkedSealed, type Seal, sealMark, UnopenedFile } from './seal.ts'

const nonceLength = 24
const tagLength = 16
const headLength = sealMark.length + nonceLength

/** Names: what is encrypted is padded to a multiple of this, so that its length tells little. */
const namePad = 16
const nameTagLength = 12
/** The longest id, in bytes as a name keeps it: with a time or a session behind it, a name has to stay below 256. */
const longestId = 110

export const dataKeyLength = 32

/**
 * The seal made of a library's key (`dataKeyLength` random bytes). The same bytes are sealed differently each time; an id
 * has always the same name. What it does not hide: how many files there are, their sizes, and the times in their names.
 */
export function sealWith(dataKey: Uint8Array): Seal {
  const derived = (use: string) => new Uint8Array(hkdfSync('sha256', dataKey, '', `Dispatch Box ${use}`, 32))
  const contentKey = derived('content')
  const attachmentKey = derived('attachments')
  const names = nameCipher(derived('names'), derived('name tags'))
  // The library is asked for the same names again and again.
  const known = new Map<string, string>()

  return {
    isSealed: true,
    overhead: headLength + tagLength,

    nameOf(id) {
      const name = known.get(id) ?? names.encrypt(id)
      known.set(id, name)
      return name
    },

    idOf: name => names.decrypt(name),

    attachmentNameOf: sha256 => createHmac('sha256', attachmentKey).update(sha256).digest('hex'),

    seal(bytes, context) {
      const nonce = new Uint8Array(randomBytes(nonceLength))
      const sealed = new Uint8Array(headLength + bytes.length + tagLength)
      sealed.set(sealMark)
      sealed.set(nonce, sealMark.length)
      const cipher = xchacha20poly1305(contentKey, nonce, boundTo(context))
      cipher.encrypt(bytes, sealed.subarray(headLength))
      return sealed
    },

    open(bytes, context) {
      if (!isMarkedSealed(bytes))
        throw new UnopenedFile('it is not sealed as this library is: another program put it there', true)
      const nonce = bytes.slice(sealMark.length, headLength)
      try {
        return xchacha20poly1305(contentKey, nonce, boundTo(context)).decrypt(bytes.subarray(headLength))
      } catch {
        throw new UnopenedFile('it is not what was sealed there: it is damaged, or another file', false)
      }
    },
  }
}

function boundTo(context: string): Uint8Array {
  return new TextEncoder().encode(`DBX1 ${context}`)
}

/** Deterministic and reversible: the nonce is made of what is encrypted, and tells on the way back whether it was. */
function nameCipher(nameKey: Uint8Array, tagKey: Uint8Array) {
  const tagOf = (padded: Uint8Array) =>
    new Uint8Array(createHmac('sha256', tagKey).update(padded).digest().subarray(0, nameTagLength))
  const nonceOf = (tag: Uint8Array) =>
    new Uint8Array(createHmac('sha256', tagKey).update('nonce').update(tag).digest().subarray(0, nonceLength))

  return {
    encrypt(id: string): string {
      const padded = packId(id)
      const tag = tagOf(padded)
      return toBase32(Buffer.concat([tag, xchacha20(nameKey, nonceOf(tag), padded)]), alphabet)
    },

    decrypt(name: string): string | null {
      const bytes = fromBase32(name, alphabet)
      if (!bytes || bytes.length <= nameTagLength || (bytes.length - nameTagLength) % namePad !== 0)
        return null
      const tag = bytes.subarray(0, nameTagLength)
      const padded = xchacha20(nameKey, nonceOf(tag), bytes.subarray(nameTagLength))
      return Buffer.compare(tagOf(padded), tag) === 0 ? unpackId(padded) : null
    },
  }
}

/** The shorter of UTF-8 and UTF-16 (scripts differ), its length, and zeros. Throws a RequestProblem for a longer id. */
function packId(id: string): Uint8Array {
  const [utf8, utf16] = [Buffer.from(id, 'utf8'), Buffer.from(id, 'utf16le')]
  const isUtf8 = utf8.length <= utf16.length
  const bytes = isUtf8 ? utf8 : utf16
  if (bytes.length > longestId) {
    throw new RequestProblem(
      'refused',
      `“${id}” is too long an id for a sealed library. Nothing was changed; give it a shorter one.`,
    )
  }
  const padded = new Uint8Array(Math.ceil((bytes.length + 2) / namePad) * namePad)
  padded.set([isUtf8 ? 8 : 16, bytes.length])
  padded.set(bytes, 2)
  return padded
}

function unpackId(padded: Uint8Array): string {
  const [bits, length = 0] = padded
  return Buffer.from(padded.subarray(2, 2 + length)).toString(bits === 8 ? 'utf8' : 'utf16le')
}

/** RFC 4648, in small letters and without padding: the same name on disks that do not tell capitals apart. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
