// References that are to come into a brief's text: where they go, and in which form. The first is a signal, the rest is pure.
import { signal } from '@preact/signals'
import { type Linkable, referenceTo } from './insertion.ts'

/** Records that the editor of a brief is asked to link where its cursor is; a new object each time. */
export const referencesToInsert = signal<{ brief: string; items: readonly Linkable[] } | null>(null)

export function insertReferences(brief: string, items: readonly Linkable[]): void {
  referencesToInsert.value = { brief, items }
}

/** What is written where; offsets are UTF-16 code units. */
export type ReferencesInsertion = { at: number; insert: string; cursor: number }

/**
 * References at a place of a text: on an empty line each as a paragraph of its own, quotes as blocks; within a line one after
 * the other, parted from the words around them.
 */
export function referencesInsertion(
  text: string,
  at: number,
  items: readonly Linkable[],
): ReferencesInsertion {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at)
  const [before, after] = [text.slice(start, at), text.slice(at, end)]
  if (before.trim() !== '' || after.trim() !== '') {
    const lead = /[\p{L}\p{N}\p{Po}}\])]$/u.test(before) ? ' ' : ''
    const close = /^[\p{L}\p{N}:]/u.test(after) ? ' ' : ''
    const insert = lead + items.map(item => referenceTo(item, false)).join(' ') + close
    return { at, insert, cursor: at + insert.length - close.length }
  }
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1))
  const below = text.slice(end + 1).split('\n', 1)[0] ?? ''
  const lead = above.trim() === '' ? '' : '\n'
  const close = below.trim() === '' ? '' : '\n'
  const written = items.map(item => referenceTo(item, true)).join('\n\n')
  return { at, insert: lead + written + close, cursor: at + lead.length + written.length }
}
