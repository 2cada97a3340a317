import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx'
import type { DomElement } from '../capture/from-html/dom.ts'
import { isRightToLeft } from './text-runs.ts'
import type { Writing } from './writing.ts'

/** An element's paragraph: in the direction of its words, with its bookmark, and with the comments on it. */
export function paragraphOf(
  element: DomElement,
  writing: Writing,
  children: readonly ParagraphChild[],
  options: Omit<IParagraphOptions, 'children'>,
): Paragraph {
  const direction = element.closest('[dir]')?.getAttribute('dir')
  const isBidirectional =
    direction === 'rtl' || (direction !== 'ltr' && isRightToLeft(element.textContent ?? ''))
  const marked = element.id === '' ? children : writing.bookmarks.around(element.id, children)
  return new Paragraph({
    ...options,
    ...(isBidirectional && { bidirectional: true }),
    children: writing.comments.around(element, marked),
  })
}
