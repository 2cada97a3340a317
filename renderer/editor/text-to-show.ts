import { signal } from '@preact/signals'

/** A text that did not come from typing and is to stand in the editor of a brief; a new object each time. */
export const shownText = signal<{ brief: string; text: string } | null>(null)
