// What changed between two states of a brief and of everything it uses: pure, and the same for every reader.
import { diffArrays } from 'diff'
import { formatEdtf } from '../dates/format-edtf.ts'
import { diffWords } from '../diff/word-diff.ts'
import { parseReferences } from '../references/parse-references.ts'
import type {
  BriefChanges,
  ChangedBriefField,
  EvidenceChange,
  FieldChange,
  ParagraphChange,
} from './brief-changes.ts'
import { evidenceFields, evidenceTitle, type UsedRecord } from './evidence-fields.ts'
import type { FrozenBrief } from './frozen-brief.ts'

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
  const text = compareTexts(before.brief.body, after.brief.body)
  const evidence = compareEvidence(before, after)
  return {
    brief: after.brief.id,
    title: after.brief.title,
    from: { version: from.version, at: from.at },
    to: to && { version: to.version, at: to.at },
    fields,
    text,
    evidence,
    isSame: fields.length === 0 && evidence.length === 0 && text.every(({ kind }) => kind === 'same'),
  }
}

type Fields<Name extends string> = readonly (readonly [Name, string | null])[]

function briefFields({ brief, template }: FrozenBrief): Fields<ChangedBriefField> {
  const { title, marking, recipients, date, dueOn, answers } = brief
  return [
    ['title', title],
    ['marking', marking],
    ['recipients', recipients.length === 0 ? null : recipients.join('; ')],
    ['date', date && formatEdtf(date)],
    ['dueOn', dueOn && formatEdtf(dueOn)],
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

/** Two Markdown texts paragraph by paragraph; a paragraph that was rewritten in part has its words compared. */
function compareTexts(before: string, after: string): ParagraphChange[] {
  const runs = diffArrays(paragraphsOf(before), paragraphsOf(after))
  const changes: ParagraphChange[] = []
  for (const [index, { value, added, removed }] of runs.entries()) {
    // What comes right after a removal was paired with it.
    if (added && runs[index - 1]?.removed) continue
    const next = removed && runs[index + 1]?.added ? runs[index + 1]?.value : undefined
    if (next) changes.push(...pairParagraphs(value, next))
    else changes.push(...value.map(text => whole(added ? 'added' : removed ? 'removed' : 'same', text)))
  }
  return changes
}

function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map(paragraph => paragraph.trimEnd())
    .filter(paragraph => paragraph !== '')
}

function whole(kind: 'same' | 'added' | 'removed', text: string): ParagraphChange {
  return { kind, parts: [{ kind, text }] }
}

/** The share of words that two paragraphs need to have in common to be called the same one, rewritten. */
const likeness = 0.4

/** Paragraphs in the order of the new text, those that are gone before what stands in their place. */
function pairParagraphs(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let next = 0
  for (const old of removed) {
    const at = added.findIndex((text, index) => index >= next && likenessOf(old, text) >= likeness)
    if (at === -1) {
      changes.push(whole('removed', old))
      continue
    }
    changes.push(...added.slice(next, at).map(text => whole('added', text)))
    changes.push({ kind: 'changed', parts: diffWords(old, added[at] ?? '') })
    next = at + 1
  }
  return [...changes, ...added.slice(next).map(text => whole('added', text))]
}

function likenessOf(one: string, other: string): number {
  const [few, many] = [wordsOf(one), wordsOf(other)]
  const shared = [...few].filter(word => many.has(word)).length
  return shared / Math.max(few.size, many.size, 1)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
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
