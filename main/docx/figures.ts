// Figures: quotes, lines of data, charts and pictures, each with what stands beneath it.
import type { Paragraph, Table } from 'docx'
import { type DomElement, isElement } from '../capture/from-html/dom.ts'
import { drawChart } from './chart-drawing.ts'
import { drawInline } from './inline.ts'
import { indents } from './measures.ts'
import { paragraphOf } from './paragraph.ts'
import type { Place, Writing } from './writing.ts'

/** The style of what stands in a figure of a class, and of its caption. */
const stylesOf: Readonly<Record<string, { inside: string; caption: string; indent: number }>> = {
  quote: { inside: 'Quote', caption: 'QuoteSource', indent: indents.quote },
  'datum-line': { inside: 'DataLine', caption: 'QuoteSource', indent: indents.quote },
  'chart-figure': { inside: 'ChartTitle', caption: 'Caption', indent: 0 },
  picture: { inside: 'Picture', caption: 'Caption', indent: 0 },
}

export function drawFigure(figure: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  const [name = ''] = figure.className.split(' ')
  // The list under it says all that its picture does, and more exactly.
  if (name === 'timeline-figure')
    return writing.drawBlocks([...figure.querySelectorAll('.timeline-title')], {
      ...place,
      style: 'ChartTitle',
    })
  const styles = stylesOf[name]
  if (!styles) writing.onUnknown(figure)
  const { inside, caption, indent } = styles ?? { inside: 'Normal', caption: 'Caption', indent: 0 }
  const own: Place = { ...place, style: inside, indent: place.indent + indent }
  return [...figure.childNodes].filter(isElement).flatMap(part => {
    switch (part.localName) {
      case 'figcaption':
        return [
          paragraphOf(part, writing, drawInline(part.childNodes, writing), {
            style: caption,
            indent: { left: own.indent },
          }),
        ]
      case 'blockquote':
        return writing.drawBlocks(part.children, own)
      case 'svg':
        return [drawChart(part, writing, place)]
      case 'img':
        return [
          paragraphOf(part, writing, drawInline([part], writing), {
            style: 'Picture',
            indent: { left: place.indent },
          }),
        ]
      default:
        return writing.drawBlocks([part], own)
    }
  })
}
