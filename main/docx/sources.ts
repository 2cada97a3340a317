// The list of sources, with Word's own numbers: the small numbers in the text lead here.
import type { Paragraph } from 'docx'
import type { DomElement } from '../capture/from-html/dom.ts'
import { drawInline } from './inline.ts'
import { listOf } from './lists.ts'
import { paragraphOf } from './paragraph.ts'
import type { Writing } from './writing.ts'

export function drawSources(list: DomElement, writing: Writing): Paragraph[] {
  return [...list.children].map(item =>
    paragraphOf(
      item,
      writing,
      drawInline(item.childNodes, writing, inside => inside.className === 'number'),
      {
        style: 'SourceEntry',
        numbering: { reference: listOf('source'), level: 0, instance: 0, custom: true },
      },
    ),
  )
}
