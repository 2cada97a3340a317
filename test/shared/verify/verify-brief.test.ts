import { describe, expect, test } from 'vitest'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'
import { evidence, source } from '../brief/records.ts'

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
        ':quote[]{#kato-option} ::figure{#us-treasuries}\n\n::event{#talks}\n\n:source[]{#japan-treasuries}',
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
