// The colours of a print, said for those who keep it: sRGB (IEC 61966-2-1) as an ICC profile (ICC.1:2004-10, version 4.2).
// Written from the standard's numbers, so that no file of somebody else's has to come with the app.

/** A number with sixteen bits after the point. */
const fixed = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(Math.round(value * 65536))
  return bytes
}
const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const typed = (type: string, ...parts: Buffer[]) => Buffer.concat([Buffer.from(type), word(0), ...parts])
const xyz = (...values: number[]) => typed('XYZ ', ...values.map(fixed))

/** Text in one language: a record of twelve bytes, its words 28 bytes from the start. */
const words = (text: string) => {
  const utf16 = Buffer.from(text, 'utf16le').swap16()
  return typed('mluc', word(1), word(12), Buffer.from('enUS'), word(utf16.length), word(28), utf16)
}

/** The white of the connection space, D50. */
const white = [0.9642, 1, 0.8249] as const

/** The curve of IEC 61966-2-1: Y = (aX + b)^g from d on, and cX below, as g, a, b, c, d. */
const curve = typed('para', word(3 << 16), ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed))

/** What the profile says, by the names of the standard; the primaries and the adaptation (Bradford) are to D50. */
const tags: readonly (readonly [string, Buffer])[] = [
  ['desc', words('sRGB IEC61966-2.1')],
  ['cprt', words('No rights reserved')],
  ['wtpt', xyz(...white)],
  [
    'chad',
    typed(
      'sf32',
      ...[1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168].map(fixed),
    ),
  ],
  ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
  ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
  ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
  ['rTRC', curve],
  ['gTRC', curve],
  ['bTRC', curve],
]

const headerBytes = 128

/** The bytes of the profile: always the same. */
export function srgbProfile(): Uint8Array {
  const tableBytes = 4 + tags.length * 12
  const table: Buffer[] = [word(tags.length)]
  const contents: Buffer[] = []
  const places = new Map<Buffer, number>()
  let end = headerBytes + tableBytes
  for (const [name, content] of tags) {
    if (!places.has(content)) {
      places.set(content, end)
      const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)])
      contents.push(padded)
      end += padded.length
    }
    table.push(Buffer.from(name), word(places.get(content) ?? 0), word(content.length))
  }
  return Buffer.concat([header(end), ...table, ...contents])
}

/** A profile of a screen, from RGB to XYZ; its day is that of the standard and not of a print. */
function header(bytes: number): Buffer {
  const head = Buffer.alloc(headerBytes)
  head.writeUInt32BE(bytes, 0)
  head.writeUInt32BE(0x04200000, 8)
  head.write('mntrRGB XYZ ', 12)
  for (const [index, part] of [1999, 10, 18, 0, 0, 0].entries()) head.writeUInt16BE(part, 24 + 2 * index)
  head.write('acsp', 36)
  for (const [index, part] of white.entries()) head.writeInt32BE(Math.round(part * 65536), 68 + 4 * index)
  return head
}
