import { describe, expect, test } from 'vitest'
import { answeredChecks } from '../../../shared/brief/annex.ts'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { evidenceContext } from '../../../shared/brief/evidence-context.ts'
import { renderBrief } from '../../../shared/brief/render-brief.ts'
import { anchorAt } from '../../../shared/model/anchor.ts'
import type { Finding } from '../../../shared/verify/finding.ts'
import { briefWith, evidence, kato, source, treasuries } from './records.ts'

const body =
  'Japan holds :figure[]{#us-treasuries}.\n\n::quote{#kato-option}\n\nAgain :figure[$1.13tn]{#us-treasuries} and 12% of it.'

const finding: Finding = {
  rule: 'number-unsourced',
  severity: 'warning',
  line: 5,
  column: 44,
  endLine: 5,
  endColumn: 47,
  message: 'Nothing says where 12% is from.',
  evidence: null,
}

function annexOf(given: { annex?: boolean; findings?: readonly Finding[]; text?: string } = {}) {
  const { annex = true, findings = [], text = body } = given
  const contexts = Object.fromEntries(
    [kato, treasuries].map(({ id, anchor }) => [id, anchor && evidenceContext(anchor, source)]),
  )
  const document = composeBrief({
    brief: briefWith(text),
    template: { title: 'Note', numbered: false, annex },
    evidence,
    sources: [source],
    annex: { contexts, answered: answeredChecks(findings, text, rule => `What ${rule} <finds>.`) },
  })
  return { document, html: renderBrief(document).html }
}

describe('the annex', () => {
  test('numbers each piece of evidence once, in the order of first use, with the number of its source', () => {
    const { annex } = annexOf().document
    expect(
      annex?.evidence.map(({ number, evidence, source }) => [number, evidence.record.id, source?.number]),
    ).toEqual([
      [1, 'us-treasuries', 1],
      [2, 'kato-option', 1],
    ])
  })

  test('prints the words, what stands around them, the day of capture and the first twelve of the SHA-256', () => {
    const { html } = annexOf()
    const annex = html.slice(html.indexOf('<section class="annex"'))
    expect(annex).toContain('E2')
    expect(annex).toContain('It does exist as an option. Whether or not we act on it is a separate matter.')
    expect(annex).toContain('Kato responded: “<b>It does exist')
    expect(annex).toContain('captured 4 May 2025')
    expect(annex).toMatch(/SHA-256 ab12ab12ab12(?![0-9a-f])/)
  })

  test('prints the reason of an answered check with what it is about, and no check that was not answered', () => {
    const answered = { ...finding, answer: 'A <dealer> said so.' }
    const { html } = annexOf({ findings: [answered, { ...finding, rule: 'date-unsourced' }] })
    expect(html).toContain('What number-unsourced &#60;finds&#62;. It is about “12%”.')
    expect(html).toContain('A &#60;dealer&#62; said so.')
    expect(html).not.toContain('date-unsourced')
  })

  test('is not there where a form has none, nor where there is nothing to say', () => {
    expect(annexOf({ annex: false }).document.annex).toBeNull()
    expect(annexOf({ text: 'Nothing is linked.' }).document.annex).toBeNull()
    expect(annexOf({ annex: false }).html).not.toContain('annex')
  })
})

test('an answer that stands for findings on the same words is told once', () => {
  const answered = { ...finding, answer: 'The ministry said so.' }
  expect(answeredChecks([answered, { ...answered }], body, () => 'Wrong.')).toHaveLength(1)
})

describe('what stands around evidence', () => {
  const inText = (text: string, words: string, kind: 'text' | 'markdown' = 'text') => {
    const start = text.indexOf(words)
    const of = { ...source, text, kind }
    return evidenceContext(anchorAt(of, start, start + words.length), of)
  }

  test('is its sentence', () => {
    expect(
      inText('It was late. Japan holds $1.13 trillion in bonds. Nobody asked.', '$1.13 trillion'),
    ).toEqual({
      before: 'Japan holds ',
      words: '$1.13 trillion',
      after: ' in bonds.',
      page: null,
    })
  })

  test('is its paragraph where the words are a whole sentence', () => {
    expect(inText('It was late. Japan holds them. Nobody asked.', 'Japan holds them.')).toEqual({
      before: 'It was late. ',
      words: 'Japan holds them.',
      after: ' Nobody asked.',
      page: null,
    })
  })

  test('is not known where nothing stands around the words, or they are no longer there', () => {
    expect(inText('Japan holds them.', 'Japan holds them.')).toBeNull()
    const moved = anchorAt(source, 0, 5)
    expect(evidenceContext(moved, { text: 'Other words altogether.', kind: 'text', pages: [] })).toBeNull()
  })

  test('says on which page the words begin, also where nothing stands around them', () => {
    const text = 'Front matter. Japan holds them. Nobody asked.'
    const pages = [
      { label: 'iv', start: 0 },
      { label: '1', start: text.indexOf('Japan') },
    ]
    const paged = { ...source, text, pages }
    const pageOf = (words: string) => {
      const start = text.indexOf(words)
      return evidenceContext(anchorAt(paged, start, start + words.length), paged)?.page
    }
    expect([pageOf('matter'), pageOf('Japan holds'), pageOf('asked'), pageOf(text)]).toEqual([
      'iv',
      '1',
      '1',
      'iv',
    ])
  })

  test('is shortened at a word, and says so', () => {
    const context = inText(`${'far '.repeat(100)}away it said ten and ${'on '.repeat(100)}.`, 'ten')
    expect(context?.before).toMatch(/^… far /)
    expect(context?.after).toMatch(/ on …$/)
    expect((context?.before ?? '').length).toBeLessThan(150)
  })

  test('shows escapes of Markdown as what they stand for', () => {
    expect(inText('He \\*really\\* said ten of them.', 'ten', 'markdown')?.before).toBe('He *really* said ')
  })
})
