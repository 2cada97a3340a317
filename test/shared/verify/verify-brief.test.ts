import { describe, expect, test } from 'vitest'
import { isOpenError } from '../../../shared/verify/answer.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'
import { evidence, kato, source, treasuries } from '../brief/records.ts'

const undated = { ...source, publishedOn: null }
const verify = (body: string, more: Partial<Parameters<typeof verifyBrief>[0]> = {}) =>
  verifyBrief({ brief: { body }, evidence, sources: [source], ...more })

describe('reference-dangling', () => {
  test('names what is missing, with its place', () => {
    expect(verify('Text.\n\nSee :quote[words]{#gone} here.')).toEqual([
      {
        rule: 'reference-dangling',
        severity: 'error',
        line: 3,
        column: 5,
        endLine: 3,
        endColumn: 25,
        message: expect.stringContaining('There is no quote “gone”'),
        evidence: 'gone',
      },
    ])
  })

  test('is silent where everything is there', () => {
    expect(
      verify(
        ':quote[]{#kato-option} :figure[]{#us-treasuries}\n\n::event{#talks}\n\n:source[]{#japan-treasuries}',
      ),
    ).toEqual([])
  })

  test('finds an id of another kind missing', () => {
    expect(verify('::figure{#kato-option}')).toMatchObject([{ evidence: 'kato-option' }])
  })

  test('looks up briefs where the briefs are given', () => {
    expect(verify(':brief[]{#b}')).toEqual([])
    expect(verify(':brief[]{#b}', { briefs: [{ id: 'b', title: 'B' }] })).toEqual([])
    expect(verify(':brief[]{#b}', { briefs: [] })).toMatchObject([{ evidence: 'b' }])
  })
})

describe('source-undated', () => {
  test('names each undated source once, at its first use', () => {
    const findings = verify('::quote{#kato-option}\n\n:event[by June]{#resolution}', { sources: [undated] })
    expect(findings).toMatchObject([
      { rule: 'source-undated', severity: 'warning', line: 1, column: 1, evidence: 'japan-treasuries' },
    ])
  })

  test('is silent for a source that is dated, or not used', () => {
    expect(verify('::quote{#kato-option}')).toEqual([])
    expect(verify('Text.', { sources: [undated] })).toEqual([])
  })
})

test('findings stand in the order of their places', () => {
  const findings = verify(':quote[]{#a} ::x\n:quote[]{#kato-option} :quote[]{#b}', { sources: [undated] })
  expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
    ['reference-dangling', 1],
    ['source-undated', 2],
    ['reference-dangling', 2],
  ])
})

describe('answers and choices', () => {
  const body = 'Exports fell 12%.'
  const answer = {
    rule: 'number-unsourced',
    words: '12%',
    evidence: null,
    reason: 'Told to us by the ministry.',
    at: '2025-05-03T10:00:00.000Z',
  }

  test('an answered finding comes with its reason, wherever its words stand now', () => {
    expect(verify(body, { answers: [answer] })).toMatchObject([{ answer: answer.reason }])
    expect(verify(`Before.\n\n${body}`, { answers: [answer] })).toMatchObject([
      { line: 3, answer: answer.reason },
    ])
  })

  test('an answer is to those words, that rule and that evidence alone; the newest counts', () => {
    for (const other of [{ words: '13%' }, { rule: 'date-unsourced' }, { evidence: 'us-treasuries' }]) {
      expect(verify(body, { answers: [{ ...answer, ...other }] })[0]).not.toHaveProperty('answer')
    }
    const newer = { ...answer, reason: 'Newer.', at: '2025-05-04T10:00:00.000Z' }
    expect(verify(body, { answers: [newer, answer] })).toMatchObject([{ answer: 'Newer.' }])
  })

  test('an error that nobody answered is open', () => {
    const [error] = verify(':quote[]{#gone}')
    const answered = verify(':quote[]{#gone}', {
      answers: [{ ...answer, rule: 'reference-dangling', words: ':quote[]{#gone}', evidence: 'gone' }],
    })
    expect(error && isOpenError(error)).toBe(true)
    expect(answered.map(isOpenError)).toEqual([false])
    expect(verify(body).map(isOpenError)).toEqual([false])
  })

  test('a rule is off where the template says so, and the library goes before it', () => {
    const template = { pages: null, limits: { bottomLine: null }, checks: { 'number-unsourced': false } }
    expect(verify(body, { template })).toEqual([])
    expect(verify(body, { template, checks: { 'number-unsourced': true } })).toHaveLength(1)
    expect(verify(body, { checks: { 'number-unsourced': false } })).toEqual([])
  })
})

describe('words and their source', () => {
  test('an altered record is reported once, with the words of its source', () => {
    const altered = { ...kato, text: kato.text.replace('does', 'may') }
    const findings = verify('::quote{#kato-option}\n\n::quote{#kato-option}', {
      evidence: { ...evidence, quotes: [altered] },
    })
    expect(findings).toMatchObject([
      { rule: 'quote-altered', line: 1, diff: { before: kato.text, after: altered.text } },
    ])
    expect(findings[0]).not.toHaveProperty('fix')
  })

  test('the exact words are restored with the quotation marks that stand there', () => {
    const [finding] = verify('He said :quote["may exist as an option"]{#kato-option}.')
    expect(finding?.fix?.edits).toEqual([
      { start: 8, end: 54, text: ':quote["does exist as an option"]{#kato-option}' },
    ])
  })

  test('a label may show the translation, and is held against that', () => {
    const translated = {
      ...kato,
      translation: { text: 'Als Möglichkeit besteht es durchaus.', language: 'de' },
    }
    const rules = (label: string) =>
      verify(`:quote[“${label}”]{#kato-option}`, { evidence: { ...evidence, quotes: [translated] } }).map(
        ({ rule, diff }) => [rule, diff?.before],
      )
    expect(rules('Als Möglichkeit besteht es durchaus.')).toEqual([])
    expect(rules('Als Möglichkeit besteht es niemals.')).toEqual([
      ['quote-altered', 'Als Möglichkeit besteht es durchaus.'],
    ])
  })

  test('evidence whose words moved in its source is not orphaned', () => {
    const moved = { ...source, text: `A line before.\n${source.text}` }
    expect(verify('::quote{#kato-option} ', { sources: [moved] })).toEqual([])
  })

  test('a source without its text is not compared', () => {
    const { text: _, ...untold } = source
    expect(verify('::quote{#kato-option}', { sources: [untold] })).toEqual([])
  })
})

test('the figure’s qualifier is not said twice by a fix', () => {
  const about = { ...treasuries, qualifier: 'approximately' as const }
  const [finding] = verify('It has about :figure[$2 trillion]{#us-treasuries}.', {
    evidence: { ...evidence, figures: [about] },
  })
  expect(finding?.fix?.words).toBe('Change to $1.13 trillion')
})

test('a text that is ten times as long takes about ten times as long', () => {
  const line = 'Exports fell 12% in 2024, “which nobody had foreseen” in Tokyo :quote[]{#kato-option}.\n\n'
  const time = (lines: number) => {
    const begun = performance.now()
    expect(verify(line.repeat(lines)).length).toBeGreaterThan(lines)
    return performance.now() - begun
  }
  // Whatever else the machine does falls on some of the runs, never on the shortest.
  const runs = Array.from({ length: 5 }, () => ({ short: time(300), long: time(3000) }))
  const least = (times: number[]) => Math.min(...times)
  const ratio = least(runs.map(({ long }) => long)) / least(runs.map(({ short }) => short))
  expect(ratio).toBeLessThan(40)
})
