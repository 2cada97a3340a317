import { expect, test } from 'vitest'
import { anchorAt } from '../../../shared/model/anchor.ts'
import { nearestPlaces } from '../../../shared/model/nearest-places.ts'

function placesOf(words: string, before: string, after: string) {
  const at = before.indexOf(words)
  const anchor = anchorAt({ id: 'one', text: before }, at, at + words.length)
  return nearestPlaces(anchor, after).map(({ start, end }) => after.slice(start, end))
}

test('the place of words that were changed comes first, in whole words', () => {
  const before = 'Kato said it does exist as an option. Others said it does not exist.'
  const after = 'Kato said it did exist as one option. Others said it does not exist.'
  expect(placesOf('it does exist as an option', before, after)[0]).toBe('it did exist as one option')
})

test('words that stand elsewhere to the letter come before such as are alike, the nearest first', () => {
  const before = 'Talks end by June. Aides say so. They end by June at the latest. And by Jane.'
  const after = 'Talks end. Aides say so. They end by June at the latest. And by Jane.'
  expect(placesOf('by June', before, after)).toEqual(['by June'])
  const twice = `${after} By all means by June.`
  expect(placesOf('by June', before, twice)).toEqual(['by June', 'by June'])
})

test('there is none where nothing is alike', () => {
  expect(
    placesOf('it does exist as an option', 'So it does exist as an option.', 'Nothing of the kind 1234.'),
  ).toEqual([])
})

test('long words are found by their beginning and end', () => {
  const long = Array.from({ length: 200 }, (_, n) => `word${n * 7}`).join(' ')
  const before = `Before. ${long} After.`
  const after = `Before it. ${long.replace('word700', 'nothing')} After.`
  expect(placesOf(long, before, after)).toEqual([long.replace('word700', 'nothing')])
})

test('a place far away is found too', () => {
  const filler = 'Lorem ipsum dolor sit amet. '.repeat(400)
  const before = `He called it striking indeed. ${filler}`
  const after = `${filler}He called this striking indeed.`
  expect(placesOf('He called it striking indeed', before, after)[0]).toBe('He called this striking indeed')
})
