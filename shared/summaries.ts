// What lists show of a record: sources and briefs without their texts, evidence whole.

import type { BriefSummary, SourceSummary } from './answers.ts'
import type { Brief, FoundRecord, Source } from './model/records.ts'

export function summaryOfSource({ text: _, ...summary }: Source): SourceSummary {
  return summary
}

export function summaryOfBrief({ body: _, ...summary }: Brief): BriefSummary {
  return summary
}

export function summaryOf(found: FoundRecord) {
  if (found.collection === 'sources') return { ...found, record: summaryOfSource(found.record) }
  if (found.collection === 'briefs') return { ...found, record: summaryOfBrief(found.record) }
  return found
}
