// Evidence that is dragged: into the text of a brief as references, elsewhere as words.
import type { EvidenceItem } from '../state/lists.ts'
import { referencesAsMarkdown } from './references-as-text.ts'

/** The kind of data that only this window reads: ids of evidence, one a line. */
const referencesType = 'application/x-dispatch-box-references'

/** Gives a drag that has just begun the evidence to carry. */
export function dragReferences(event: DragEvent, items: readonly EvidenceItem[]): void {
  const { dataTransfer } = event
  if (!dataTransfer || items.length === 0) return
  dataTransfer.effectAllowed = 'copy'
  dataTransfer.setData('text/plain', referencesAsMarkdown(items))
  dataTransfer.setData(referencesType, items.map(({ record }) => record.id).join('\n'))
}

/** The ids that a drag brought along; none where it carries something else. */
export function draggedIds(dataTransfer: DataTransfer | null): string[] {
  return dataTransfer?.getData(referencesType).split('\n').filter(Boolean) ?? []
}

/** Whether a drag carries evidence; its ids are told only once it is dropped. */
export function carriesReferences(dataTransfer: DataTransfer | null): boolean {
  return dataTransfer?.types.includes(referencesType) ?? false
}
