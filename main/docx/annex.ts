// The annex on a page of its own: each piece of evidence under its number, which Word gives, and the answered checks.
import type { Paragraph, Table } from 'docx'
import type { Annex } from '../../shared/brief/annex.ts'
import { renderAnnex } from '../../shared/brief/annex-html.ts'
import { type DomElement, parsePage } from '../capture/from-html/dom.ts'
import { drawInline } from './inline.ts'
import { listOf } from './lists.ts'
import { paragraphOf } from './paragraph.ts'
import type { Writing } from './writing.ts'

/** The annex as HTML; its pieces of evidence have ids, so that they can be linked. */
export function annexElement(annex: Annex): DomElement | null {
  const section = parsePage(renderAnnex(annex, '')).querySelector('section.annex')
  for (const number of section?.querySelectorAll('.number') ?? []) {
    const item = number.closest('li')
    if (item) item.id = `evidence-${number.textContent}`
  }
  return section
}

export function drawAnnex(section: DomElement, writing: Writing): (Paragraph | Table)[] {
  let isFirst = true
  return [...section.children].flatMap(part => {
    switch (part.localName) {
      case 'h2':
      case 'h3': {
        const heading = paragraphOf(part, writing, drawInline(part.childNodes, writing), {
          style: part.localName === 'h2' ? 'Heading1' : 'Heading2',
          pageBreakBefore: isFirst,
        })
        isFirst = false
        return [heading]
      }
      case 'ol':
      case 'ul':
        return [...part.children].flatMap(item => drawEntry(item, writing, part.localName === 'ol'))
      default:
        writing.onUnknown(part)
        return []
    }
  })
}

function drawEntry(item: DomElement, writing: Writing, isEvidence: boolean): Paragraph[] {
  const lines = [...item.children].filter(child => child.localName === 'p')
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1
    const inline = drawInline(line.childNodes, writing)
    const isWords = line.className === 'annex-words'
    const isHead = isEvidence && index === 0
    return paragraphOf(line, writing, isHead ? writing.bookmarks.around(item.id, inline) : inline, {
      style: isWords ? 'EvidenceWords' : 'EvidenceDetail',
      ...(!isLast && { keepNext: true }),
      ...(isLast && { keepNext: false, spacing: { after: 170 } }),
      ...(isHead
        ? { numbering: { reference: listOf('evidence'), level: 0, instance: 0, custom: true } }
        : !isEvidence && { indent: { left: 0 } }),
    })
  })
}
