import { signal } from '@preact/signals'
import type { TextEdit } from '../../shared/verify/finding.ts'

/** Edits that mend a finding, to be made in the editor of a brief; a new object each time. */
export const editsToMake = signal<{ brief: string; edits: readonly TextEdit[] } | null>(null)
