// Pictures in the page itself, which then needs no other file.
import { RequestProblem } from '../../shared/result.ts'
import { imageTypeOf } from '../capture/image-type.ts'

/** Characters: with more of pictures a page is none that a browser opens, nor one that fits into one text. */
const mostCharacters = 256 * 1024 * 1024

/** HTML with the bytes of its pictures, by their SHA-256. Throws a RequestProblem where they are too many or too large. */
export function withPicturesInside(
  html: string,
  pictures: Readonly<Record<string, Uint8Array>>,
  most = mostCharacters,
): string {
  const addresses = new Map<string, string>()
  let length = 0
  return html.replace(/ src="attachments\/([0-9a-f]{64})"/g, (_, sha256: string) => {
    const address = addresses.get(sha256) ?? addressOf(pictures[sha256] ?? new Uint8Array())
    addresses.set(sha256, address)
    length += address.length
    if (length > most) throw tooLarge(most)
    return ` src="${address}"`
  })
}

function addressOf(bytes: Uint8Array): string {
  return `data:${imageTypeOf(bytes) ?? 'image/png'};base64,${Buffer.from(bytes).toString('base64')}`
}

function tooLarge(most: number): RequestProblem {
  return new RequestProblem(
    'refused',
    `With its pictures the page would have more than ${Math.round(most / 1024 / 1024)} MB, which is more than one page holds. Nothing was written and the brief is as it was; export it as a PDF, or use smaller pictures.`,
  )
}
