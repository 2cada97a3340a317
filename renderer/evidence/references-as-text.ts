// Evidence as references in Markdown, for the clipboard and for what it is dragged to. Pure.

import { recordForm } from '../../shared/references/record-form.ts'
import { formatReference } from '../../shared/references/reference.ts'
import type { EvidenceItem } from '../state/lists.ts'

/**
 * References with the words they stand for, so that they can be read in any program: one a paragraph where there are several.
 */
export function referencesAsMarkdown(items: readonly EvidenceItem[]): string {
  return items
    .map(item =>
      formatReference({ kind: item.kind, id: item.record.id, label: recordForm(item), block: false }),
    )
    .join('\n\n')
}
