import { expect, test } from 'vitest'
import { changesOf, type SeveralChange, tagsOf } from '../../../renderer/board/change-several.ts'
import type { Person } from '../../../shared/model/records.ts'
import { aFigure, aQuote } from './pieces.ts'

const nothing: SeveralChange = { addTags: [], removeTags: new Set(), speaker: '', person: null, marking: '' }
const quote = aQuote('quote', { tags: ['trade', 'yen'], role: 'minister' })
const figure = aFigure('figure', { tags: ['yen'] })

test('tags are added and taken away, and what has them already is left alone', () => {
  const change = { ...nothing, addTags: ['yen'], removeTags: new Set(['trade']) }
  expect(changesOf([quote, figure], change)).toEqual({
    changes: [{ id: 'quote', fields: { tags: ['yen'] } }],
    undo: [{ id: 'quote', fields: { tags: ['trade', 'yen'] } }],
  })
})

test('a speaker is set for quotes alone, with the person behind the name; the role of then stays', () => {
  const person = { id: 'katsunobu-kato', name: 'Katsunobu Kato', role: 'MP', organisation: 'LDP' } as Person
  const { changes, undo } = changesOf([quote, figure], { ...nothing, speaker: 'kato', person })
  const fields = { speaker: 'Katsunobu Kato', person: person.id, role: 'minister', organisation: 'LDP' }
  expect(changes).toEqual([{ id: 'quote', fields }])
  const before = { speaker: 'Kato', person: null, role: 'minister', organisation: null }
  expect(undo).toEqual([{ id: 'quote', fields: before }])
})

test('nothing said changes nothing', () => {
  expect(changesOf([quote, figure], nothing)).toEqual({ changes: [], undo: [] })
})

test('the tags that there are, most first', () => {
  expect(tagsOf([quote, figure])).toEqual([
    { tag: 'yen', count: 2 },
    { tag: 'trade', count: 1 },
  ])
})
