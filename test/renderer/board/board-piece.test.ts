import { expect, test } from 'vitest'
import { type Day, dayFrom } from '../../../shared/dates/edtf-days.ts'
import { aFigure, anEvent, aPiece, aQuote } from './pieces.ts'

const anchor = {
  source: 'article',
  quote: { exact: 'Words', prefix: '', suffix: '' },
  position: { start: 0, end: 5 },
}
const on = (day: string) => ({ today: dayFrom(day) as Day })

test('a piece says what is to be known before it is used', () => {
  expect(aPiece(aQuote('loose')).states).toEqual(['unfinished'])
  expect(aPiece(aQuote('gone', { anchor }), { lost: new Set(['gone']) }).states).toEqual(['lost'])
  const figure = aFigure('old', { anchor, asOf: '2025-04', shelfLife: 'P1M' })
  expect(aPiece(figure, on('2025-05-30')).states).toEqual([])
  expect(aPiece(figure, on('2025-06-01')).states).toEqual(['stale'])
  expect(aPiece(anEvent('due', { anchor, when: '../2025-04' })).states).toEqual(['overdue'])
  expect(aPiece(anEvent('done', { anchor, when: '2025-04', status: 'occurred' })).states).toEqual([])
})

test('a speaker who is a person of the library stands under that person’s name', () => {
  const people = new Map([['katsunobu-kato', { id: 'katsunobu-kato', name: 'Katsunobu Kato' }]])
  const linked = aPiece(aQuote('one', { speaker: 'the minister', person: 'katsunobu-kato' }), { people })
  expect(linked.people).toEqual([{ key: 'id katsunobu-kato', name: 'Katsunobu Kato' }])
  expect(linked.about).toBe('the minister')
  expect(aPiece(aQuote('two', { speaker: 'Kato' }), { people }).people[0]?.key).toBe('name kato')
})
