// The structure tree of a tagged page: which of its marked content is one paragraph, and in which order they are read.
import type { PdfPage } from './pdfjs.ts'

/** A paragraph, heading or item of the structure tree; each is an object of its own. What stands in none, one or more paragraphs, is loose. */
export type Tag = {
  role: 'text' | 'heading' | 'item' | 'loose'
  /** Rising as the page is read. */
  order: number
  /** The row of a table and the cell it stands in; each is an object of its own. */
  row: object | null
  cell: object | null
}

type Node = NonNullable<Awaited<ReturnType<PdfPage['getStructTree']>>>
type Child = Node['children'][number]
type Place = { tag: Tag | null; item: Tag | null; row: object | null; cell: object | null }

const blocks = new Set('P TD TH Caption BlockQuote Note FENote BibEntry TOCI'.split(' '))

/** Gives the tag of a page's marked content by its number; null where it has none. */
export function tagsOf(tree: Node | null): (markedContent: number) => Tag | null {
  const tags = new Map<number, Tag>()
  let order = 0
  let last: Tag | null = null
  const visit = (child: Child, outer: Place) => {
    if (!('role' in child)) {
      const number = 'id' in child ? /_mc(\d+)$/.exec(child.id)?.[1] : undefined
      if (number === undefined) return
      const loose: Tag =
        last?.role === 'loose' ? last : { role: 'loose', order: order++, row: null, cell: null }
      last = outer.tag ?? loose
      tags.set(Number(number), last)
      return
    }
    const { role } = child
    const place = { ...outer }
    if (role === 'TR') Object.assign(place, { row: {}, cell: null, item: null })
    if (role === 'TD' || role === 'TH') place.cell = {}
    const make = (kind: Tag['role']) => ({ role: kind, order: order++, row: place.row, cell: place.cell })
    if (role === 'LI') place.tag = place.item = make('item')
    else if (/^(?:H\d?|Title)$/.test(role)) place.tag = make('heading')
    // What stands first in an item is the item, whatever it is tagged as.
    else if (blocks.has(role)) place.tag = place.item ?? make('text')
    for (const inner of child.children) {
      visit(inner, place)
      if ('role' in inner && (blocks.has(inner.role) || inner.role === 'L')) place.item = null
    }
  }
  for (const child of tree?.children ?? []) visit(child, { tag: null, item: null, row: null, cell: null })
  return number => tags.get(number) ?? null
}
