// How large the pictures of the previewed brief are, so that their places are kept before they come.
import { signal } from '@preact/signals'
import type { KnownPictures } from '../../shared/brief/picture-html.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import { request } from '../bridge/bridge.ts'

const known = signal<KnownPictures>({})

/** The sizes of a text's pictures; null while they are asked for. */
export function pictureSizes(text: string): KnownPictures | null {
  return picturesIn(text).every(sha256 => sha256 in known.value) ? known.value : null
}

/** The files that a text may show, as one word: another one where they are others. */
export function picturesKey(text: string): string {
  return picturesIn(text).join()
}

/** Asks for the sizes of a text's pictures; a file that was missing may be there again. */
export async function readPictureSizes(text: string): Promise<void> {
  const pictures = picturesIn(text)
  if (pictures.length === 0) return
  const result = await request('picture.describe', { pictures })
  // Unanswered, they are missing until they are asked for again: the text beside them is what matters.
  const sizes = result.ok ? result.value : Object.fromEntries(pictures.map(sha256 => [sha256, null]))
  known.value = { ...known.value, ...sizes }
}

/** Makes one missing that could not be drawn. */
export function missPicture(sha256: string): void {
  known.value = { ...known.value, [sha256]: null }
}

function picturesIn(text: string): string[] {
  return attachmentsIn(text).map(({ sha256 }) => sha256)
}
