import { describe, expect, test } from 'vitest'
import { caretMoveOf } from '../../../renderer/sources/caret.ts'
import { anchoredEvidence, evidenceByBlock, segmentsOf } from '../../../renderer/sources/highlights.ts'
import { joinPieces, withoutQuotationMarks } from '../../../renderer/sources/selected-range.ts'
import type { EvidenceItem } from '../../../renderer/state/lists.ts'
import { anchorAt } from '../../../shared/model/anchor.ts'
import { unsetEvent } from '../../unset-fields.ts'

const text = 'one two three four'
const event = (id: string, start: number, end: number): EvidenceItem => ({
  kind: 'event',
  record: {
    schema: 5,
    id,
    createdAt: '',
    updatedAt: '',
    tags: [],
    title: id,
    when: '2025',
    status: 'expected',
    participants: [],
    ...unsetEvent,
    place: null,
    anchor: anchorAt({ id: 'source', text }, start, end),
  },
})
const shape = (items: EvidenceItem[], start = 0, end = text.length) =>
  segmentsOf({ start, end, text: text.slice(start, end) }, items).map(({ text, covering }) => [
    text,
    covering.map(({ record }) => record.id).join('+'),
  ])

describe('marking evidence in a source', () => {
  test('words without evidence are one segment', () => {
    expect(shape([])).toEqual([[text, '']])
  })

  test('evidence that overlaps shares the words in common, the wider one outside', () => {
    expect(shape([event('inner', 4, 7), event('wide', 0, 13)])).toEqual([
      ['one ', 'wide'],
      ['two', 'wide+inner'],
      [' three', 'wide'],
      [' four', ''],
    ])
  })

  test('evidence that goes beyond a run marks the part of it in the run', () => {
    expect(shape([event('long', 0, 18)], 4, 7)).toEqual([['two', 'long']])
  })

  test('each block has the evidence that covers words of it, however far that goes', () => {
    const blocks = [
      { runs: [{ start: 0, end: 3 }] },
      { runs: [{ start: 4, end: 7 }] },
      {
        runs: [
          { start: 8, end: 10 },
          { start: 11, end: 13 },
        ],
      },
    ]
    const items = [event('wide', 2, 12), event('first', 0, 3), event('between', 7, 8), event('last', 12, 18)]
    expect(evidenceByBlock(blocks, items).map(each => each.map(({ record }) => record.id))).toEqual([
      ['wide', 'first'],
      ['wide'],
      ['wide', 'last'],
    ])
  })

  test('evidence whose words are no longer there marks nothing', () => {
    expect(anchoredEvidence([event('there', 4, 7)], text)).toHaveLength(1)
    expect(anchoredEvidence([event('gone', 4, 7)], 'one six three')).toEqual([])
  })
})

describe('selected words', () => {
  test('the range leaves out white space at its ends', () => {
    expect(joinPieces([{ start: 3, text: ' two ' }])).toEqual({ start: 4, end: 7, words: 'two' })
  })

  test('the words read on over marks between pieces, and a space parts blocks', () => {
    const range = joinPieces([
      { start: 0, text: 'plain ' },
      { start: 8, text: 'bold' },
      { start: 14, text: '.' },
      { start: 17, text: 'Next' },
    ])
    expect(range).toEqual({ start: 0, end: 21, words: 'plain bold. Next' })
  })

  test('nothing but white space is no selection', () => {
    expect(joinPieces([{ start: 3, text: ' \n' }])).toBeNull()
  })

  test.each([
    ['“It does.”', 'It does.'],
    ['"It does."', 'It does.'],
    ['“one” and “two”', '“one” and “two”'],
    ['It does.', 'It does.'],
    ['“It does.', 'It does.'],
    ['It does.”', 'It does.'],
    ['"It does.', 'It does.'],
    ['“one” and more', '“one” and more'],
    ['less and “one”', 'less and “one”'],
    ['said the banks’', 'said the banks’'],
  ])('of %s the words said are %s', (selected, words) => {
    const whole = { start: 2, end: 2 + selected.length, words: selected }
    const range = withoutQuotationMarks(whole, `a ${selected} b`)
    expect(range.words).toBe(words)
    expect(`a ${selected} b`.slice(range.start, range.end)).toBe(words)
  })
})

describe('moving through a source by keys', () => {
  const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

  test('arrows move, Shift selects, Ctrl goes by words', () => {
    expect(caretMoveOf({ ...none, key: 'ArrowRight' })).toEqual({
      alter: 'move',
      direction: 'right',
      granularity: 'character',
    })
    expect(caretMoveOf({ ...none, key: 'ArrowLeft', shiftKey: true, ctrlKey: true })).toEqual({
      alter: 'extend',
      direction: 'left',
      granularity: 'word',
    })
    expect(caretMoveOf({ ...none, key: 'End', shiftKey: true })).toMatchObject({
      granularity: 'lineboundary',
    })
  })

  test('other keys and the Mac’s Command are left alone', () => {
    expect(caretMoveOf({ ...none, key: 'q' })).toBeNull()
    expect(caretMoveOf({ ...none, key: 'ArrowRight', metaKey: true })).toBeNull()
  })

  test('Alt goes by words on a Mac alone: elsewhere it leads back and forward', () => {
    expect(caretMoveOf({ ...none, key: 'ArrowLeft', altKey: true }, false)).toBeNull()
    expect(caretMoveOf({ ...none, key: 'ArrowLeft', altKey: true }, true)).toMatchObject({
      granularity: 'word',
    })
  })
})
