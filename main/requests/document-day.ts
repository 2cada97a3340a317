import type { Source } from '../../shared/model/records.ts'

/** The day against which a source's relative dates resolve; null where only a month, a year or nothing is known. */
export function documentDay(source: Source): string | null {
  return source.publishedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(source.publishedOn)
    ? source.publishedOn
    : null
}
