import { signal } from '@preact/signals'

/** Where the cursor is in the text of a brief (UTF-16 code units); null before it was anywhere. */
export const cursorPlace = signal<{ brief: string; offset: number } | null>(null)
