/** The media types of pictures that the window shows. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

/** What a picture is by its first bytes; null where it is none that the window shows. A name proves nothing. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  const begin = String.fromCharCode(...bytes.subarray(0, 12))
  if (begin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (begin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (begin.startsWith('GIF87a') || begin.startsWith('GIF89a')) return 'image/gif'
  return begin.startsWith('RIFF') && begin.slice(8) === 'WEBP' ? 'image/webp' : null
}
