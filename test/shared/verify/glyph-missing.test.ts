import { describe, expect, test } from 'vitest'
import { answeredChecks } from '../../../shared/brief/annex.ts'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { evidenceContext } from '../../../shared/brief/evidence-context.ts'
import { renderBrief } from '../../../shared/brief/render-brief.ts'
import { wordsOfHtml } from '../../../shared/markdown/escape-html.ts'
import { anchorAt } from '../../../shared/model/anchor.ts'
import {
  exampleBrief,
  exampleEvent,
  exampleFigure,
  exampleQuote,
  exampleSource,
} from '../../../shared/verify/example-records.ts'
import { missingGlyphs } from '../../../shared/verify/missing-glyphs.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'
import { briefWith } from '../brief/records.ts'

const form = {
  title: 'Submission',
  numbered: false,
  pages: null,
  limits: { bottomLine: null },
  checks: {},
  annex: true,
}

const found = (parts: Parameters<typeof verifyBrief>[0]) =>
  verifyBrief(parts).filter(({ rule }) => rule === 'glyph-missing')

test.each([
  'Plain words, “quoted”, with a dash – and a figure: €1.13 trillion (±2 %).',
  'Ångström, naïve, Łódź, Việt Nam, Ελλάδα, Україна',
  'وزير المالية שר האוצר वित्त मंत्री 日本国債 한국은행 这是简体中文',
  '→ ← ⇒ ≤ ≥ ≠ ≈ ∑ √ ∞ ✓ ✗ ★ ● ■ ▲ ⚠️ ☎ 😀 👍🏽 🇯🇵 👩‍💻 1️⃣',
  'e\u0301 written in two, a soft\u00adhyphen, a no-break\u00a0space, a\u200djoiner, a\ttab',
])('%s has all of its glyphs', text => {
  expect(missingGlyphs(text)).toEqual([])
})

test('what no face has is found in runs, with the first character and how many there are', () => {
  expect(missingGlyphs('a ภาษา ไทย, then ⅔.')).toEqual([
    { start: 2, end: 10, first: 'ภ', count: 7 },
    { start: 17, end: 18, first: '⅔', count: 1 },
  ])
  expect(missingGlyphs('\u{e000}')).toMatchObject([{ first: '\u{e000}' }])
})

test('a finding names the character, its code point and its place', () => {
  expect(found(exampleBrief('# One\n\nAbout ⅔ of it, `⅔` of it.'))).toMatchObject([
    {
      line: 3,
      column: 7,
      endColumn: 8,
      severity: 'warning',
      message: expect.stringContaining('“⅔” (U+2154)'),
    },
    { line: 3, column: 17 },
  ])
})

test('a character that is written by its number is one, and in code it is not', () => {
  expect(
    found(exampleBrief('A &#x2154; of &#8532;, &#189; and `&#8532;`, &#0; &#99999999; &copy;.')),
  ).toMatchObject([
    { column: 3, endColumn: 11, message: expect.stringContaining('“⅔” (U+2154)') },
    { column: 15, endColumn: 22 },
  ])
})

test('what is not printed is not looked at', () => {
  expect(found(exampleBrief('A <!-- ⅔ --> b [c](https://x.org/⅔ "⅔").\n\n<!-- ⅔ -->'))).toEqual([])
})

test('what a linked record brings in is found where it is linked, and the title at the top', () => {
  const quotes = [{ ...exampleQuote, speaker: 'ทักษิณ' }]
  const parts = exampleBrief('He said :quote[]{#kato-option}.', { quotes })
  expect(found(parts)).toMatchObject([{ line: 1, column: 9, evidence: 'kato-option' }])
  const titled = { ...parts, brief: { ...parts.brief, body: 'x', title: 'ไทย' } }
  expect(found(titled)).toMatchObject([{ line: 1, column: 1, message: expect.stringContaining('“ไทย”') }])
})

