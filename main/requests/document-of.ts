import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { type BriefParts, composeBrief } from '../../shared/brief/compose-brief.ts'
import type { KnownPictures } from '../../shared/brief/picture-html.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { annexParts } from './annex.ts'

/** The version that a document says it is of, on a calendar day. */
export type IssueMark = { version: number; day: string }

/** A brief with all that its document says; of pictures that are not given none is shown. */
export type BriefToCompose = {
  frozen: FrozenBrief
  briefs: readonly Pick<Brief, 'id' | 'title'>[]
  findings: readonly Finding[]
  pictures?: KnownPictures
  issue?: IssueMark | undefined
}

/** What a brief is composed of, with the annex of its findings. */
export function documentParts({
  frozen,
  briefs,
  findings,
  pictures = {},
  issue,
}: BriefToCompose): BriefParts {
  const { brief, template, evidence, sources } = frozen
  const annex = annexParts({ evidence, sources }, findings, brief.body)
  return { brief, template, evidence, sources, briefs, pictures, annex, ...(issue && { issue }) }
}

/** The document of a brief, for every door it leaves by. */
export function documentOf(brief: BriefToCompose): BriefDocument {
  return composeBrief(documentParts(brief))
}
