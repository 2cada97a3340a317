// Pictures that a page or a mail carries within itself.
import type { CapturedImage } from '../captured.ts'
import type { DomElement } from './dom.ts'
import { foldAll } from './words-kept.ts'

/** Smaller ones are the dots that tell a sender that a mail was opened. */
export const smallestImageBytes = 100

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
}

/** The file ending of a picture's media type, without its dot; null where it is none that can be shown. */
export function imageEnding(mediaType: string): string | null {
  return endings[mediaType.toLowerCase().split(';')[0]?.trim() ?? ''] ?? null
}

/** A picture that an address in a page stands for; null where it lies elsewhere. */
export type ImageAt = (
  address: string,
) => { name: string | null; mediaType: string; bytes: Uint8Array } | null

/**
 * The pictures of an element that are in the file itself, each once, in their order: `data:` addresses, and those that
 * `imageAt` knows. Nothing is fetched. A picture without a name is called `image-N`, from 1.
 */
export function imagesIn(element: DomElement, imageAt: ImageAt = () => null): CapturedImage[] {
  const images = new Map<string, CapturedImage>()
  for (const picture of element.querySelectorAll('img')) {
    const address = (picture.getAttribute('src') ?? picture.getAttribute('data-src') ?? '').trim()
    if (address === '' || images.has(address) || isDot(picture)) continue
    const found = dataImage(address) ?? imageAt(address)
    const ending = found ? imageEnding(found.mediaType) : null
    if (!found || ending === null || found.bytes.length < smallestImageBytes) continue
    const name = found.name ?? `image-${images.size + 1}.${ending}`
    images.set(address, { name, bytes: found.bytes, alt: foldAll(picture.getAttribute('alt') ?? '') })
  }
  return [...images.values()]
}

function isDot(picture: DomElement): boolean {
  const size = (name: string) => picture.getAttribute(name)?.trim() ?? ''
  return /^[01](?:px)?$/.test(size('width')) && /^[01](?:px)?$/.test(size('height'))
}

function dataImage(address: string): ReturnType<ImageAt> {
  const found = /^data:([\w/+.-]+)((?:;[^,;]*)*),(.*)$/is.exec(address)
  if (!found) return null
  const [, mediaType = '', options = '', data = ''] = found
  if (/;\s*base64/i.test(options))
    return { name: null, mediaType, bytes: new Uint8Array(Buffer.from(data, 'base64')) }
  try {
    return { name: null, mediaType, bytes: new TextEncoder().encode(decodeURIComponent(data)) }
  } catch {
    return null
  }
}
