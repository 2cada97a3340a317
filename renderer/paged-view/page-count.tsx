import { signal } from '@preact/signals'
import { strings } from '../ui/strings.ts'

/** The page that is looked at, from 1, and how many there are; null where none is shown. */
export const pageInView = signal<{ page: number; of: number } | null>(null)

/** Which page of how many is looked at. */
export function PageCount() {
  const seen = pageInView.value
  return seen && <span class="page-count number">{strings.pagedView.page(seen.page, seen.of)}</span>
}
