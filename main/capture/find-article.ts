// Where the article of a page is. Readability says which parts are of it; the words are taken from the page itself, since
// Readability leaves out short paragraphs, tables and lists that it is not sure of.
import { Readability } from '@mozilla/readability'
import { type DomDocument, type DomElement, isElement, isText } from './dom.ts'
import { isChromePart, linkShare } from './page-chrome.ts'
import { foldAll } from './words-kept.ts'

const place = 'data-capture-place'

/** Cuts a page down to its article, and returns it; null where Readability finds nothing to read. */
export function findArticle(document: DomDocument): DomElement | null {
  const elements = [...document.body.querySelectorAll('*')]
  for (const [index, element] of elements.entries()) element.setAttribute(place, String(index))
  const kept = keptPlaces(document)
  for (const element of elements) element.removeAttribute(place)
  const parts = [...kept].sort((a, b) => a - b).flatMap(index => elements[index] ?? [])
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last) return null
  const root = commonAncestor(parts)
  const holders = new Set<DomElement>()
  for (const part of parts) {
    for (let at: DomElement | null = part; at && !holders.has(at); at = at.parentNode) holders.add(at)
  }
  const positions = new Map(elements.map((element, index) => [element, index]))
  const span = { from: Math.min(...kept), to: Math.max(...kept) }
  prune(root, new Set(parts), holders, element => {
    const at = positions.get(element) ?? 0
    return at > span.from && at < span.to ? 'inside' : at < span.from ? 'before' : 'after'
  })
  return root
}

/** The places of all elements in whose own words Readability sees the article. */
function keptPlaces(document: DomDocument): Set<number> {
  const copy = (document as unknown as { cloneNode(deep: boolean): unknown }).cloneNode(true)
  const result = new Readability(copy as never, {
    serializer: node => node as unknown as DomElement,
    disableJSONLD: true,
    charThreshold: 250,
  }).parse()
  const kept = new Set<number>()
  const visit = (element: DomElement, above: number | null) => {
    const own = element.getAttribute(place)
    const at = own === null ? above : Number(own)
    for (const child of element.childNodes) {
      if (isElement(child)) visit(child, at)
      else if (isText(child) && at !== null && (child.textContent ?? '').trim() !== '') kept.add(at)
    }
  }
  if (result?.content) visit(result.content, null)
  return kept
}

function commonAncestor(parts: readonly DomElement[]): DomElement {
  let root = parts[0] as DomElement
  for (const part of parts) {
    while (!root.contains(part) && root.parentNode) root = root.parentNode
  }
  return root
}

type Place = 'before' | 'inside' | 'after'

/** Takes away what is not of the article. What holds a part of it is looked into; a part itself stays as it is. */
function prune(
  root: DomElement,
  parts: ReadonlySet<DomElement>,
  holders: ReadonlySet<DomElement>,
  placeOf: (element: DomElement) => Place,
): void {
  for (const child of [...root.children]) {
    if (holders.has(child)) {
      if (!parts.has(child) || child.querySelector('p, li, h2, h3, table, div') !== null)
        prune(child, parts, holders, placeOf)
    } else if (!belongs(child, parts, placeOf(child))) child.remove()
  }
}

const inline =
  /^(?:a|abbr|b|bdi|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|ruby|s|small|span|strong|sub|sup|time|u|wbr)$/
const introduction =
  /standfirst|\bdek\b|sub-?(?:title|head|line)|\blead\b|\blede\b|summary|intro|abstract|excerpt/i

/** Whether a part that Readability left out is of the article all the same. */
function belongs(element: DomElement, parts: ReadonlySet<DomElement>, at: Place): boolean {
  const parent = element.parentNode
  if (/^(?:img|picture)$/.test(element.localName)) return at === 'inside'
  if (inline.test(element.localName)) return parent !== null && parts.has(parent)
  if (isChromePart(element) || /^(?:aside|nav|footer|form|header)$/.test(element.localName)) return false
  const words = foldAll(element.textContent ?? '')
  if (words === '' || linkShare(element) > 0.5) return false
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`
  if (/byline|author|dateline|timestamp|meta\b|tags?\b/i.test(name)) return false
  if (at === 'before') return introduction.test(name) && words.length > 20
  if (at === 'after') return element.localName === 'p' && isBesidePart(element, parts)
  if (/^(?:p|h[2-6]|ul|ol|dl|table|pre|blockquote|figure|hr)$/.test(element.localName)) return true
  return element.querySelector('p, h2, h3, table, blockquote') !== null || words.length > 80
}

/** Whether only paragraphs stand between an element and a part of the article before it. */
function isBesidePart(element: DomElement, parts: ReadonlySet<DomElement>): boolean {
  for (let before = element.previousSibling; before; before = before.previousSibling) {
    if (!isElement(before)) continue
    if (parts.has(before)) return true
    if (before.localName !== 'p') return false
  }
  return false
}
