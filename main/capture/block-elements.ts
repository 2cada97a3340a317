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
