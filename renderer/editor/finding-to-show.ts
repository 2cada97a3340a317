import { signal } from '@preact/signals'
import type { Finding } from '../../shared/verify/finding.ts'

/** A finding whose words are to be selected in the editor of a brief; a new object each time. */
export const placeToShow = signal<{ brief: string; finding: Finding } | null>(null)
