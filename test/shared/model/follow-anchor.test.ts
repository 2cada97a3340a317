import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorAt, isAnchored } from '../../../shared/model/anchor.ts'
import { anchorFollower, followOffsets } from '../../../shared/model/follow-anchor.ts'
import '../../property-seed.ts'

/** The words that an anchor of some words has after the text became another; null where it was lost. */
function followed(before: string, words: string, after: string, nth = 0) {
  let at = -1
  for (let n = 0; n <= nth; n++) at = before.indexOf(words, at + 1)
  const anchor = anchorAt({ id: 'one', text: before }, at, at + words.length)
  const found = anchorFollower(before, { id: 'one', text: after })(anchor)
  if (found === null) return null
  expect(isAnchored(found, { text: after })).toBe(true)
  return { words: found.quote.exact, start: found.position.start }
}

const few = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 30 })
const any = fc.oneof(few, fc.string({ unit: 'binary', maxLength: 60 }))
const words = fc.oneof(few, any).filter(text => text !== '')

test('any edit before the words keeps the anchor on them', () => {
  fc.assert(
    fc.property(any, any, any, any, words, any, (kept, removed, added, between, exact, rest) => {
      const before = kept + removed + between + exact + rest
      const after = kept + added + between + exact + rest
      const start = (kept + removed + between).length
      const anchor = anchorAt({ id: 'one', text: before }, start, start + exact.length)
      const found = anchorFollower(before, { id: 'one', text: after })(anchor)
      expect(found?.quote.exact).toBe(exact)
      // From the end it is the same place, unless the texts are the same up to it as well.
      const place = (kept + added + between).length
      const isSameBeginning = before.slice(0, start + exact.length) === after.slice(0, start + exact.length)
      expect(found?.position.start).toBe(isSameBeginning ? start : place)
    }),
    { numRuns: 2000 },
  )
})

test('any edit after the words keeps the anchor at its place', () => {
  fc.assert(
    fc.property(any, words, any, any, any, any, (kept, exact, between, removed, added, rest) => {
      const before = kept + exact + between + removed + rest
      const after = kept + exact + between + added + rest
      const anchor = anchorAt({ id: 'one', text: before }, kept.length, kept.length + exact.length)
      const found = anchorFollower(before, { id: 'one', text: after })(anchor)
      expect(found?.quote.exact).toBe(exact)
      expect(found?.position.start).toBe(kept.length)
    }),
    { numRuns: 2000 },
  )
})

test('edits on both sides at once keep the anchor on words that stand once', () => {
  fc.assert(
    fc.property(few, few, few, few, (left, right, newLeft, newRight) => {
      const exact = 'It does exist as an option.'
      const found = followed(left + exact + right, exact, newLeft + exact + newRight)
      expect(found).toEqual({ words: exact, start: newLeft.length })
    }),
  )
})

test('whatever an edit does, an anchor that follows stands on the same words', () => {
  fc.assert(
    fc.property(few, words, few, fc.oneof(few, any), (left, exact, right, after) => {
      const before = left + exact + right
      const anchor = anchorAt({ id: 'one', text: before }, left.length, left.length + exact.length)
      const found = anchorFollower(before, { id: 'one', text: after })(anchor)
      if (!found) return
      expect(found.quote.exact.replace(/\s+/g, ' ').trim()).toBe(exact.replace(/\s+/g, ' ').trim())
    }),
  )
})

const article =
  'Kato spoke on Friday. He said it does exist as an option. Talks end by June. Smith said leverage matters. Aides say by June.'

test('words that are corrected on both sides, and stand twice, are told apart by what is left around them', () => {
  const after = article.replace('Talks end', 'The talks may end').replace('Smith said', 'Nicholas Smith said')
  expect(followed(article, 'by June', after)).toEqual({ words: 'by June', start: after.indexOf('by June') })
  expect(followed(article, 'by June', after, 1)?.start).toBe(after.lastIndexOf('by June'))
})

test('a paragraph that is moved takes its words along', () => {
  const moved = 'Smith said leverage matters. Kato spoke on Friday. He said it does exist as an option.'
  expect(followed(article, 'it does exist as an option', moved)?.words).toBe('it does exist as an option')
})

test('words that are deleted are not found in another place that has the same', () => {
  expect(followed(article, 'by June', article.replace('Talks end by June. ', ''))).toBeNull()
  expect(followed(article, 'by June', article.replace(' Aides say by June.', ''), 1)).toBeNull()
})

test('words that are changed by one letter or digit are lost, and not moved to what stands there now', () => {
  const text = 'Holdings were $1.13 trillion in March.'
  expect(followed(text, '$1.13 trillion', 'Holdings were $1.18 trillion in March.')).toBeNull()
  expect(followed(text, 'were $1.13', 'Holdings are $1.13 trillion in March.')).toBeNull()
})

test('words that are only set otherwise are followed', () => {
  const text = 'He said “it does exist - as an option” twice.'
  const after = 'He said "it does\nexist – as  an option" twice.'
  expect(followed(text, '“it does exist - as an option”', after)).toEqual({
    words: '"it does\nexist – as  an option"',
    start: 8,
  })
})

test('words that came back are found again where they stand once', () => {
  const before = 'He said nothing of it.'
  const anchor = anchorAt({ id: 'one', text: article }, 30, 57)
  const follow = anchorFollower(before, { id: 'one', text: article })
  expect(follow(anchor)).toEqual(anchor)
})

test('offsets stand before the same words after an edit, or where the words were', () => {
  const before = 'First page. Second page. Third page.'
  const starts = [0, 12, 25]
  const wordsAt = (text: string) =>
    followOffsets(before, text, starts).map(start => text.slice(start, start + 5))
  expect(wordsAt('The first page. Second page. Third page.')).toEqual(['The f', 'Secon', 'Third'])
  expect(wordsAt('First page, long. Second page, too. Third page.')).toEqual(['First', 'Secon', 'Third'])
  expect(followOffsets(before, 'First page. Third page.', starts)).toEqual([0, 12, 12])
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const every = [...one].map((_, index) => index)
      const followed = followOffsets(one, other, every)
      expect(followed).toEqual(followed.toSorted((a, b) => a - b))
      expect(followed.every(at => at >= 0 && at <= other.length)).toBe(true)
    }),
  )
})
