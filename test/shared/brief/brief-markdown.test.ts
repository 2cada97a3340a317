import { describe, expect, test } from 'vitest'
import { briefMarkdown } from '../../../shared/brief/brief-markdown.ts'
import { type BriefParts, composeBrief } from '../../../shared/brief/compose-brief.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { briefWith, evidence, kato, source, talks, treasuries } from './records.ts'

const template = { title: 'Note', numbered: false, annex: false }

function partsWith(body: string, records = evidence, fields: Partial<Brief> = {}): BriefParts {
  return { brief: briefWith(body, fields), template, evidence: records, sources: [source] }
}

function markdownOf(body: string, fields: Partial<Brief> = {}, annex = false) {
  const parts = { ...partsWith(body, evidence, fields), template: { ...template, annex } }
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
  expect(markdown).toMatch(
    /^---\ngenerator: Dispatch Box\ntitle: Holdings\nform: Note\nmarking: OFFICIAL\nto:\n {2}- A\n {2}- B\n---\n/,
  )
  expect(markdown).toContain('\n---\n\n**OFFICIAL**\n\n# Holdings\n\nText')
})

test('an entity in words of a record is no entity', () => {
  const parts = partsWith('::quote{#kato-option}', {
    ...evidence,
    quotes: [{ ...kato, text: 'AT&amp;T said &#60; R & D' }],
  })
  expect(briefMarkdown(composeBrief(parts), parts)).toContain('> AT\\&amp;T said \\&#60; R & D')
})

test.each([
  ['3.5 per cent', '3.5 per cent'],
  ['-1.5 per cent', '-1.5 per cent'],
  ['12. No list', '12\\. No list'],
  ['- no list', '\\- no list'],
  ['# no heading', '\\# no heading'],
  ['---', '\\---'],
])('a label of %s begins a line as %s', (label, written) => {
  expect(bodyOf(`:figure[${label}]{#us-treasuries} is`)).toBe(`${written}[^source-1] is`)
})

test('HTML in a text is words, as it is on the page', () => {
  expect(bodyOf('One <b>bold</b> <?php word?>.')).toBe('One \\<b>bold\\</b> \\<?php word?>.\n')
  const kept = '`<b>` <https://a.org> <a@b.org> 1 < 2 [x](<a b> "<b>")\n'
  expect(bodyOf(kept)).toBe(kept)
  expect(bodyOf('> <script>\n> alert(1)\n> </script>\n\nEnd')).toBe(
    '> \\<script>\n> alert(1)\n> \\</script>\n\nEnd\n',
  )
})

describe('timelines', () => {
  const hostile = { ...talks, title: '<img src=x> *a* [b](c)' }
  const timeline = (body: string, fields: Partial<Brief> = {}, more: Partial<BriefParts> = {}) => {
    const parts = { ...partsWith(body, { ...evidence, events: [hostile] }, fields), ...more }
    return briefMarkdown(composeBrief(parts), parts)
  }

  test('their events are words with the mark of their source', () => {
    const markdown = timeline('::timeline[Talks]{from=2025-05 to=2025-06}')
    expect(markdown).toContain(
      'Talks\n\n- 3–31 May 2025: \\<img src=x\\> \\*a\\* \\[b\\](c) (expected)[^source-1]',
    )
    expect(markdown).toContain('[^source-1]: *')
  })

  test('they stand in the list or the quotation that they are in', () => {
    expect(timeline('- Now\n\n  ::timeline[Talks]{from=2025-05 to=2025-06}')).toContain(
      '  Talks\n  \n  - 3–31',
    )
    expect(timeline('> ::timeline[Talks]{from=2025-05 to=2025-06}')).toContain('> Talks\n> \n> - 3–31')
  })

  test('what is overdue is judged on the day of the version where the brief has none', () => {
    const issue = { version: 1, day: '2025-09-01' }
    expect(timeline('::timeline{from=2025-05 to=2025-06}', {}, { issue })).toContain('(overdue)')
    expect(timeline('::timeline{from=2025-05 to=2025-06}', { date: '2025-05-04' }, { issue })).toContain(
      '(expected)',
    )
  })
})

describe('pictures', () => {
  const sha256 = 'ab12'.repeat(16)
  const at = (body: string, address: string | null = 'a.png', isKept = true) => {
    const pictures = { [sha256]: isKept ? { width: 4, height: 2 } : null }
    const parts = { ...partsWith(body), pictures }
    return briefMarkdown(composeBrief(parts), parts, () => address)
      .split(/\n# .*\n\n/)[1]
      ?.trim()
  }

  test.each([
    ['words with brackets', `![a [b] c](attachment:${sha256})`, '![a [b] c](a.png)'],
    ['an escaped bracket', `![a\\]b](<attachment:${sha256}> "Caption")`, '![a\\]b](<a.png> "Caption")'],
    ['an address elsewhere', `![x][P]\n\n[p]: attachment:${sha256}`, '![x][P]\n\n[p]: a.png'],
    ['words that are the label', `![P]\n\n[p]: attachment:${sha256}`, '![P]\n\n[p]: a.png'],
    ['a picture in a link', `[![x](attachment:${sha256})](https://a.org)`, '[![x](a.png)](https://a.org)'],
  ])('the address of one with %s is where it is found', (_name, body, written) => {
    expect(at(body)).toBe(written)
  })

  test.each([
    ['code', `\`![x](attachment:${sha256})\``],
    ['a link', `[x](attachment:${sha256})`],
    ['a definition of a link', `[x][p]\n\n[p]: attachment:${sha256}`],
  ])('%s stays as it is', (_name, body) => {
    expect(at(body)).toBe(body)
  })

  test('one that is found nowhere is told in words', () => {
    expect(at(`See ![Squares](attachment:${sha256}) here`, null)).toBe('See *Squares* here')
    expect(at(`![Squares](attachment:${sha256})`, null, false)).toBe('Picture missing: Squares')
  })
})

test('a decision is a line of boxes, and a break of a page nothing', () => {
  expect(bodyOf('::decision{agreed not-agreed}\n\n::page-break\n\nEnd')).toMatch(
    /^Decision: ☐ Agreed \/ ☐ Not agreed[\s\S]*\n\nEnd\n$/,
  )
})

test('an annex lists the evidence with what it stands among', () => {
  expect(markdownOf('::quote{#kato-option}', {}, true)).toContain('## Annex: Evidence\n\n- **E1** “')
})
