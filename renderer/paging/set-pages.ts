// Puts a brief's pages into its document: where they end, the notes at their feet, the numbers of its contents.
import type { PageOfPieces } from './break-pages.ts'
import type { MeasuredPiece } from './measure.ts'

/** Makes each page after the first begin with its first piece. */
export function setBreaks(pieces: readonly MeasuredPiece[], pages: readonly PageOfPieces[]): void {
  const cuts = pages.slice(1).flatMap(({ from }) => pieces[from] ?? [])
  // All places are found before the first is changed: a cut moves what stands after it.
  const places = cuts.map(piece => ({ piece, at: piece.line ? lineStart(piece) : null }))
  for (const { piece, at } of places.reverse()) {
    if (at) endPageBefore(at.offset > 0 ? at.text.splitText(at.offset) : at.text)
    else if (piece.element.matches('.run')) endPageBefore(piece.element)
    else beginPageWith(piece.element)
  }
}

type TextPlace = { text: Text; offset: number }

/** Where a line begins in the text of its block; null where that is not found. */
export function lineStart({ element, top, bottom }: MeasuredPiece): TextPlace | null {
  const middle = (top + bottom) / 2 - scrollY
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const isBefore = (text: Text, offset: number) => {
    range.setStart(text, offset)
    range.setEnd(text, offset + 1)
    const boxes = range.getClientRects()
    const last = boxes[boxes.length - 1]
    // White space at a line's end has no box.
    return last === undefined || last.bottom < middle
  }
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (text.data.trim() === '') continue
    range.selectNodeContents(text)
    const boxes = [...range.getClientRects()]
    if (!boxes.some(box => box.bottom >= middle)) continue
    let [low, high] = [0, text.length]
    while (low < high) {
      const half = (low + high) >> 1
      if (isBefore(text, half)) low = half + 1
      else high = half
    }
    return { text, offset: low }
  }
  return null
}

function endPageBefore(node: Node): void {
  const end = document.createElement('span')
  end.className = 'page-end'
  node.parentNode?.insertBefore(end, node)
}

/** The page begins with the outermost block that the element opens, without the space over it. */
function beginPageWith(element: Element): void {
  let outermost = element
  for (
    let parent = element.parentElement;
    parent && parent !== document.body;
    parent = parent.parentElement
  ) {
    const first = [...parent.childNodes].find(isShown)
    if (first !== outermost || parent.matches('main, table, tbody')) break
    outermost = parent
  }
  for (let each: Element | null = element; each; each = each === outermost ? null : each.parentElement) {
    if (each instanceof HTMLElement) each.style.marginTop = '0'
  }
  if (outermost instanceof HTMLElement) outermost.style.breakBefore = 'page'
}

function isShown(node: Node): boolean {
  if (node instanceof Text) return node.data.trim() !== ''
  return node instanceof Element && getComputedStyle(node).display !== 'none'
}

/** The page, from 1, of each heading. */
export function pagesOfHeadings(
  pieces: readonly MeasuredPiece[],
  pages: readonly PageOfPieces[],
): Map<Element, number> {
  const found = new Map<Element, number>()
  let first = 1
  for (const { from, to, sheets } of pages) {
    for (const { element } of pieces.slice(from, to + 1)) if (element.id !== '') found.set(element, first)
    first += sheets
  }
  return found
}

/** Fills in the pages of the contents' entries by the ids that they lead to, and gives back what it filled in. */
export function setContents(pageOf: (id: string) => number | undefined): Record<string, number> {
  const filled: Record<string, number> = {}
  for (const entry of document.querySelectorAll('.contents a')) {
    const id = entry.getAttribute('href')?.slice(1) ?? ''
    const page = pageOf(id)
    const place = entry.querySelector('.page')
    if (place) place.textContent = page === undefined ? '' : String(page)
    if (page !== undefined) filled[id] = page
  }
  return filled
}

/** What a running name may be of. */
export const sectionHeading = 'main h2, .annex > h2'

/** Characters of a section's name that have room beside a marking. */
const longestName = 40

/** What the running names are in; a document has one. */
const runningNames = new CSSStyleSheet()

/**
 * Names on each page the section that it begins in, or with. `first` are the elements that pages begin with. A page more than
 * was foreseen has no name.
 */
export function setRunningSections(
  headings: ReadonlyMap<Element, number>,
  count: number,
  first: ReadonlySet<Element>,
): void {
  const sections = [...headings].filter(([element]) => element.matches(sectionHeading))
  const names: string[] = []
  let running = ''
  for (let page = 1; page <= count; page++) {
    const own = sections.filter(([, at]) => at === page).map(([element]) => element)
    const [opening] = own
    const isFirst = opening !== undefined && (running === '' || first.has(opening))
    names.push(isFirst ? wordsOf(opening) : running)
    running = own.length === 0 ? running : wordsOf(own.at(-1))
  }
  const symbols = names.map(name => inCss(shortened(name))).join(' ')
  runningNames.replaceSync(`@counter-style no-section { system: cyclic; symbols: ""; }
@counter-style running-section { system: fixed 1; symbols: ${symbols}; fallback: no-section; }`)
  document.adoptedStyleSheets = [runningNames]
}

/** Without the marks of sources and notes. */
function wordsOf(heading: Element | undefined): string {
  const copy = heading?.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const mark of copy.querySelectorAll('sup')) mark.remove()
  return copy.textContent ?? ''
}

function shortened(name: string): string {
  const words = name.replace(/\s+/g, ' ').trim()
  if (words.length <= longestName) return words
  return `${words.slice(0, longestName).replace(/\s+\S*$/, '')}…`
}

function inCss(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9 ]/gu,
    sign => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `,
  )
  return `"${escaped}"`
}
