import { expect, test } from 'vitest'
import { briefMarkdown } from '../../../shared/brief/brief-markdown.ts'
import { type BriefParts, composeBrief } from '../../../shared/brief/compose-brief.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { briefWith, evidence, kato, source, treasuries } from './records.ts'

function markdownOf(body: string, fields: Partial<Brief> = {}, annex = false) {
  const template = { title: 'Note', numbered: false, annex }
  const parts: BriefParts = { brief: briefWith(body, fields), template, evidence, sources: [source] }
  return briefMarkdown(composeBrief(parts), parts)
}

const bodyOf = (body: string) =>
  markdownOf(body)
    .split(/\n# .*\n\n/)[1]
    ?.split('\n\n[^source-1]:')[0]

test('a reference stands as its words, with a footnote of its source', () => {
  expect(
    bodyOf('He said :quote["does exist as an option"]{#kato-option} of :figure[]{#us-treasuries}.'),
  ).toBe('He said “does exist as an option”[^source-1] of $1.13 trillion[^source-1].')
  expect(markdownOf(':figure[]{#us-treasuries}')).toContain(`[^source-1]: *${source.title}*, `)
})

test('a quote on a line of its own is a quotation with who said it, also in a list', () => {
  expect(bodyOf('::quote{#kato-option}')).toBe(
    `> ${kato.text}\n>\n> — Katsunobu Kato, Finance Minister, Japan[^source-1]`,
  )
  expect(bodyOf('- They say\n\n  ::quote{#kato-option}')).toBe(
    `- They say\n\n  > ${kato.text}\n  >\n  > — Katsunobu Kato, Finance Minister, Japan[^source-1]`,
  )
})

test('a series is a table of its values', () => {
  const series = [
    { asOf: '2025-03', value: '1100' },
    { asOf: '2025-04', value: '1130' },
  ]
  const parts: BriefParts = {
    brief: briefWith('::figure{#us-treasuries}'),
    template: { title: 'Note', numbered: false, annex: false },
    evidence: { ...evidence, figures: [{ ...treasuries, series }] },
    sources: [source],
  }
  expect(briefMarkdown(composeBrief(parts), parts)).toContain(
    '| Date | USD |\n| --- | ---: |\n| March 2025 | 1100 |\n| April 2025 | 1130 |',
  )
})

test('what a person wrote stays as it is written, but for comments', () => {
  const body = '## Issue\n\n*Whether*[^why] | `a`\n\n<!-- prompt -->\n\n[^why]: A **note**.'
  expect(bodyOf(body)?.trim().replace(/\n+/g, '\n')).toBe(
    '## Issue\n*Whether*[^why] | `a`\n[^why]: A **note**.',
  )
})

test('words of records are no marks of Markdown', () => {
  const parts: BriefParts = {
    brief: briefWith('::quote{#kato-option}'),
    template: { title: 'Note', numbered: false, annex: false },
    evidence: { ...evidence, quotes: [{ ...kato, text: '# not *a* [heading] <b>' }] },
    sources: [source],
  }
  expect(briefMarkdown(composeBrief(parts), parts)).toContain('> \\# not \\*a\\* \\[heading\\] \\<b\\>')
})

test('its particulars are a front matter, and its marking stands over the text', () => {
  const markdown = markdownOf('Text', { title: 'Holdings', marking: 'official', recipients: ['A', 'B'] })
  expect(markdown).toMatch(/^---\ntitle: Holdings\nform: Note\nmarking: OFFICIAL\nto:\n {2}- A\n {2}- B\n/)
  expect(markdown).toContain('\ngenerator: Dispatch Box\n---\n\n**OFFICIAL**\n\n# Holdings\n\nText')
})

test('a decision is a line of boxes, and a break of a page nothing', () => {
  expect(bodyOf('::decision{agreed not-agreed}\n\n::page-break\n\nEnd')).toMatch(
    /^Decision: ☐ Agreed \/ ☐ Not agreed[\s\S]*\n\nEnd\n$/,
  )
})

test('an annex lists the evidence with what it stands among', () => {
  expect(markdownOf('::quote{#kato-option}', {}, true)).toContain('## Annex: Evidence\n\n- **E1** “')
})
