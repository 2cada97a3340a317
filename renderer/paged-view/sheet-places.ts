// Places on paper and in what is scrolled. Heights and tops are CSS px.
import type { PaperPlace } from './writing-place.ts'

/** A page as it lies in what is scrolled. */
export type Sheet = { top: number; height: number }

/** The place on paper at a height; between two pages, the beginning of the next. */
export function placeAt(sheets: readonly Sheet[], y: number): PaperPlace {
  const index = sheets.findIndex(({ top, height }) => y < top + height)
  const sheet = sheets[index]
  if (!sheet) return sheets.length
  return index + Math.max(0, y - sheet.top) / sheet.height
}

/** The height of a place on paper; of one beyond the last page, that page's end. */
export function heightOf(sheets: readonly Sheet[], place: PaperPlace): number {
  const last = sheets.at(-1)
  const sheet = sheets[Math.floor(place)]
  if (!sheet) return last ? last.top + last.height : 0
  return sheet.top + (place % 1) * sheet.height
}

/**
 * Where to scroll to, so that a height is seen with something around it; null where it is seen. It comes to stand a third
 * down the view.
 */
export function scrollToSee(y: number, view: { top: number; height: number }): number | null {
  const margin = view.height / 10
  const isSeen = y >= view.top + margin && y <= view.top + view.height - margin
  return isSeen ? null : Math.max(0, y - view.height / 3)
}
