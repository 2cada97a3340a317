// Bytes in letters and digits that survive being written down, and disks that do not tell capitals apart.

/** Any alphabet of 32; without padding. */
export function toBase32(bytes: Uint8Array, alphabet: string): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0x1fff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
  }
  return bits === 0 ? text : text + alphabet[(value << (5 - bits)) & 31]
}

/** Null for what `toBase32` does not write. */
export function fromBase32(text: string, alphabet: string): Uint8Array | null {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const character of text) {
    const digit = alphabet.indexOf(character)
    if (digit === -1) return null
    value = ((value << 5) | digit) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >> bits) & 0xff)
  }
  const read = Uint8Array.from(bytes)
  return toBase32(read, alphabet) === text ? read : null
}
