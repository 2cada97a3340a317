// Records as references in Markdown, for the clipboard and for what it is dragged to. Pure.

import { recordForm } from '../../shared/references/record-form.ts'
import { formatReference } from '../../shared/references/reference.ts'
import type { Linkable } from '../editor/insertion.ts'

/**
 * References with the words they stand for, so that they can be read in any program: one a paragraph where there are several.
 */
export function referencesAsMarkdown(items: readonly Linkable[]): string {
  return items
    .map(item => formatReference({ kind: item.kind, id: item.record.id, label: labelOf(item), block: false }))
    .join('\n\n')
}

function labelOf(item: Linkable): string {
  if (item.kind === 'source' || item.kind === 'brief') return item.record.title
  return item.kind === 'person' ? item.record.name : recordForm(item)
}
