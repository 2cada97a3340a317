import { describe, expect, test } from 'vitest'
import type { FrozenBrief } from '../../../shared/issue/frozen-brief.ts'
import { kato, resolution, source, treasuries } from '../brief/records.ts'
import { changesBetween, frozen } from './frozen.ts'

const body =
  'Japan holds :figure[]{#us-treasuries}.\n\n::quote[]{#kato-option}\n\nSee :event[]{#resolution} and :source[]{#japan-treasuries}.'
const before = frozen(body)
const withEvidence = (evidence: Partial<FrozenBrief['evidence']>): FrozenBrief => ({
  ...before,
  evidence: { ...before.evidence, ...evidence },
})

test('of a brief that is the same nothing changed', () => {
  const { isSame, fields, evidence, text } = changesBetween(before, before)
  expect([isSame, fields, evidence]).toEqual([true, [], []])
  expect(text.map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
})

test('the fields that differ are told in words, and no others', () => {
  const after = frozen(body, {
    marking: 'OFFICIAL',
    dueOn: '2025-05-09',
    recipients: ['A', 'B'],
    reference: 'MC-1',
  })
  expect(changesBetween(before, after)).toMatchObject({
    isSame: false,
    fields: [
      { name: 'marking', before: null, after: 'OFFICIAL' },
      { name: 'recipients', before: null, after: 'A; B' },
      { name: 'dueOn', before: null, after: '9 May 2025' },
      { name: 'reference', before: null, after: 'MC-1' },
    ],
  })
})

describe('the text', () => {
  const changed = (after: FrozenBrief) =>
    changesBetween(before, after)
      .text.filter(({ kind }) => kind !== 'same')
      .map(({ parts }) =>
        parts.map(({ kind, text }) => (kind === 'same' ? text : `${kind[0]}[${text}]`)).join(''),
      )

  test('is compared as it was shown: a figure that was corrected changes the words of the sentence', () => {
    expect(changed(withEvidence({ figures: [{ ...treasuries, value: '1270000000000' }] }))).toEqual([
      'Japan holds $r[1.13]a[1.27] trillion.',
    ])
  })

  test('says what is missing where a record is gone', () => {
    expect(changed(withEvidence({ quotes: [] }))).toEqual([
      'r[“It does exist as an option. Whether or not we act on it is a separate matter.”]',
      'a[missing: kato-option]',
    ])
  })

  test('is compared as it is written where readers see no difference', () => {
    const other = { ...treasuries, id: 'other' }
    const after = withEvidence({ figures: [other] })
    const moved = { ...after, brief: { ...after.brief, body: body.replace('us-treasuries', 'other') } }
    expect(changed(moved)).toEqual(['Japan holds :figure[]{#r[us-treasuries]a[other]}.'])
  })

  test('has no comments in it, which nobody was shown', () => {
    const { isSame } = changesBetween(before, frozen(`${body}\n\n<!-- Not for the minister. -->`))
    expect(isSame).toBe(true)
    expect(JSON.stringify(changesBetween(before, frozen(`More. <!-- Secret -->`)))).not.toContain('Secret')
  })
})

describe('evidence', () => {
  test('that was changed is told by old and new values', () => {
    const after = withEvidence({
      figures: [{ ...treasuries, value: '1270000000000', asOf: '2025-05', shelfLife: 'P3M' }],
      events: [{ ...resolution, status: 'occurred' }],
    })
    expect(changesBetween(before, after).evidence).toEqual([
      {
        id: 'us-treasuries',
        kind: 'figure',
        title: 'US Treasury bonds held by Japan',
        change: 'changed',
        fields: [
          { name: 'value', before: '$1.13 trillion', after: '$1.27 trillion' },
          { name: 'asOf', before: 'April 2025', after: 'May 2025' },
          { name: 'shelfLife', before: null, after: '3 months' },
        ],
      },
      {
        id: 'resolution',
        kind: 'event',
        title: 'Potential resolutions',
        change: 'changed',
        fields: [{ name: 'status', before: 'expected', after: 'occurred' }],
      },
    ])
  })

  test('that differs below what its form shows is told by what it is made of', () => {
    const after = withEvidence({ figures: [{ ...treasuries, value: '1130000000000.0' }] })
    expect(changesBetween(before, after).evidence[0]?.fields).toEqual([
      { name: 'value', before: '1130000000000', after: '1130000000000.0' },
    ])
  })

  test('of a source’s text the passage in which it differs is told', () => {
    const text = source.text.replace('rare', 'seldom seen')
    const { evidence } = changesBetween(before, { ...before, sources: [{ ...source, text }] })
    expect(evidence).toMatchObject([{ id: 'japan-treasuries', kind: 'source', change: 'changed' }])
    const [field] = evidence[0]?.fields ?? []
    expect(field).toMatchObject({ name: 'text', after: expect.stringContaining('seldom seen') })
    expect(field?.before?.length).toBeLessThan(300)
  })

  test.each([
    ['added', frozen('Nothing.'), 'us-treasuries', null, '$1.13 trillion'],
    ['removed', null, 'us-treasuries', '$1.13 trillion', null],
    ['deleted', null, 'kato-option', kato.text, null],
  ] as const)('is told apart where it was %s', (change, start, id, old, fresh) => {
    const bare = {
      ...frozen('Nothing.'),
      evidence: { ...before.evidence, quotes: [], figures: [], events: [] },
    }
    const first = start ? { ...bare, sources: [] } : before
    const last = start
      ? before
      : change === 'removed'
        ? { ...bare, sources: [] }
        : withEvidence({ quotes: [] })
    const found = changesBetween(first, last).evidence.find(each => each.id === id)
    expect(found?.change).toBe(change)
    expect(found?.fields).toContainEqual({
      name: id === 'kato-option' ? 'text' : 'value',
      before: old,
      after: fresh,
    })
  })
})
