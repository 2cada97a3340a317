import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idIn, markdownOf, takeEdits } from '../../../main/exchange/record-markdown.ts'
import type { AnyRecord, FoundRecord } from '../../../shared/model/records.ts'
import '../../property-seed.ts'
import { unsetFigure } from '../../unset-fields.ts'
import { aBrief } from '../library/a-brief.ts'
import { arbitraryLibrary, type Part } from './arbitrary-library.ts'

const found = (part: Part, id: string) =>
  ({ collection: part.collection, record: { ...part.record, id } }) as FoundRecord

/** What another editor may have changed, and the rest as it was. */
function edited(before: AnyRecord, after: AnyRecord): AnyRecord {
  const kept = [
    'schema',
    'id',
    'createdAt',
    'updatedAt',
    'anchor',
    'attachment',
    'capturedAt',
    'sha256',
    'status',
    'translation',
    'series',
    'answers',
    'decision',
    'issues',
    'pages',
    'images',
    'refused',
  ]
  const isSource = 'sha256' in before
  const stays = Object.entries(before).filter(
    ([name]) =>
      (kept.includes(name) && !(name === 'status' && 'when' in before)) ||
      (isSource && ['text', 'kind', 'textCorrectedAt'].includes(name)),
  )
  return { ...after, ...Object.fromEntries(stays) } as AnyRecord
}

test('whatever is changed in the Markdown of a record is taken over, and nothing else', () => {
  fc.assert(
    fc.property(arbitraryLibrary, arbitraryLibrary, (some, others) => {
      for (const part of some) {
        const other = others.find(({ collection }) => collection === part.collection)
        if (!other) continue
        const before = found(part, 'a')
        const after = { ...before, record: edited(before.record, found(other, 'a').record) } as FoundRecord
        const taken = takeEdits(before, null, markdownOf(after, null))
        expect(taken.faults).toEqual([])
        // An editor's line ends and the end of a text are no changes.
        const plain = (record: AnyRecord) =>
          JSON.parse(
            JSON.stringify(record, (name, value) =>
              name === 'body' || name === 'text' ? plainText(value) : value,
            ),
          )
        expect(plain(taken.record)).toEqual(plain(after.record))
      }
    }),
    { numRuns: 300 },
  )
})

const plainText = (text: string) => text.replaceAll('\r\n', '\n').trimEnd().replace(/^\n+/, '')

const brief: FoundRecord = {
  collection: 'briefs',
  record: aBrief('one', { body: 'Words.\r\nMore.', tags: ['a'], date: '2025-05-03' }),
}
const markdown = markdownOf(brief, null)

test('an editor that changes line ends, adds a byte order mark and ends the file has changed nothing', () => {
  const other = `\uFEFF${markdown.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')}\r\n\r\n`
  expect(takeEdits(brief, null, other)).toEqual({ record: brief.record, isEdited: false, faults: [] })
})

test('a field that does not fit is named, and what was changed beside it is taken', () => {
  const other = markdown.replace('title: A brief', 'title: Another').replace('date: 2025-05-03', 'date: soon')
  const { record, isEdited, faults } = takeEdits(brief, null, other)
  expect(record).toEqual({ ...brief.record, title: 'Another' })
  expect(isEdited).toBe(true)
  expect(faults).toEqual([expect.stringContaining('“date”')])
})

test('a date that was quoted, and a list that became a line, are what they say', () => {
  const other = markdown.replace('date: 2025-05-03', 'date: "2025-05-04"').replace('tags:\n  - a', 'tags: b')
  expect(takeEdits(brief, null, other).record).toEqual({ ...brief.record, date: '2025-05-04', tags: ['b'] })
})

test('a number that lost its quotation marks keeps its digits', () => {
  const figure: FoundRecord = {
    collection: 'figures',
    record: {
      schema: 5,
      id: 'one',
      createdAt: '2025-05-03T10:00:00.000Z',
      updatedAt: '2025-05-03T10:00:00.000Z',
      tags: [],
      measures: 'Bonds held',
      value: '1.10',
      upper: null,
      unit: 'USD',
      qualifier: null,
      scale: null,
      asOf: null,
      shelfLife: null,
      ...unsetFigure,
      anchor: null,
    },
  }
  const exported = markdownOf(figure, null)
  const plain = exported
    .replace('value: "1.10"', 'value: 1.10')
    .replace('measures: Bonds held', 'measures: Held')
  expect(plain).toContain('value: 1.10\n')
  expect(takeEdits(figure, null, plain).record).toEqual({ ...figure.record, measures: 'Held' })
  const long = exported.replace('value: "1.10"', 'value: 1130000000000000000000.50')
  expect(takeEdits(figure, null, long).record).toMatchObject({ value: '1130000000000000000000.50' })
})

test('ids, times and fields that are nobody’s are named and not taken', () => {
  const other = markdown
    .replace(/^createdAt: .*$/m, 'createdAt: 2020-01-01T00:00:00.000Z')
    .replace('title: A brief', 'title: A brief\naliases: [x]')
  const { record, faults } = takeEdits(brief, null, other)
  expect(record).toEqual(brief.record)
  expect(faults.join()).toMatch(/aliases.*createdAt|createdAt.*aliases/s)
})

test('a front matter that is broken or gone leaves the record as it was exported', () => {
  for (const other of [
    markdown.replace('title: A brief', 'title: "A'),
    'Words.',
    markdown.replace('---\n', ''),
  ]) {
    const { record, isEdited, faults } = takeEdits(brief, null, other)
    expect({ record, isEdited }).toEqual({ record: brief.record, isEdited: false })
    expect(faults).toHaveLength(1)
  }
})

test('the id of a file is read even where its front matter is broken', () => {
  expect(idIn('---\nid: one\ntitle: "A\n---\n')).toBe('one')
  expect(idIn('id: one')).toBeNull()
})
