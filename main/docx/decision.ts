// A decision: boxes to tick, and lines to sign on.
import { Paragraph, type ParagraphChild, TabStopType, TextRun } from 'docx'
import type { DomElement } from '../capture/from-html/dom.ts'
import { drawInline } from './inline.ts'
import { millimetres, points } from './measures.ts'
import { textRuns } from './text-runs.ts'
import type { Place, Writing } from './writing.ts'

/** From the margin of the block: where the name ends, and where the date does. */
const signatureStops = [millimetres(82), millimetres(86), millimetres(130)]

export function drawDecision(element: DomElement, writing: Writing, place: Place): Paragraph[] {
  const options = [...element.querySelectorAll('li')]
  const boxes = options.flatMap((option, index): ParagraphChild[] => [
    ...(index === 0 ? [] : [new TextRun('\u2003\u2003 ')]),
    new TextRun('\u2610\u00a0'),
    // An answer stays beside its box.
    ...textRuns((option.textContent ?? '').trim().replaceAll(' ', '\u00a0'), {}),
  ])
  const signature = element.querySelector('.signature')
  const indent = { left: place.indent }
  const answers = new Paragraph({
    style: 'Decision',
    indent,
    ...(signature && { keepNext: true }),
    children: boxes,
  })
  if (!signature) return [answers]
  return [
    answers,
    new Paragraph({
      style: 'Decision',
      indent,
      spacing: { before: points(16) },
      tabStops: signatureStops.map((stop, index) => ({
        type: TabStopType.LEFT,
        position: place.indent + stop,
        leader: index === 1 ? 'none' : 'underscore',
      })),
      children: drawSignature(signature, writing),
    }),
  ]
}

/** Words, and a line to write on where the HTML has a blank. */
function drawSignature(signature: DomElement, writing: Writing): ParagraphChild[] {
  const parts = [...signature.children]
  return parts.flatMap((part, index): ParagraphChild[] => {
    if (part.className !== 'blank') return [...drawInline([part], writing), new TextRun(' ')]
    const isLast = index === parts.length - 1
    return [new TextRun({ children: ['\t'] }), ...(isLast ? [] : [new TextRun({ children: ['\t'] })])]
  })
}
