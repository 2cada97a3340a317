// The order in which a tagged page is read: that of its structure tree.
import type { Chunk } from './lines.ts'
import { rowOfCells } from './tables.ts'
import type { Tag } from './tags.ts'

/** The part of a page's letters that must be tagged for its tags to be believed. */
const mostlyTagged = 0.95
/** The text of a longer row is no row, but a page that is laid out by a table. */
const longestRow = 1000

/** The chunks of each paragraph of a page, rows of tables as one chunk each, in the order of its tags; null where it is not tagged. */
export function taggedOrder(chunks: readonly Chunk[]): Chunk[][] | null {
  const lettersOf = (some: readonly Chunk[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  const tagged = lettersOf(chunks.filter(chunk => chunk.tag))
  if (tagged === 0 || tagged < mostlyTagged * lettersOf(chunks.filter(chunk => !chunk.isArtifact)))
    return null
  const paragraphs = new Map<Tag, Chunk[]>()
  let tag: Tag | null = chunks.find(chunk => chunk.tag)?.tag ?? null
  for (const chunk of chunks.toSorted((a, b) => a.drawn - b.drawn)) {
    tag = chunk.tag ?? tag
    if (!tag) continue
    const paragraph = paragraphs.get(tag)
    if (paragraph) paragraph.push(chunk)
    else paragraphs.set(tag, [chunk])
  }
  const inOrder = [...paragraphs].sort(([a], [b]) => a.order - b.order)
  const parts: Chunk[][] = []
  for (let index = 0; index < inOrder.length; index++) {
    const [first, own] = inOrder[index] ?? []
    if (!first || !own) continue
    let end = index + 1
    while (first.row !== null && inOrder[end]?.[0].row === first.row) end++
    const row = inOrder.slice(index, end).flatMap(([, paragraph]) => paragraph)
    if (first.row === null || lettersOf(row) > longestRow) parts.push(own)
    else {
      parts.push([rowOfCells(row, ({ tag }) => tag?.cell ?? null)])
      index = end - 1
    }
  }
  return parts
}
