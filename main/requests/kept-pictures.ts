// The pictures of a brief, from the files that the library keeps.
import type { KnownPictures, PictureSize } from '../../shared/brief/picture-html.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import { sha256Of } from '../capture/capture-one.ts'
import { imageSizeOf } from '../capture/image-size.ts'
import type { Library } from '../library/library.ts'

/** Pictures with their bytes, by their SHA-256; null where the library has none that can be shown. */
export type KeptPictures = Readonly<Record<string, (PictureSize & { bytes: Uint8Array }) | null>>

/** The kept files that a text mentions, as pictures: what is gone, is not what was kept, or is none, is null. */
export function keptPictures(library: Library, text: string): Promise<KeptPictures> {
  return picturesIn(text, sha256 => library.holdings.readAttachment(sha256))
}

/** The same from wherever `read` finds the bytes of a file. */
export async function picturesIn(text: string, read: ReadFile): Promise<KeptPictures> {
  const pictures: Record<string, KeptPictures[string]> = {}
  for (const { sha256 } of attachmentsIn(text)) pictures[sha256] = await pictureOf(sha256, read)
  return pictures
}

/** By its SHA-256; null where there is none. */
type ReadFile = (sha256: string) => Promise<Uint8Array | null>

/** The same without their bytes; a file that did not change is not read again. */
export async function knownPictures(library: Library, pictures: readonly string[]): Promise<KnownPictures> {
  const read: ReadFile = sha256 => library.holdings.readAttachment(sha256)
  const before = knownBefore.get(library) ?? new Map<string, Known>()
  knownBefore.set(library, before)
  const known: Record<string, PictureSize | null> = {}
  for (const sha256 of pictures) {
    const stamp = await library.holdings.stampOfAttachment(sha256)
    const last = before.get(sha256)
    const size = last?.stamp === stamp ? last.size : sizeOf(await pictureOf(sha256, read))
    before.set(sha256, { stamp, size })
    known[sha256] = size
  }
  return known
}

type Known = { stamp: string | null; size: PictureSize | null }

/** Every key asks for them. */
const knownBefore = new WeakMap<Library, Map<string, Known>>()

function sizeOf(picture: PictureSize | null): PictureSize | null {
  return picture && { width: picture.width, height: picture.height }
}

async function pictureOf(sha256: string, read: ReadFile): Promise<KeptPictures[string]> {
  // Whatever keeps it from being read, it cannot be shown.
  const bytes = await read(sha256).catch(() => null)
  const size = bytes && imageSizeOf(bytes)
  return bytes && size && sha256Of(bytes) === sha256 ? { ...size, bytes } : null
}
