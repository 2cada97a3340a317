import { expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import { inTextOrder, pendingOf } from '../../../shared/extract/pending.ts'
import { anchorAt } from '../../../shared/model/anchor.ts'

const text =
  'Holdings rose to $1.13 trillion. “It does exist as an option,” Katsunobu Kato said on 2 May 2025. Holdings were $1.13 trillion before.'
const source = { id: 'statement', text, refused: [] }
const all = inTextOrder(findEvidence(text, '2025-05-03'))
const words = (pending: typeof all) => pending.map(({ kind, found }) => `${kind} ${found.text}`)
const placeOf = (exact: string) => {
  const start = text.indexOf(exact)
  return anchorAt(source, start, start + exact.length)
}

test('everything found is listed in the order of the text', () => {
  expect(words(pendingOf(all, source, []))).toEqual([
    'figure $1.13 trillion',
    'quote It does exist as an option,',
    'event 2 May 2025',
    'figure $1.13 trillion',
  ])
})

test('what is evidence already is left out, also where the evidence has more or fewer words', () => {
  const kept = [
    { kind: 'quote' as const, anchor: placeOf('exist as an option') },
    { kind: 'figure' as const, anchor: placeOf('rose to $1.13 trillion') },
  ]
  expect(words(pendingOf(all, source, kept))).toEqual(['event 2 May 2025', 'figure $1.13 trillion'])
})

test('evidence of another kind, of another source or without a place takes nothing away', () => {
  const quote = placeOf('It does exist as an option')
  const kept = [
    { kind: 'event' as const, anchor: quote },
    { kind: 'quote' as const, anchor: { ...quote, source: 'another' } },
    { kind: 'quote' as const, anchor: null },
  ]
  expect(pendingOf(all, source, kept)).toHaveLength(all.length)
})

test('a wide piece of evidence takes what stands in it, however much begins after it', () => {
  const kept = [
    { kind: 'figure' as const, anchor: anchorAt(source, 0, text.length) },
    ...Array.from({ length: 20 }, (_, at) => ({
      kind: 'figure' as const,
      anchor: anchorAt(source, at + 60, at + 61),
    })),
  ]
  expect(words(pendingOf(all, source, kept))).toEqual([
    'quote It does exist as an option,',
    'event 2 May 2025',
  ])
})

test('what was refused stays away, the same words elsewhere do not', () => {
  const [first] = all
  if (!first) throw new Error('Nothing was found.')
  const { quote, position } = anchorAt(source, first.found.start, first.found.end)
  const left = pendingOf(all, { ...source, refused: [{ kind: 'figure', quote, position }] }, [])
  expect(words(left)).toEqual([
    'quote It does exist as an option,',
    'event 2 May 2025',
    'figure $1.13 trillion',
  ])
})

test('of sentences that read alike only the refused one stays away', () => {
  const alike = 'Prices rose by 3% in the year. Prices rose by 3% in the year. Prices rose by 3% in the year.'
  const found = inTextOrder(findEvidence(alike, null)).filter(({ kind }) => kind === 'figure')
  expect(found).toHaveLength(3)
  const [, second] = found
  const { quote, position } = anchorAt(
    { id: 'prices', text: alike },
    second?.found.start ?? 0,
    second?.found.end ?? 0,
  )
  const refused = [{ kind: 'figure' as const, quote, position }]
  expect(pendingOf(found, { id: 'prices', text: alike, refused }, [])).toEqual([found[0], found[2]])
})

test('what was found in another text is left out', () => {
  expect(pendingOf(all, { ...source, text: text.replace('rose', 'fell back') }, [])).toEqual([])
})

test('a date with nothing said of it is not suggested', () => {
  const dated = 'The levy rises\n\n2 May 2025\n\nThe board votes on 9 May 2025.'
  expect(words(inTextOrder(findEvidence(dated, '2025-05-02')))).toEqual(['event 9 May 2025'])
})
