// The structure tree of a tagged page: which of its marked content is one paragraph.
import type { PdfPage } from './pdfjs.ts'

/** A paragraph, heading, item or cell of the structure tree; each is an object of its own. */
export type Tag = { role: 'text' | 'heading' | 'item' }

type Node = NonNullable<Awaited<ReturnType<PdfPage['getStructTree']>>>
type Child = Node['children'][number]

const blocks = new Set(
  'P TD TH Caption BlockQuote Div Note FENote Aside Sect Article Part Document Root'.split(' '),
)

/** Gives the tag of a page's marked content by its number; null where it has none. */
export function tagsOf(tree: Node | null): (markedContent: number) => Tag | null {
  const tags = new Map<number, Tag>()
  // What stands first in an item is the item, whatever it is tagged as.
  const visit = (child: Child, tag: Tag | null, item: Tag | null) => {
    if (!('role' in child)) {
      const number = 'id' in child ? /_mc(\d+)$/.exec(child.id)?.[1] : undefined
      if (number !== undefined && tag) tags.set(Number(number), tag)
      return
    }
    const own = ownTag(child.role, tag, item)
    let first = child.role === 'LI' ? own : own === item ? item : null
    for (const inner of child.children) {
      visit(inner, own, first)
      if ('role' in inner && blocks.has(inner.role)) first = null
    }
  }
  if (tree) for (const child of tree.children) visit(child, null, null)
  return number => tags.get(number) ?? null
}

function ownTag(role: string, tag: Tag | null, item: Tag | null): Tag | null {
  if (role === 'LI') return { role: 'item' }
  if (/^(?:H\d?|Title)$/.test(role)) return { role: 'heading' }
  return blocks.has(role) ? (item ?? { role: 'text' }) : tag
}
