import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { type BriefParts, composeBrief } from '../../shared/brief/compose-brief.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { annexParts } from './annex.ts'

/** The version that a document says it is of, on a calendar day. */
export type IssueMark = { version: number; day: string }

/** What a brief is composed of, with the annex of its findings. */
export function documentParts(
  { brief, template, evidence, sources }: FrozenBrief,
  briefs: readonly Brief[],
  findings: readonly Finding[],
  issue?: IssueMark,
): BriefParts {
  const annex = annexParts({ evidence, sources }, findings, brief.body)
  return { brief, template, evidence, sources, briefs, annex, ...(issue && { issue }) }
}

/** The document of a brief, for every door it leaves by. */
export function documentOf(...parts: Parameters<typeof documentParts>): BriefDocument {
  return composeBrief(documentParts(...parts))
}
