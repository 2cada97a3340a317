// Pictures that a brief keeps by content, in a line or in a figure.
import { ImageRun, type ParagraphChild } from 'docx'
import { pageMargin, papers } from '../../shared/brief/paper.ts'
import type { DomElement } from '../capture/from-html/dom.ts'
import { wordPicture } from './picture-size.ts'
import { textRuns, wordText } from './text-runs.ts'
import type { Writing } from './writing.ts'

const attachments = 'attachments/'

/** The SHA-256 of the file that a picture's element shows; null where it is none that a library keeps. */
export function attachmentOf(element: DomElement): string | null {
  const address = element.getAttribute('src') ?? ''
  return address.startsWith(attachments) ? address.slice(attachments.length) : null
}

/** The picture, no wider than the text and no higher than half of a page; in its stead its words where it cannot be shown. */
export function drawPicture(element: DomElement, { pictures, document }: Writing): ParagraphChild[] {
  const words = element.getAttribute('alt') ?? ''
  const bytes = pictures.get(attachmentOf(element) ?? '')
  if (!bytes) return textRuns(`Picture missing: ${words}`, { style: 'LeftOut' })
  const picture = wordPicture(bytes)
  if (!picture) {
    return textRuns(`Picture left out, since Word shows no picture of its kind: ${words}`, {
      style: 'LeftOut',
    })
  }
  const { type, width, height } = picture
  const paper = papers[document.paper]
  const most = {
    width: paper.width - 2 * pageMargin.inline,
    height: (paper.height - 2 * pageMargin.block) * 0.6,
  }
  const scale = Math.min(1, most.width / width, most.height / height)
  return [
    new ImageRun({
      type,
      data: bytes,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: wordText(words).slice(0, 60), description: wordText(words) },
    }),
  ]
}
