// The blocks of a brief's HTML as paragraphs and tables of Word's. What is unknown is written by its words, and told of.
import { type IParagraphOptions, PageBreak, Paragraph, type ParagraphChild, type Table, TextRun } from 'docx'
import { type DomElement, type DomNode, isElement, isText } from '../capture/from-html/dom.ts'
import { drawDecision } from './decision.ts'
import { drawFigure } from './figures.ts'
import { drawInline } from './inline.ts'
import { levelOf, listOf, widthOf } from './lists.ts'
import { indents, millimetres, points } from './measures.ts'
import { paragraphOf } from './paragraph.ts'
import { drawSources } from './sources.ts'
import { colours } from './styles.ts'
import { drawTable } from './tables.ts'
import { textRuns } from './text-runs.ts'
import { indentBy, type Place, textWidth, type Writing } from './writing.ts'

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

export function drawBlocks(nodes: Iterable<DomNode>, writing: Writing, place: Place): (Paragraph | Table)[] {
  return [...nodes].flatMap(node => (isElement(node) ? drawBlock(node, writing, place) : []))
}

function drawBlock(element: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  const name = element.localName
  if (headings.includes(name)) return drawHeading(element, writing)
  switch (name) {
    case 'p':
      return [drawParagraph(element, writing, place)]
    case 'ul':
      return drawList(element, writing, place)
    case 'ol':
      return element.className === 'sources'
        ? drawSources(element, writing)
        : drawList(element, writing, place)
    case 'blockquote':
      return drawBlocks(element.children, writing, {
        ...place,
        style: 'BlockText',
        indent: indentBy(place, indents.quote, writing.document),
      })
    case 'figure':
      return drawFigure(element, writing, place)
    case 'table':
      return drawTable(element, writing, place)
    case 'pre':
      return [drawListing(element, writing, place)]
    case 'hr':
      return [drawRule(writing, place)]
    case 'div':
      return drawDivision(element, writing, place)
    default:
      writing.onUnknown(element)
      return drawUnknown(element, writing, place)
  }
}

function drawHeading(element: DomElement, writing: Writing): Paragraph[] {
  // A heading with nothing under it is left out on paper.
  if (element.className === 'empty') return []
  const rank = Math.max(1, Number(element.localName.slice(1)) - writing.raisedBy)
  return [paragraphOf(element, writing, drawInline(element.childNodes, writing), { style: `Heading${rank}` })]
}

function drawParagraph(element: DomElement, writing: Writing, place: Place): Paragraph {
  const isNumbered = element.className === 'numbered'
  // Word gives the number.
  const isNumber = (inside: DomElement) => isNumbered && inside.className === 'number'
  const inline = drawInline(element.childNodes, writing, isNumber)
  if (isNumbered) {
    return paragraphOf(element, writing, inline, {
      style: 'NumberedParagraph',
      numbering: { reference: listOf('paragraph'), level: 0, instance: 0, custom: true },
    })
  }
  return paragraphOf(element, writing, [...(place.lead?.children ?? []), ...inline], placed(place))
}

/** The style of a plain paragraph and its distance from the margin. */
function placed(place: Place): Pick<IParagraphOptions, 'style' | 'indent'> {
  const { style, indent, lead } = place
  if (indent === 0 && !lead) return { style }
  return { style, indent: { left: indent, hanging: lead?.hanging ?? 0 } }
}

function drawList(element: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  const isOrdered = element.localName === 'ol'
  const isLettered = place.isLettered && place.lists === 0
  const mark = !isOrdered ? 'bullet' : isLettered ? 'letter' : 'number'
  const list = listOf(mark, Number(element.getAttribute('start') ?? 1))
  const instance = writing.nextList()
  const lists = place.lists + 1
  const indent = indentBy(place, widthOf(mark), writing.document)
  const inside: Place = { ...place, lists, indent, style: 'ListContinue' }
  const head: IParagraphOptions = {
    style: isOrdered ? 'ListNumber' : 'ListBullet',
    numbering: { reference: list, level: levelOf(lists), instance, custom: true },
    indent: { left: indent, hanging: widthOf(mark) },
  }
  return [...element.children].flatMap(item => drawItem(item, writing, inside, head))
}