describe('what an annex prints', () => {
  const text = 'He said ไม่ to it. In Bangkok (กรุงเทพ) the talks go on through May.'
  const source = { ...exampleSource, id: 'thai-report', text }
  const start = text.indexOf('through May')
  const event = { ...exampleEvent, anchor: anchorAt(source, start, start + 'through May'.length) }
  const body = 'Talks :event[go on]{#trade-talks}, and :event[on]{#trade-talks}.'
  const parts = exampleBrief(body, { events: [event], sources: [exampleSource, source] })

  test('the words around evidence in its source are looked at where it is linked first', () => {
    expect(found({ ...parts, template: form })).toMatchObject([
      {
        column: 7,
        evidence: 'trade-talks',
        message: expect.stringContaining('7 characters of what stands there in its source'),
      },
    ])
  })

  test('a form without an annex prints none of them', () => {
    expect(found({ ...parts, template: { ...form, annex: false } })).toEqual([])
    expect(found(parts)).toEqual([])
  })

  test('a text that changed is looked at anew', () => {
    const mended = { ...source, text: text.replace('กรุงเทพ', 'Krungth') }
    expect(found({ ...parts, sources: [exampleSource, mended], template: form })).toEqual([])
  })

  test('the reason for which a finding may stand is looked at once it stands there', () => {
    const body = 'Holdings fell by 12 per cent.'
    const answer = {
      rule: 'number-unsourced',
      words: '12 per cent',
      evidence: null,
      reason: 'ครับ',
      at: '2025-05-03T09:00:00.000Z',
    }
    const answered = { ...exampleBrief(body), answers: [answer], template: form }
    expect(found(answered)).toMatchObject([
      { column: 18, message: expect.stringContaining('of what the annex says of an answered check') },
    ])
    const nothingToAnswer = exampleBrief('Holdings fell.')
    expect(found({ ...nothingToAnswer, answers: [answer], template: form })).toEqual([])
    expect(found({ ...answered, template: { ...form, annex: false } })).toEqual([])
  })

  test('so is an address that the answered words hide', () => {
    const words = '[a page](https://x.org/ไทย)'
    const answer = {
      rule: 'link-remote',
      evidence: null,
      reason: 'It may go.',
      at: '2025-05-03T09:00:00.000Z',
    }
    const body = `See ${words}.`
    expect(found({ ...exampleBrief(body), template: form })).toEqual([])
    const answers = [{ ...answer, words }]
    expect(found({ ...exampleBrief(body), answers, template: form })).toMatchObject([{ column: 5 }])
  })
})

/** A brief with an annex whose words of every kind are asked for by name. */
function briefOf(say: (what: string) => string) {
  const around = exampleSource.text.replace('Talks', `Talks ${say('the words around an event')}`)
  const source = {
    ...exampleSource,
    text: around,
    title: say('the title of a source'),
    publisher: say('the publisher of a source'),
    authors: [say('an author of a source')],
    url: `https://example.org/${say('the address of a source')}`,
  }
  const start = around.indexOf('through May')
  const anchor = anchorAt(source, start, start + 'through May'.length)
  const quote = {
    ...exampleQuote,
    text: say('the words of a quote'),
    speaker: say('a speaker'),
    role: say('a role'),
    organisation: say('an organisation'),
    translation: { text: say('a translation'), language: 'en' },
  }
  const figure = { ...exampleFigure, measures: say('a measure'), unit: say('a unit') }
  const event = {
    ...exampleEvent,
    title: say('the title of an event'),
    place: say('a place'),
    participants: [say('a participant')],
    anchor,
  }
  const person = {
    id: 'kato',
    name: say('a person'),
    role: say('their role'),
    organisation: say('their body'),
  }
  const body = `## ${say('a heading')}

::quote{#kato-option}

::figure{#us-treasuries}

::person{#kato}

::brief{#other}

::timeline[${say('the title of a timeline')}]{from=2025}

> [!note]
> ${say('a callout')}[^1].

| ${say('a cell')} | b |
|---|---|
| c | 12 per cent |

::decision{options="${say('an option')}, No"}

![${say('what a picture shows')}](attachment:${'a'.repeat(64)} "${say('a caption')}")

\`${say('code')}\`

[^1]: ${say('a note')}`
  const brief = {
    ...briefWith(body),
    title: say('the title'),
    recipients: [say('an addressee')],
    dueOn: '2025-06-01',
    marking: say('a marking'),
    reference: say('a reference'),
    date: '2025-05-03',
  }
  const answer = { rule: 'number-unsourced', words: '12 per cent', evidence: null, reason: say('a reason') }
  const answers = [{ ...answer, at: '2025-05-03T09:00:00.000Z' }]
  const template = { ...form, title: say('the name of the form'), due: say('what the due day is called') }
  const evidence = { quotes: [quote], figures: [figure], events: [event], people: [person] }
  const briefs = [{ id: 'other', title: say('the title of another brief') }]
  // What it shows is printed in its place.
  const pictures = { ['a'.repeat(64)]: null }
  const findings = verifyBrief({ brief, template, evidence, sources: [source], briefs, answers })
  const contexts = Object.fromEntries(
    [quote, figure, event].map(({ id, anchor }) => [id, anchor && evidenceContext(anchor, source)]),
  )
  const annex = { contexts, answered: answeredChecks(findings, body, rule => rule) }
  const composed = composeBrief({ brief, template, evidence, sources: [source], briefs, pictures, annex })
  const { html, marginWords } = renderBrief(composed)
  return { printed: `${wordsOfHtml(html)} ${marginWords}`, findings }
}

const everyWord: string[] = []
briefOf(what => {
  everyWord.push(what)
  return 'words'
})

test.each(everyWord)('what is printed is looked at: %s', asked => {
  const { printed, findings } = briefOf(what => (what === asked ? 'ไทย' : 'words'))
  // In capitals, as markings are, it is the same.
  expect(printed).toContain('ไทย')
  expect(findings.filter(({ rule }) => rule === 'glyph-missing')).not.toEqual([])
})

test('what has all of its glyphs is found nowhere', () => {
  const { findings } = briefOf(() => 'words')
  expect(findings.filter(({ rule }) => rule === 'glyph-missing')).toEqual([])
})
