// Pictures of a brief, as the preview and the printer show them.

import type { WrittenPicture } from '../markdown/drawing.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import { type Paper, papers } from './paper.ts'

/** CSS px, upright: as a picture is seen, whatever way its camera was held. */
export type PictureSize = { width: number; height: number }

/** What is known of pictures by their SHA-256: null where the library has none that can be shown. */
export type KnownPictures = Readonly<Record<string, PictureSize | null>>

/** CSS px of a page that a picture leaves to the heading over it and the caption under it. */
const roomBeside = 110

/** Where a page of the app finds the bytes of a kept file. */
function pictureAddress(sha256: string): string {
  return `attachments/${sha256}`
}

/** What stands in the place of a picture that cannot be shown. */
export function missingPictureWords(words: string): string {
  return words.trim() === '' ? 'Picture missing' : `Picture missing: ${words}`
}

/**
 * The HTML of a picture: of a known one with the size it takes on a page, so that nothing moves when it comes; of one that
 * nobody was asked about without.
 */
export function renderPicture(
  { sha256, words, caption, isAlone }: WrittenPicture,
  known: PictureSize | null | undefined,
  paper: Paper,
): string {
  const shown = sha256 !== null && known !== null ? imageOf(sha256, words, known, paper) : null
  if (!isAlone)
    return shown ?? `<span class="picture-missing">${escapeHtml(missingPictureWords(words))}</span>`
  const content = shown ?? `<p class="picture-missing">${escapeHtml(missingPictureWords(words))}</p>`
  const beneath = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`
  return `<figure class="picture">${content}${beneath}</figure>\n`
}

function imageOf(sha256: string, words: string, size: PictureSize | undefined, paper: Paper): string {
  const shown = size && onPaper(size, paper)
  const measures = shown ? ` width="${shown.width}" height="${shown.height}"` : ''
  return `<img src="${pictureAddress(sha256)}" alt="${escapeHtml(words)}"${measures}>`
}

/** No wider than the text, no higher than a page, and never larger than it is. */
function onPaper({ width, height }: PictureSize, paper: Paper): PictureSize {
  const { text } = papers[paper]
  const scale = Math.min(1, text.width / width, (text.height - roomBeside) / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
