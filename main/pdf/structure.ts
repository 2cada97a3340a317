// The tree of tags, put right where Chromium's does not say what PDF/UA asks for (ISO 14289-1, 7; ISO 32000-1, 14.8.4).
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib'

const key = (name: string) => PDFName.of(name)

/** Kinds of Chromium's own, and the standard ones that they stand for. */
const roles = { Strong: 'Span', Em: 'Span', Sub: 'Span', Aside: 'Note', Title: 'P', FENote: 'Note' }

/** Repairs a tree in place: roles, the bodies of list items, the parts of tables. */
export function repairStructure(context: PDFContext, root: PDFDict): void {
  root.set(key('RoleMap'), context.obj(roles))
  const waiting = kidsOf(context, root)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element } = next
    if (kindOf(element) === 'LI') giveBody(context, next)
    if (kindOf(element) === 'Table') namePartsOf(context, element)
    waiting.push(...kidsOf(context, element))
  }
}

/** An element of the tree, under its own number where it has one. */
type Kid = { element: PDFDict; reference: PDFRef | null }

/** The elements under one; what they contain of a page's content is none. */
function kidsOf(context: PDFContext, element: PDFDict): Kid[] {
  return rawKidsOf(context, element).flatMap(kid => {
    const looked = context.lookup(kid)
    if (!(looked instanceof PDFDict) || !looked.has(key('S'))) return []
    return [{ element: looked, reference: kid instanceof PDFRef ? kid : null }]
  })
}

function rawKidsOf(context: PDFContext, element: PDFDict): PDFObject[] {
  const kids = element.get(key('K'))
  const looked = kids && context.lookup(kids)
  return looked instanceof PDFArray ? looked.asArray() : kids ? [kids] : []
}

function kindOf(element: PDFDict): string {
  const kind = element.get(key('S'))
  return kind instanceof PDFName ? kind.decodeText() : ''
}

/** A list's item is its label and its body, and nothing else. */
function giveBody(context: PDFContext, { element, reference }: Kid): void {
  const kids = rawKidsOf(context, element)
  const kindAt = (kid: PDFObject) => {
    const looked = context.lookup(kid)
    return looked instanceof PDFDict ? kindOf(looked) : ''
  }
  const labels = kids.filter(kid => kindAt(kid) === 'Lbl')
  const others = kids.filter(kid => kindAt(kid) !== 'Lbl')
  if (others.length === 0 || (others.length === 1 && kindAt(others[0] as PDFObject) === 'LBody')) return
  const body = context.obj({ Type: 'StructElem', S: 'LBody', K: others })
  if (reference) body.set(key('P'), reference)
  const page = element.get(key('Pg'))
  if (page) body.set(key('Pg'), page)
  const own = context.register(body)
  for (const kid of others) {
    const looked = context.lookup(kid)
    if (looked instanceof PDFDict && looked.has(key('P'))) looked.set(key('P'), own)
  }
  element.set(key('K'), context.obj([...labels, own]))
}

/** The head and the body of a table come without a kind. */
function namePartsOf(context: PDFContext, table: PDFDict): void {
  for (const { element } of kidsOf(context, table)) {
    if (kindOf(element) !== 'NonStruct') continue
    const cells = kidsOf(context, element).flatMap(row => kidsOf(context, row.element))
    const isHead = cells.length > 0 && cells.every(cell => kindOf(cell.element) === 'TH')
    element.set(key('S'), key(isHead ? 'THead' : 'TBody'))
  }
}

/** Names of elements are numbered as the process went that made them; here, in the order of their numbers. */
export function renumberElements(context: PDFContext): void {
  const places: { set: (name: PDFString) => void; name: string }[] = []
  const keep = (value: PDFObject, set: (name: PDFString) => void) => {
    const text = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
    if (/^node\d+$/.test(text)) places.push({ set, name: text })
    else look(value)
  }
  const look = (value: PDFObject): void => {
    if (value instanceof PDFArray) {
      for (const [index, each] of value.asArray().entries()) keep(each, name => value.set(index, name))
    } else if (value instanceof PDFDict) {
      for (const [name, each] of value.entries()) keep(each, changed => value.set(name, changed))
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) look(object)
  const names = [...new Set(places.map(({ name }) => name))].sort()
  const numbers = new Map(names.map((name, index) => [name, `n${String(index + 1).padStart(7, '0')}`]))
  for (const { set, name } of places) set(PDFString.of(numbers.get(name) ?? name))
}
