// What a picture measures, by its own first bytes (PNG 11.2.2, GIF89a 18, JPEG's frame header: ITU-T T.81, B.2.2).
import { imageTypeOf } from '../capture/image-type.ts'

/** A picture as Word takes it; sizes are in pixels. */
export type WordPicture = { type: 'png' | 'jpg' | 'gif'; width: number; height: number }

/** Null where Word shows no such picture, or its bytes do not say how large it is. */
export function wordPicture(bytes: Uint8Array): WordPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (imageTypeOf(bytes)) {
      case 'image/png':
        return sized('png', view.getUint32(16), view.getUint32(20))
      case 'image/gif':
        return sized('gif', view.getUint16(6, true), view.getUint16(8, true))
      case 'image/jpeg':
        return jpegSize(view)
      default:
        return null
    }
  } catch (error) {
    // Read beyond its end.
    if (error instanceof RangeError) return null
    throw error
  }
}

function jpegSize(view: DataView): WordPicture | null {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    // A frame's header is one of C0 to CF, but for three that are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sized('jpg', view.getUint16(at + 7), view.getUint16(at + 5))
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

function sized(type: WordPicture['type'], width: number, height: number): WordPicture | null {
  return width > 0 && height > 0 ? { type, width, height } : null
}
