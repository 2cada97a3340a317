import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { draftBody } from '../../../shared/brief/draft-body.ts'
import { parseTemplate } from '../../../shared/brief/parse-template.ts'
import { anchorAt } from '../../../shared/model/anchor.ts'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import { evidence, kato, resolution, source, talks, treasuries } from './records.ts'

const file = join(import.meta.dirname, '../../../resources/templates/market-morning-note.md')
const template = parseTemplate('market-morning-note', readFileSync(file, 'utf8'))
const none = { quotes: [], figures: [], events: [] }

const section = (body: string, heading: string) =>
  body.split(/^## /m).find(part => part.startsWith(heading)) ?? ''

describe('a draft from the sample', () => {
  const body = draftBody({ template, source, evidence, unresolved: [] })

  test('links every piece of evidence once', () => {
    expect(parseReferences(body).map(({ kind, id, label }) => [kind, id, label])).toEqual([
      ['figure', 'us-treasuries', ''],
      ['quote', 'kato-option', ''],
      ['quote', 'smith-leverage', ''],
      ['event', 'talks', 'through May 2025'],
      ['event', 'resolution', 'by June 2025'],
    ])
  })

  test('puts figures and events into the sentences they come from, under their headings', () => {
    expect(section(body, 'Overnight')).toContain(
      'Japan holds a powerful financial card—:figure[]{#us-treasuries} in US Treasury bonds.',
    )
    expect(section(body, 'Key events')).toContain(
      '- Discussions are expected to continue :event[through May 2025]{#talks}, with potential resolutions :event[by June 2025]{#resolution}.',
    )
  })

  test('keeps prompts only where nothing was drafted', () => {
    expect(section(body, 'Top call')).toContain('<!--')
    expect(section(body, 'What was said')).not.toContain('<!--')
  })
})

test('without evidence the draft is the template', () => {
  expect(draftBody({ template, source, evidence: none, unresolved: [] })).toBe(template.body)
})

test('a sentence with an unresolved date stands once, as it is, with its source', () => {
  const sentence = 'Discussions are expected to continue through May, with potential resolutions by June.'
  const unresolved = [
    { text: 'through May', sentence },
    { text: 'by June', sentence },
  ]
  const body = draftBody({ template, source, evidence: none, unresolved })
  expect(section(body, 'Key events').match(/^- .*/gm)).toEqual([
    `- ${sentence} (:source[Japan holds a powerful financial card]{#japan-treasuries})`,
  ])
})

test('evidence without words in the source stands on a line of its own', () => {
  const moved = { ...treasuries, anchor: { ...anchorAt(source, 0, 5), position: { start: 3, end: 8 } } }
  const body = draftBody({
    template,
    source,
    evidence: { quotes: [], figures: [moved], events: [{ ...talks, anchor: null }] },
    unresolved: [],
  })
  expect(section(body, 'Overnight')).toContain('::figure{#us-treasuries}')
  expect(section(body, 'Key events')).toContain('::event{#talks}')
})

test('a figure in somebody’s own words is not taken out of them', () => {
  const start = source.text.indexOf('an option')
  const inQuote = { ...treasuries, anchor: anchorAt(source, start, start + 9) }
  const body = draftBody({
    template,
    source,
    evidence: { quotes: [kato], figures: [inQuote], events: [] },
    unresolved: [],
  })
  expect(parseReferences(body).map(({ id }) => id)).toEqual([kato.id])
  expect(body).not.toContain('It does exist')
})

test('no word between quotation marks is changed, also where they are no quote', () => {
  const text = 'Kato said “we finish by June” in Tokyo.'
  const brief = { ...source, text, kind: 'text' as const }
  const start = text.indexOf('by June')
  const event = { ...resolution, when: '../2025-06', anchor: anchorAt(brief, start, start + 7) }
  const body = draftBody({ template, source: brief, evidence: { ...none, events: [event] }, unresolved: [] })
  expect(body).toContain(`Kato said “we finish :event[by June]{#${event.id}}” in Tokyo.`)
})

test('evidence whose words overlap is linked once in the sentence and once alone', () => {
  const start = source.text.indexOf('by June')
  const overlapping = { ...resolution, id: 'june', anchor: anchorAt(source, start + 3, start + 7) }
  const body = draftBody({
    template,
    source,
    evidence: { ...none, events: [resolution, overlapping] },
    unresolved: [],
  })
  expect(parseReferences(body).map(({ id, block }) => [id, block])).toEqual([
    ['resolution', false],
    ['june', true],
  ])
})

test('marks in a plain-text source stay what they are', () => {
  const text = '# Not a heading: *5 dollars* for [a] <b>, :quote{#x} & &amp;.'
  const plain = { ...source, kind: 'text' as const, text }
  const start = text.indexOf('5 dollars')
  const figure = { ...treasuries, anchor: anchorAt(plain, start, start + 9) }
  const body = draftBody({
    template,
    source: plain,
    evidence: { ...none, figures: [figure] },
    unresolved: [],
  })
  expect(section(body, 'Overnight')).toContain(
    '\\# Not a heading: \\*:figure[5 dollars]{#us-treasuries}\\* for \\[a\\] \\<b>, \\:quote{#x} & \\&amp;.',
  )
})
