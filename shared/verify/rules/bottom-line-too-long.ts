import { countWords } from '../../extract/quotations.ts'
import { recordForm } from '../../references/record-form.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule, VerifiedBrief } from '../rule.ts'

const template = { pages: null, limits: { bottomLine: { heading: 'Top call', words: 12 } }, checks: {} }

export const bottomLineTooLong: Rule = {
  name: 'bottom-line-too-long',
  severity: 'warning',
  wrong: 'What the reader must take away is longer than the form of the brief allows.',
  mend: 'Say the one thing, and move its reasons further down.',
  examples: {
    wrong: {
      given: 'The template allows 12 words under “Top call”.',
      ...exampleBrief(
        '## Top call\n\nTokyo keeps its bonds for now, and uses the hint of a sale to win time in the talks.',
      ),
      template,
    },
    right: { ...exampleBrief('## Top call\n\nTokyo keeps its bonds for now, and uses the hint.'), template },
  },
  find: brief => {
    const limit = brief.template?.limits.bottomLine ?? null
    const section = brief.text.sections.find(({ heading }) => isSame(heading, limit?.heading ?? ''))
    if (limit === null || section === undefined) return []
    const count = wordsOf(brief, section.bodyStart, section.end)
    if (count <= limit.words) return []
    const message = `“${section.heading}” has ${count} words; this form allows ${limit.words}.`
    return [{ start: section.start, end: section.bodyStart, message, evidence: null }]
  },
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** The words as they are read: with those that references show. */
function wordsOf({ text, references, resolve }: VerifiedBrief, start: number, end: number): number {
  const shown = references
    .filter(each => start <= each.start && each.end <= end)
    .map(reference => {
      const linked = resolve(reference)
      if (reference.label !== '' || linked === null) return reference.label
      return linked.kind === 'source' || linked.kind === 'brief' ? linked.record.title : recordForm(linked)
    })
  return [text.prose.slice(start, end), ...shown].reduce(
    (count, words) => count + countWords(words, Number.POSITIVE_INFINITY),
    0,
  )
}
