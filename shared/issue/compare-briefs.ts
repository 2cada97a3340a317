// What changed between two states of a brief and of everything it uses: pure, and the same for every reader.
import { formatEdtf } from '../dates/format-edtf.ts'
import { parseReferences } from '../references/parse-references.ts'
import type {
  BriefChanges,
  ChangedBriefField,
  EvidenceChange,
  FieldChange,
  ParagraphChange,
} from './brief-changes.ts'
import { compareTexts } from './compare-texts.ts'
import { evidenceFields, evidenceTitle, type UsedRecord } from './evidence-fields.ts'
import type { FrozenBrief } from './frozen-brief.ts'
import { shownText, writtenText } from './shown-text.ts'

type Compared = {
  before: FrozenBrief
  after: FrozenBrief
  /** The version that each of them is; the newer one may be the brief as it is now. */
  from: { version: number; at: string }
  to: { version: number; at: string } | null
}

/** Compares two states of one brief. */
export function compareBriefs({ before, after, from, to }: Compared): BriefChanges {
  const fields = changedFields(briefFields(before), briefFields(after))
  const text = changedText(before, after)
  const evidence = compareEvidence(before, after)
  return {
    brief: after.brief.id,
    title: after.brief.title,
    from: { version: from.version, at: from.at },
    to: to && { version: to.version, at: to.at },
    fields,
    text,
    evidence,
    isSame: fields.length === 0 && evidence.length === 0 && isUnchanged(text),
  }
}

/** What readers see; where that is the same and the Markdown is not, as it is written. */
function changedText(before: FrozenBrief, after: FrozenBrief): ParagraphChange[] {
  const shown = compareTexts(shownText(before), shownText(after))
  if (!isUnchanged(shown)) return shown
  const written = compareTexts(writtenText(before), writtenText(after))
  return isUnchanged(written) ? shown : written
}

function isUnchanged(text: readonly ParagraphChange[]): boolean {
  return text.every(({ kind }) => kind === 'same')
}

type Fields<Name extends string> = readonly (readonly [Name, string | null])[]

function briefFields({ brief, template }: FrozenBrief): Fields<ChangedBriefField> {
  const { title, marking, recipients, date, dueOn, reference, answers } = brief
  return [
    ['title', title],
    ['marking', marking],
    ['recipients', recipients.length === 0 ? null : recipients.join('; ')],
    ['date', date && formatEdtf(date)],
    ['dueOn', dueOn && formatEdtf(dueOn)],
    ['reference', reference],
    ['template', template.title],
    [
      'answers',
      answers.length === 0 ? null : answers.map(answer => `${answer.rule}: ${answer.reason}`).join('\n'),
    ],
  ]
}

function changedFields<Name extends string>(before: Fields<Name>, after: Fields<Name>): FieldChange<Name>[] {
  const names = new Set([...before, ...after].map(([name]) => name))
  const [old, fresh] = [new Map(before), new Map(after)]
  return [...names].flatMap(name => {
    const change = { name, before: old.get(name) ?? null, after: fresh.get(name) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

function compareEvidence(before: FrozenBrief, after: FrozenBrief): EvidenceChange[] {
  const [old, fresh] = [usedRecords(before), usedRecords(after)]
  const stillUsed = idsUsed(after)
  const ids = [...new Set([...old.keys(), ...fresh.keys()])]
  return ids.flatMap((id): EvidenceChange[] => {
    const [was, is] = [old.get(id), fresh.get(id)]
    const shown = is ?? was
    if (!shown) return []
    const fields = changedFields(
      was ? evidenceFields(was, before.sources, is) : [],
      is ? evidenceFields(is, after.sources, was) : [],
    )
    if (was && is && fields.length === 0) return []
    const change = was && is ? 'changed' : is ? 'added' : stillUsed.has(id) ? 'deleted' : 'removed'
    return [{ id, kind: shown.kind, title: evidenceTitle(shown), change, fields }]
  })
}

/** By id: evidence first, then people and sources, each in the order in which the brief has them. */
function usedRecords({ evidence, sources }: FrozenBrief): Map<string, UsedRecord> {
  const used: UsedRecord[] = [
    ...evidence.quotes.map(record => ({ kind: 'quote' as const, record })),
    ...evidence.figures.map(record => ({ kind: 'figure' as const, record })),
    ...evidence.events.map(record => ({ kind: 'event' as const, record })),
    ...evidence.people.map(record => ({ kind: 'person' as const, record })),
    ...sources.map(record => ({ kind: 'source' as const, record })),
  ]
  return new Map(used.map(each => [each.record.id, each]))
}

/** What the text refers to, and the sources of that evidence, whether or not there is any. */
function idsUsed({ brief, evidence }: FrozenBrief): Set<string> {
  const anchored = [...evidence.quotes, ...evidence.figures, ...evidence.events]
  return new Set([
    ...parseReferences(brief.body).map(({ id }) => id),
    ...anchored.flatMap(({ anchor }) => (anchor ? [anchor.source] : [])),
  ])
}
