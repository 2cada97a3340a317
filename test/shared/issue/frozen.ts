// A brief with all it uses, as it was at two moments.
import { compareBriefs } from '../../../shared/issue/compare-briefs.ts'
import type { FrozenBrief } from '../../../shared/issue/frozen-brief.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { briefWith, kato, resolution, source, treasuries } from '../brief/records.ts'

const template = { name: 'uk-submission', title: 'UK submission' } as FrozenBrief['template']

/** A brief that uses a quote, a figure, an event and their source. */
export function frozen(body: string, fields: Partial<Brief> = {}): FrozenBrief {
  return {
    brief: briefWith(body, fields),
    template,
    evidence: { quotes: [kato], figures: [treasuries], events: [resolution], people: [] },
    sources: [source],
  }
}

export function changesBetween(before: FrozenBrief, after: FrozenBrief) {
  const from = { version: 1, at: '2025-05-03T10:00:00.000Z' }
  return compareBriefs({ before, after, from, to: null })
}
