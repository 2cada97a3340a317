// The icon files of Windows and of a Mac, which are PNG pictures of several sizes in one file.

/** @typedef {{ size: number, png: Buffer }} Picture of `size` by `size` px */

/**
 * An .ico file: a head, an entry of 16 bytes for each picture, and the pictures.
 * @param {readonly Picture[]} pictures none larger than 256 px
 * @returns {Buffer}
 */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, at) => {
    if (size > 256) throw new RangeError(`An .ico holds no picture of ${size} px.`)
    const entry = 6 + 16 * at
    // 256 is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** The types of an .icns file by the size of their PNG pictures in px, twice as large ones included. */
const icnsTypes = /** @type {Record<number, readonly string[]>} */ ({
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
})

/**
 * An .icns file: `icns`, the length of all, then for each picture its type, its length with these eight bytes, and the picture.
 * @param {readonly Picture[]} pictures of which those are taken that a Mac has a type for
 * @returns {Buffer}
 */
export function icnsOf(pictures) {
  const parts = pictures.flatMap(({ size, png }) => (icnsTypes[size] ?? []).map(type => part(type, png)))
  return part('icns', Buffer.concat(parts))
}

/** @param {string} type @param {Buffer} content */
function part(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
