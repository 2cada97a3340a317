import { signal } from '@preact/signals'

/** The line of a brief, counted from 1, that the editor is asked to go to; a new object each time. */
export const shownLine = signal<{ brief: string; line: number } | null>(null)
