import { describe, expect, test } from 'vitest'
import { listIsShown } from '../../../renderer/state/list-shown.ts'
import {
  emptyLists,
  evidenceOf,
  evidenceOfSource,
  findEvidence,
  piecesPerSource,
  withAll,
  withoutRecord,
  withRecord,
} from '../../../renderer/state/lists.ts'
import type { Quote } from '../../../shared/model/records.ts'
import { unsetQuote } from '../../unset-fields.ts'

const quote = (id: string, updatedAt: string): Quote => ({
  schema: 5,
  id,
  createdAt: updatedAt,
  updatedAt,
  tags: [],
  text: id,
  speaker: 'Kato',
  role: null,
  organisation: null,
  cue: null,
  saidOn: null,
  kind: 'opinion',
  ...unsetQuote,
  anchor: null,
})

describe('the lists of the library', () => {
  const two = withRecord(
    withRecord(emptyLists, 'quotes', quote('old', '2025-01')),
    'quotes',
    quote('new', '2025-02'),
  )

  test('all that was read takes their place, and what was changed or made meanwhile stays', () => {
    const read = [quote('new', '2025-02'), quote('old', '2025-01'), quote('other', '2024-12')]
    const changed = withRecord(two, 'quotes', quote('old', '2025-03-02'))
    const made = withRecord(changed, 'quotes', quote('made', '2025-03-03'))
    const gone = withRecord(made, 'quotes', quote('gone', '2025-02-05'))
    const ids = withAll(gone, 'quotes', read, '2025-03-01').quotes.map(({ id, updatedAt }) => [id, updatedAt])
    expect(ids).toEqual([
      ['made', '2025-03-03'],
      ['old', '2025-03-02'],
      ['new', '2025-02'],
      ['other', '2024-12'],
    ])
  })

  test('the most recently changed record stands first', () => {
    expect(two.quotes.map(({ id }) => id)).toEqual(['new', 'old'])
    expect(withRecord(two, 'quotes', quote('old', '2025-03')).quotes.map(({ id }) => id)).toEqual([
      'old',
      'new',
    ])
  })

  test('a record that changed replaces itself, and the lists before stay as they were', () => {
    const changed = withRecord(two, 'quotes', { ...quote('old', '2025-03'), speaker: 'Koll' })
    expect(findEvidence(changed, 'old')?.record).toMatchObject({ speaker: 'Koll' })
    expect(findEvidence(two, 'old')?.record).toMatchObject({ speaker: 'Kato' })
  })

  test('what was found before is not found once it is deleted, and again once it is restored', () => {
    expect(findEvidence(two, 'new')?.record.id).toBe('new')
    const less = withoutRecord(two, 'new')
    expect(findEvidence(less, 'new')).toBeNull()
    expect(findEvidence(less, 'old')?.kind).toBe('quote')
    expect(findEvidence(withRecord(less, 'quotes', quote('new', '2025-02')), 'new')?.record.id).toBe('new')
  })

  test('a source’s evidence is found and counted, whatever else there is', () => {
    const anchored = (id: string, source: string): Quote => ({
      ...quote(id, '2025-04'),
      anchor: { source, quote: { exact: 'a', prefix: '', suffix: '' }, position: { start: 0, end: 1 } },
    })
    const lists = ['one', 'two'].reduce(
      (before, id) => withRecord(before, 'quotes', anchored(id, 'speech')),
      withRecord(two, 'quotes', anchored('three', 'statement')),
    )
    const ids = evidenceOfSource(lists, 'speech').map(({ record }) => record.id)
    expect(ids.toSorted()).toEqual(['one', 'two'])
    expect([...piecesPerSource([lists.quotes, lists.figures])].toSorted()).toEqual([
      ['speech', 2],
      ['statement', 1],
    ])
  })

  test('a deletion leaves the lists that held nothing of it the same', () => {
    const less = withoutRecord(two, 'new')
    expect(less.quotes).not.toBe(two.quotes)
    expect(less.figures).toBe(two.figures)
  })

  test('a deleted record is in no list', () => {
    expect(evidenceOf(withoutRecord(two, 'new')).map(({ record }) => record.id)).toEqual(['old'])
  })
})

describe('the list column', () => {
  const desk = { room: 'briefs' as const, width: 1024, hasSide: true, hasInspector: false }

  test('makes way in a narrow window only where it would squeeze the work', () => {
    expect(listIsShown(null, desk)).toBe(false)
    expect(listIsShown(null, { ...desk, hasSide: false })).toBe(true)
    expect(listIsShown(null, { ...desk, width: 1280 })).toBe(true)
    expect(listIsShown(null, { ...desk, room: 'sources', hasInspector: true })).toBe(false)
  })

  test('does as the person chose, whatever the width', () => {
    expect(listIsShown(true, desk)).toBe(true)
    expect(listIsShown(false, { ...desk, width: 1920 })).toBe(false)
  })
})
