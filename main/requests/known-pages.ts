// The pages of a brief that were counted before, known by all that they are made of.
import { createHash } from 'node:crypto'
import type { Template } from '../../shared/brief/template.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { linkedRecords } from './linked-records.ts'
import type { PageMeter } from './page-meter.ts'

/**
 * The pages of a brief with its records, where they were counted; else those of what it said before, which most often are
 * as many: a finding must not go and come with each key.
 */
export function knownPages(
  meter: Pick<PageMeter, 'known' | 'last'>,
  known: Printed,
  template: Template | undefined,
): { pages?: number } {
  if (template?.pages == null) return {}
  const pages = meter.known(printedKey(known, template)) ?? meter.last(known.brief.id)
  return pages === null ? {} : { pages }
}

type Printed = { brief: Brief } & Awaited<ReturnType<typeof linkedRecords>>

/**
 * A name for all that the pages of a print are made of; another one where any of it is other. The texts of sources and of
 * linked briefs, and the answers to findings, stand in the annex at most, whose pages do not count.
 */
export function printedKey(
  { brief, evidence, sources, briefs, pictures }: Printed,
  template: Template | undefined,
): string {
  const { createdAt, updatedAt, answers, issues, ...printed } = brief
  const parts = [
    [JSON.stringify([printed, template])],
    ...[evidence.quotes, evidence.figures, evidence.events, evidence.people].map(records =>
      records.map(record => written(record, record)),
    ),
    sources.map(source => written(source, { ...source, text: null })),
    briefs.map(linked => written(linked, { ...linked, body: null })),
    // What an address says never changes, but it may be gone.
    [JSON.stringify(pictures)],
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}

/** Records do not change while a person types, and the key is made anew at each press. */
const writtenBefore = new WeakMap<object, string>()

function written(record: object, printed: object): string {
  const text = writtenBefore.get(record) ?? JSON.stringify(printed)
  writtenBefore.set(record, text)
  return text
}
