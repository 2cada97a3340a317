// The names in a ZIP's own list, as far as is needed to tell what kind of ZIP it is.

const mostNames = 4000
/** The list's end: 22 bytes, and a comment of at most 65,535 after it. */
const endLength = 22
const longestComment = 0xffff

/** Names of the entries, undecoded beyond Latin; none where the list cannot be found. Nothing is unpacked. */
export function zipNames(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + endLength > buffer.length || end < buffer.length - endLength - longestComment)
    return []
  const names: string[] = []
  let at = buffer.readUInt32LE(end + 16)
  while (names.length < mostNames && at + 46 <= buffer.length && buffer.readUInt32LE(at) === 0x02014b50) {
    const length = buffer.readUInt16LE(at + 28)
    names.push(buffer.toString('latin1', at + 46, at + 46 + length))
    at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return names
}

/** What a ZIP whose first entry is `mimetype` says of itself, as OpenDocument and EPUB do; else null. */
export function zipMimetype(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200))
  if (head.length < 38 || head.toString('latin1', 30, 38) !== 'mimetype') return null
  const length = head.readUInt32LE(18)
  const start = 38 + head.readUInt16LE(28)
  return head.toString('latin1', start, start + Math.min(length, 100))
}
