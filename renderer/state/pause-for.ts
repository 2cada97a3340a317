/**
 * Milliseconds for which work on a text waits for the next key, at least so many: a text of a megabyte takes about a second
 * longer to go through, and is left alone that much longer.
 */
export function pauseFor(text: string | undefined, least: number): number {
  return least + (text?.length ?? 0) / 1000
}
