// A tree of HTML as the blocks that a person sees. Every run of words stands in a line of its own, and tables that only
// lay out a page are blocks like others.
import { holdersOfBlocks, isBlock } from './block-elements.ts'
import { type DomElement, isElement, isText } from './dom.ts'
import { removeHidden } from './hidden-parts.ts'
import { captionOf, isDataTable, rowsOf } from './html-tables.ts'

/** A part of a text. `words` of a line is a `p` with nothing but inline elements in it; `heading` is 0 in a paragraph. */
export type ShownBlock =
  | { kind: 'line'; heading: number; words: DomElement }
  | { kind: 'list'; start: number | null; items: ShownBlock[][] }
  | { kind: 'quote'; blocks: ShownBlock[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'rule' }

/** The blocks of an element, which stays as it is. Throws a RangeError where it is nested too deeply. */
export function shownBlocks(element: DomElement): ShownBlock[] {
  const shown = element.cloneNode(true) as DomElement
  removeHidden(shown)
  writeOutMarks(shown)
  const holders = holdersOfBlocks(shown)
  return blocksIn(shown, 0, holders)
}

/** Sets as letters what a page shows by its style alone and what would be misread without. */
function writeOutMarks(root: DomElement): void {
  const text = (letters: string) => root.ownerDocument.createTextNode(letters)
  for (const quoted of [...root.querySelectorAll('q')].reverse()) {
    const isInner = quoted.parentNode?.closest('q') != null
    quoted.replaceWith(text(isInner ? '‘' : '“'), ...quoted.childNodes, text(isInner ? '’' : '”'))
  }
  for (const part of [...root.querySelectorAll('mfrac')]) {
    const [upper] = part.children
    upper?.replaceWith(text(/\d$/.test(lettersBefore(part)) ? ' ' : ''), upper, text('/'))
  }
  // A note's number, or a power, behind a number would make another number of it.
  for (const raised of [...root.querySelectorAll('sup, msup > :last-child')]) {
    const written = raised.textContent ?? ''
    if (/^\s*[-−–+]?\d[\d\s,–-]*$/.test(written) && /\d$/.test(lettersBefore(raised)))
      raised.textContent = written.replace(/[-−\d+]/g, sign => raisedSigns[sign] ?? sign)
  }
}

const raisedSigns: Record<string, string> = Object.fromEntries(
  [...'0123456789-−+'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺'][at] ?? sign]),
)

/** The words that stand before an element, in its own parent or in what that stands in. */
function lettersBefore(element: DomElement): string {
  for (let at: DomElement | null = element; at && !isBlock(at); at = at.parentNode) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      if (isElement(before) && isBlock(before)) return ''
      if (before.textContent) return before.textContent
    }
  }
  return ''
}

function blocksIn(parent: DomElement, heading: number, holders: ReadonlySet<DomElement>): ShownBlock[] {
  const blocks: ShownBlock[] = []
  let line = parent.ownerDocument.createElement('p')
  const endLine = () => {
    for (const words of paragraphsOf(line)) blocks.push({ kind: 'line', heading, words })
    line = parent.ownerDocument.createElement('p')
  }
  for (const child of [...parent.childNodes]) {
    if (isText(child)) line.appendChild(child)
    else if (!isElement(child)) continue
    else if (!isBlock(child) && !holders.has(child)) line.appendChild(child)
    else {
      endLine()
      blocks.push(...blocksOf(child, heading, holders))
    }
  }
  endLine()
  return blocks
}

function blocksOf(block: DomElement, heading: number, holders: ReadonlySet<DomElement>): ShownBlock[] {
  switch (block.localName) {
    case 'hr':
      return [{ kind: 'rule' }]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return blocksIn(block, Number(block.localName[1]), holders)
    case 'blockquote': {
      const blocks = blocksIn(block, 0, holders)
      return blocks.length > 0 ? [{ kind: 'quote', blocks }] : []
    }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return listOf(block, holders)
    case 'pre':
      return holders.has(block) ? blocksIn(block, heading, holders) : codeOf(block)
    case 'table': {
      const blocks = isDataTable(block) ? tableOf(block, holders) : null
      return blocks ?? blocksIn(block, heading, holders)
    }
    default:
      return blocksIn(block, heading, holders)
  }
}

function listOf(list: DomElement, holders: ReadonlySet<DomElement>): ShownBlock[] {
  const items: ShownBlock[][] = []
  for (const child of [...list.children]) {
    const isItem = child.localName === 'li'
    const blocks = isItem ? blocksIn(child, 0, holders) : blocksOf(child, 0, holders)
    // What stands in a list and is no item belongs to the item before it: so old programs nest their lists.
    const last = items.at(-1)
    if (!isItem && last) last.push(...blocks)
    else if (blocks.length > 0) items.push(blocks)
  }
  const first = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  const start = list.localName === 'ol' ? (first >= 0 && first < 1_000_000 ? first : 1) : null
  return items.length > 0 ? [{ kind: 'list', start, items }] : []
}

function codeOf(block: DomElement): ShownBlock[] {
  for (const end of [...block.querySelectorAll('br')]) end.replaceWith('\n')
  const text = (block.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '')
  return text === '' ? [] : [{ kind: 'code', text: withoutUnseen(text) }]
}

function tableOf(table: DomElement, holders: ReadonlySet<DomElement>): ShownBlock[] | null {
  const caption = captionOf(table)
  const rows = rowsOf(table).map(row => row.map(cell => foldWhite(cell)))
  // The bar that parts cells could be written in one only with a mark that would then stand among its words.
  if (rows.flat().some(cell => cell.includes('|'))) return null
  const isEmpty = rows.every(row => row.every(cell => cell === ''))
  return [
    ...(caption ? blocksIn(caption, 0, holders) : []),
    ...(isEmpty ? [] : [{ kind: 'table' as const, rows }]),
  ]
}

/** A paragraph for each run of words between blank lines; one line break alone stays one. */
function paragraphsOf(line: DomElement): DomElement[] {
  const document = line.ownerDocument
  const paragraphs: DomElement[] = []
  let current = document.createElement('p')
  let breaks = 0
  const hasWords = () => (current.textContent ?? '').trim() !== ''
  for (const child of [...line.childNodes]) {
    if (isElement(child) && child.localName === 'br') breaks += 1
    else if (breaks > 0 && isText(child) && (child.textContent ?? '').trim() === '') continue
    else {
      if (breaks > 1 && hasWords()) {
        paragraphs.push(current)
        current = document.createElement('p')
      } else if (breaks === 1 && hasWords()) current.appendChild(document.createElement('br'))
      breaks = 0
      current.appendChild(child)
    }
  }
  if (hasWords()) paragraphs.push(current)
  for (const paragraph of paragraphs) foldTexts(paragraph)
  return paragraphs
}

function foldTexts(element: DomElement): void {
  for (const child of element.childNodes) {
    if (isText(child)) child.textContent = foldWhite(child.textContent ?? '', false)
    else if (isElement(child)) foldTexts(child)
  }
}

/** White space as a page shows it: a run is one space, and what only says where a word may be broken is nothing. */
export function foldWhite(text: string, isTrimmed = true): string {
  const folded = withoutUnseen(text).replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
  return isTrimmed ? folded.trim() : folded
}

/** Soft hyphens, zero-width spaces, byte order marks and control characters are in no word. */
function withoutUnseen(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\ufeff]/g, '')
}
