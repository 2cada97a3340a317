// On which page of its original a place of a source's text stands.
import type { Source } from './records.ts'

/** The label of the page that an offset (UTF-16 code units) stands on; null where the text has no pages, or none yet. */
export function pageAt(pages: Source['pages'], offset: number): string | null {
  return pages.findLast(({ start }) => start <= offset)?.label ?? null
}