/** An item's first line bears its number; text that stands in it bare is a paragraph as well. */
function drawItem(
  item: DomElement,
  writing: Writing,
  place: Place,
  head: IParagraphOptions,
): (Paragraph | Table)[] {
  const [first, ...others] = piecesOf(item)
  const isLine = first && (first.isInline || first.element.localName === 'p')
  const opening = isLine
    ? first.isInline
      ? drawInline(first.nodes, writing)
      : drawInline(first.element.childNodes, writing)
    : []
  const rest = isLine ? others : first ? [first, ...others] : []
  // A loose item's first paragraph has its own direction and comments; those on the whole item are there as well.
  const line = first && !first.isInline && isLine ? first.element : item
  return [
    paragraphOf(line, writing, writing.comments.around(item, opening), head),
    ...rest.flatMap(piece =>
      piece.isInline
        ? [new Paragraph({ ...placed(place), children: drawInline(piece.nodes, writing) })]
        : drawBlock(piece.element, writing, place),
    ),
  ]
}

type Piece = { isInline: true; nodes: DomNode[] } | { isInline: false; element: DomElement }

const blockNames = [...headings, 'p', 'ul', 'ol', 'blockquote', 'figure', 'table', 'pre', 'hr', 'div']

/** What stands in an element: its blocks, and between them the lines that stand bare. */
function piecesOf(element: DomElement): Piece[] {
  const pieces: Piece[] = []
  for (const node of element.childNodes) {
    const last = pieces.at(-1)
    if (isElement(node) && blockNames.includes(node.localName))
      pieces.push({ isInline: false, element: node })
    else if (last?.isInline) last.nodes.push(node)
    else if (!isText(node) || node.textContent?.trim() !== '') pieces.push({ isInline: true, nodes: [node] })
  }
  return pieces
}

function drawListing(element: DomElement, writing: Writing, place: Place): Paragraph {
  const lines = (element.textContent ?? '').replace(/\n$/, '').split('\n')
  const children = lines.flatMap((line, index): ParagraphChild[] => [
    ...(index === 0 ? [] : [new TextRun({ break: 1 })]),
    ...textRuns(line, {}),
  ])
  return paragraphOf(element, writing, children, {
    style: 'Code',
    indent: { left: place.indent + indents.list },
  })
}

function drawRule(writing: Writing, place: Place): Paragraph {
  const right = textWidth(writing.document) - place.indent - millimetres(24)
  return new Paragraph({
    indent: { left: place.indent, right },
    spacing: { before: 0, after: points(15.5) },
    border: { bottom: { style: 'single', size: 4, space: 1, color: colours.rule } },
  })
}

function drawDivision(element: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  switch (element.className) {
    case 'page-break':
      return [new Paragraph({ spacing: { after: 0 }, children: [new PageBreak()] })]
    case 'decision':
      return drawDecision(element, writing, place)
    default:
      if (element.className.split(' ').includes('callout')) return drawCallout(element, writing, place)
      writing.onUnknown(element)
      return drawUnknown(element, writing, place)
  }
}

function drawCallout(element: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  const [name, ...blocks] = [...element.children]
  const indent = indentBy(place, indents.quote, writing.document)
  const inside = drawBlocks(blocks, writing, { ...place, style: 'CalloutText', indent })
  if (!name) return inside
  const children = drawInline(name.childNodes, writing)
  return [paragraphOf(name, writing, children, { style: 'CalloutName', indent: { left: indent } }), ...inside]
}

function drawUnknown(element: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  return piecesOf(element).flatMap(piece =>
    piece.isInline
      ? [new Paragraph({ ...placed(place), children: drawInline(piece.nodes, writing) })]
      : drawBlock(piece.element, writing, place),
  )
}
