import { signal } from '@preact/signals'
import type { FoundPlace } from '../../shared/search/search-answers.ts'

/**
 * Words of a brief that the editor is asked to select: where they stood when they were found, and what they are, where that
 * is known; a new object each time.
 */
export const shownWords = signal<{ brief: string; place: FoundPlace; words: string | null } | null>(null)
