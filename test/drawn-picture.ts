// Pictures drawn for tests: their bytes, and a JPEG's word on how its camera was held.
import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** A PNG of 24-bit colours that go from corner to corner, darker at the top left. */
export function drawnPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (1 + 3 * width))
  for (let y = 0; y < height; y++) {
    const row = y * (1 + 3 * width) + 1
    for (let x = 0; x < width; x++) {
      rows[row + 3 * x] = 40 + Math.floor((180 * x) / width)
      rows[row + 3 * x + 1] = 40 + Math.floor((180 * y) / height)
      rows[row + 3 * x + 2] = (x >> 5) % 2 === (y >> 5) % 2 ? 120 : 160
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]))
}

function chunk(kind: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(content.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** A JPEG with Exif's orientation put before all else: 6 is a camera held with its right side down. */
export function turnedJpeg(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const exif = Buffer.alloc(36)
  exif.set([0xff, 0xe1, 0, 34])
  exif.write('Exif\0\0MM\0*', 4, 'latin1')
  exif.writeUInt32BE(8, 14)
  exif.writeUInt16BE(1, 18)
  exif.writeUInt16BE(0x0112, 20)
  exif.writeUInt16BE(3, 22)
  exif.writeUInt32BE(1, 24)
  exif.writeUInt16BE(orientation, 28)
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))
}

export function sha256OfPicture(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
