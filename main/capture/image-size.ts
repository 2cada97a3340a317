// How large a picture is, from the first of its bytes: for the four kinds that the window shows (image-type.ts).
import type { PictureSize } from '../../shared/brief/picture-html.ts'
import { imageTypeOf } from './image-type.ts'

/** Upright, as Exif says a camera was held; null where the bytes do not say, or are no picture. */
export function imageSizeOf(bytes: Uint8Array): PictureSize | null {
  const type = imageTypeOf(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = type && sizes[type](view)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    // It ends before it has said so.
    if (error instanceof RangeError) return null
    throw error
  }
}

const sizes = {
  /** ISO/IEC 15948, 11.2.2: the header comes first. */
  'image/png': (view: DataView) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  /** GIF89a, 18: the logical screen. */
  'image/gif': (view: DataView) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/webp': webpSize,
  'image/jpeg': jpegSize,
}

/** RFC 9649, 2.5 to 2.7. */
function webpSize(view: DataView): PictureSize | null {
  switch (asciiAt(view, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      }
    default:
      return null
  }
}

/** ITU-T T.81, B.2.2: the frame header, after segments of any kind, one of which may be Exif's. */
function jpegSize(view: DataView): PictureSize | null {
  let isOnItsSide: boolean | null = null
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Bytes that fill up to the next marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return isOnItsSide ? { width: height, height: width } : { width, height }
    }
    const length = view.getUint16(at + 2)
    // A second one says nothing (4.7.2 B).
    if (marker === 0xe1 && isOnItsSide === null && asciiAt(view, at + 4, 4) === 'Exif')
      isOnItsSide = orientationAt(view, at + 10, at + 2 + length) > 4
    at += 2 + length
  }
}

/** Exif 2.32, 4.6.4 A: the tag 0x0112 of the first directory, before the end of its segment; 1 where there is none. Above 4 the sides are swapped. */
function orientationAt(view: DataView, tiff: number, end: number): number {
  const isLittle = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, isLittle)
  const count = view.getUint16(directory, isLittle)
  for (let entry = directory + 2; entry < Math.min(end, directory + 2 + 12 * count); entry += 12) {
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle)
  }
  return 1
}

function asciiAt(view: DataView, at: number, length: number): string {
  return Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('')
}
