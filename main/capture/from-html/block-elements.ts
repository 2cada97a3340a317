import type { DomElement } from './dom.ts'

const blockNames = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th
  thead tr ul`.split(/\s+/),
)

/** Whether a browser would set an element on lines of its own, as far as its name and its own style say. */
export function isBlock(element: DomElement): boolean {
  const display = /display\s*:\s*(inline|block|flex|grid|table|list-item)/i.exec(
    element.getAttribute('style') ?? '',
  )
  if (display && !blockNames.has(element.localName)) return display[1]?.toLowerCase() !== 'inline'
  return blockNames.has(element.localName)
}

/** All elements that have a block in them, however deep. */
export function holdersOfBlocks(root: DomElement): ReadonlySet<DomElement> {
  const holders = new Set<DomElement>()
  for (const element of root.querySelectorAll('*')) {
    if (!isBlock(element)) continue
    for (let above = element.parentNode; above && !holders.has(above); above = above.parentNode)
      holders.add(above)
  }
  return holders
}

/** The blocks of a tree that have no block in them: its lines, in their order. */
export function blocksOfLines(root: DomElement): DomElement[] {
  const holders = holdersOfBlocks(root)
  return [...root.querySelectorAll('*')].filter(element => isBlock(element) && !holders.has(element))
}
