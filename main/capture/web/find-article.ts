// Where the article of a page is. Readability says which parts are of it; the words are taken from the page itself, since
// Readability leaves out short paragraphs, tables and lists that it is not sure of.
import { Readability } from '@mozilla/readability'
import { type DomDocument, type DomElement, isElement, isText } from '../from-html/dom.ts'
import { foldAll } from '../from-html/words-kept.ts'
import { isChromePart, linkShare } from './page-chrome.ts'

const place = 'data-capture-place'
const inline =
  /^(?:a|abbr|b|bdi|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|ruby|s|small|span|strong|sub|sup|time|u|wbr)$/

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
  const copy = (document as unknown as { cloneNode(deep: boolean): DomDocument }).cloneNode(true)
  // Readability makes new elements of some, without their attributes; what is around words themselves it leaves.
  for (const element of [...copy.querySelectorAll(`[${place}]`)]) {
    for (const child of [...element.childNodes]) {
      if (!isText(child) || (child.textContent ?? '').trim() === '') continue
      const marker = copy.createElement('span')
      marker.setAttribute(place, element.getAttribute(place) ?? '')
      element.replaceChild(marker, child)
      marker.appendChild(child)
    }
    element.removeAttribute(place)
  }
  const article = new Readability(copy as never, {
    serializer: node => node as unknown as DomElement,
    disableJSONLD: true,
    charThreshold: 250,
  }).parse()?.content
  return new Set(
    [...(article?.querySelectorAll(`[${place}]`) ?? [])].map(marker => Number(marker.getAttribute(place))),
  )
}

function commonAncestor(parts: readonly DomElement[]): DomElement {
  let root = parts[0] as DomElement
  for (const part of parts) {
    while (!root.contains(part) && root.parentNode) root = root.parentNode
  }
  // A paragraph, a list or a preformatted text is in the article, and is not the article itself.
  const isPartOfText = /^(?:p|h[1-6]|pre|ul|ol|li|dl|dd|dt|blockquote|table|tbody|thead|tr|figure)$/
  while ((isPartOfText.test(root.localName) || inline.test(root.localName)) && root.parentNode)
    root = root.parentNode
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
    } else if (!belongs(child, parts, holders, placeOf(child))) child.remove()
  }
}

const introduction =
  /standfirst|\bdek\b|sub-?(?:title|head|line)|\blead\b|\blede\b|summary|intro|abstract|excerpt/i

/** Whether a part that Readability left out is of the article all the same. */
function belongs(
  element: DomElement,
  parts: ReadonlySet<DomElement>,
  holders: ReadonlySet<DomElement>,
  at: Place,
): boolean {
  const parent = element.parentNode
  if (/^(?:img|picture)$/.test(element.localName)) return at === 'inside'
  if (inline.test(element.localName)) return parent !== null && parts.has(parent)
  if (isChromePart(element) || /^(?:aside|nav|footer|form|header)$/.test(element.localName)) return false
  const words = foldAll(element.textContent ?? '')
  if (words === '' || linkShare(element) > 0.5) return false
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`
  if (/byline|author|dateline|timestamp|meta\b|tags?\b/i.test(name)) return false
  if (at === 'before') return introduction.test(name) && words.length > 20
  if (at === 'after') return goesOn(element, parts, holders)
  if (/^(?:p|h[2-6]|ul|ol|dl|table|pre|blockquote|figure|hr)$/.test(element.localName)) return true
  return element.querySelector('p, h2, h3, table, blockquote') !== null || words.length > 80
}

/** Whether an element goes on after the article's last part: one of its kind, with nothing of another kind between them. */
function goesOn(
  element: DomElement,
  parts: ReadonlySet<DomElement>,
  holders: ReadonlySet<DomElement>,
): boolean {
  const isAlike = (other: DomElement) =>
    other.localName === element.localName && other.getAttribute('class') === element.getAttribute('class')
  for (let before = element.previousSibling; before; before = before.previousSibling) {
    if (!isElement(before)) continue
    if (parts.has(before)) return element.localName === 'p' || isAlike(before)
    if (holders.has(before)) return isAlike(before)
    if (!isAlike(before)) return false
  }
  return false
}
