// What the reader of a brief must take away: how many words it has, against what the form allows.
import { countWords } from '../extract/quotations.ts'
import type { Range } from '../extract/sentences.ts'
import { recordForm } from '../references/record-form.ts'
import type { VerifiedBrief } from './rule.ts'

/** The section under the form's heading for it, as the brief has it. `heading` is the range of the heading itself. */
export type BottomLine = { title: string; words: number; limit: number; heading: Range }

/** Null where the form sets no limit, or the brief has no such heading. */
export function bottomLineOf(brief: Pick<VerifiedBrief, 'text' | 'references' | 'resolve' | 'template'>) {
  const limit = brief.template?.limits.bottomLine ?? null
  if (limit === null) return null
  const section = brief.text.sections.find(({ heading }) => isSame(heading, limit.heading))
  if (section === undefined) return null
  const { start, bodyStart, end, heading: title } = section
  const words = wordsOf(brief, bodyStart, end)
  return { title, words, limit: limit.words, heading: { start, end: bodyStart } } satisfies BottomLine
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** The words as they are read: with those that references show. */
function wordsOf(
  { text, references, resolve }: Pick<VerifiedBrief, 'text' | 'references' | 'resolve'>,
  start: number,
  end: number,
): number {
  const shown = references
    .filter(each => start <= each.start && each.end <= end)
    .map(reference => {
      const linked = resolve(reference)
      if (reference.label !== '' || linked === null) return reference.label
      if (linked.kind === 'person') return linked.record.name
      return linked.kind === 'source' || linked.kind === 'brief' ? linked.record.title : recordForm(linked)
    })
  return [text.prose.slice(start, end), ...shown].reduce(
    (count, words) => count + countWords(words, Number.POSITIVE_INFINITY),
    0,
  )
}
