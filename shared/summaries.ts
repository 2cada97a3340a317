// What lists show of a record: sources and briefs without what only their own view needs, evidence whole.

import type { BriefSummary, SourceSummary } from './answers.ts'
import type { Brief, FoundRecord, Source } from './model/records.ts'

export function summaryOfSource(source: Source): SourceSummary {
  const { text: _, pages: __, refused: ___, ...summary } = source
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
