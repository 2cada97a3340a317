import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { type Connect, connectNative, connectWebAssembly, hasFts5 } from '../../../main/search/fts5.ts'
import { type IndexedRecord, SearchIndex } from '../../../main/search/search-index.ts'
import type { RecordWords } from '../../../shared/search/record-words.ts'
import { parseSearch } from '../../../shared/search/search-query.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const now = new Date('2025-06-01T10:00:00.000Z')

function record(
  id: string,
  words: Partial<RecordWords>,
  updatedAt = '2024-01-01T00:00:00.000Z',
): IndexedRecord {
  const empty = {
    title: '',
    speaker: '',
    publisher: '',
    tag: '',
    text: '',
    marking: '',
    firstDay: '2025-01-01',
    lastDay: '2025-01-01',
  }
  return { collection: 'briefs', id, stamp: id, updatedAt, words: { ...empty, kind: 'brief', ...words } }
}

const indexOf = (...records: IndexedRecord[]) => indexBy(connectNative, records)

function indexBy(connect: Connect, records: readonly IndexedRecord[]): SearchIndex {
  const index = new SearchIndex(':memory:', connect)
  for (const each of records) index.put(each)
  return index
}

const idsOf = (index: SearchIndex, query: string) => index.find(query, 20, now).ids.map(({ id }) => id)

describe.each([
  ['Node’s own SQLite', connectNative],
  ['SQLite as WebAssembly', connectWebAssembly],
])('what is found by %s', (_, connect) => {
  const index = indexBy(connect, [
    record('one', { title: 'Trade talks', text: 'The tariff on steel stays.', tag: 'trade' }),
    record('two', {
      title: 'Steel',
      text: 'Prices rose. The ministère said so.',
      marking: 'official',
      firstDay: '2025-05-03',
      lastDay: '2025-05-03',
    }),
    record('three', {
      kind: 'quote',
      speaker: 'Katsunobu Kato',
      text: 'It does exist as an option',
      firstDay: '2024-02-01',
      lastDay: '2024-02-01',
    }),
    record('four', {
      kind: 'source',
      publisher: 'The Gazette',
      text: '加藤財務大臣は東京都で述べた。2025年度、令和7年、三菱UFJ銀行。',
    }),
  ])
  test.each([
    ['tariff ', ['one']],
    ['TARIFF steel ', ['one']],
    ['steel ', ['two', 'one']],
    ['ministere ', ['two']],
    ['tar', ['one']],
    ['steel -tariff ', ['two']],
    ['"on steel" ', ['one']],
    ['"steel on" ', []],
    ['speaker:kato ', ['three']],
    ['speaker:steel ', []],
    ['title:trade steel ', ['one']],
    ['tag:trade ', ['one']],
    ['publisher:gazette ', ['four']],
    ['kind:quote ', ['three']],
    ['kind:quote steel ', []],
    ['marking:OFFICIAL ', ['two']],
    ['before:2025 ', ['three']],
    ['after:2025-04 ', ['two']],
    ['after:2025-05 ', []],
    ['東京 ', ['four']],
    ['京都 ', ['four']],
    ['都 ', ['four']],
    ['財務大臣', ['four']],
    ['2025年 ', ['four']],
    ['東大 ', []],
    ['-kind:brief -kind:quote ', ['four']],
    ['令和7年', ['four']],
    ['三菱UFJ銀行 ', ['four']],
    ['東京、大阪 ', []],
    ['-steel kind:brief ', []],
    ['"', []],
    ['AND OR NOT ( ', []],
  ])('%s', (query, ids) => {
    expect(idsOf(index, query)).toEqual(ids)
  })

  test('a sign that no text has is no word', () => {
    expect(idsOf(index, 'steel\0')).toEqual(['two', 'one'])
  })

  test('from the first letter on', () => {
    expect(idsOf(index, 't')).toContain('one')
    expect(idsOf(index, 's')).toEqual(['two'])
  })
})

test('a title weighs more than a text, and what somebody works on now more than what is old', () => {
  const filler = 'Other words stand here too. '.repeat(5)
  const index = indexOf(
    record('said', { title: 'Something', text: `tariff ${filler}` }),
    record('called', { title: 'Tariff', text: filler }),
    record('now', { title: 'Anything', text: `tariff ${filler}` }, '2025-06-01T09:00:00.000Z'),
  )
  expect(idsOf(index, 'tariff ')).toEqual(['called', 'now', 'said'])
})

test('of a word that is everywhere, what is called so is found, however old', () => {
  const many = Array.from({ length: 1500 }, (_, at) =>
    record(`b-${at}`, { title: 'Other', text: 'common words' }),
  )
  const index = indexOf(record('old', { title: 'Common', text: 'common' }), ...many)
  expect(idsOf(index, 'common ')[0]).toBe('old')
  expect(idsOf(index, 'comm')[0]).toBe('old')
  expect(index.find('common ', 20, now).isMore).toBe(true)
})

test('a typing error finds what was meant, and says so', () => {
  const index = indexOf(
    record('one', { text: 'The minister spoke of sanctions.' }),
    record('two', { text: 'Nothing of the kind.' }),
  )
  expect(index.find('minsiter sanctions ', 20, now)).toMatchObject({
    ids: [{ id: 'one' }],
    readAs: [{ typed: 'minsiter', read: ['minister'] }],
  })
  expect(index.find('sancti', 20, now).readAs).toEqual([])
  expect(index.find('santcti', 20, now).ids).toMatchObject([{ id: 'one' }])
  // Both are there, in different records: nobody mistyped.
  expect(index.find('minister kind ', 20, now)).toEqual({ ids: [], isMore: false, readAs: [], alike: [] })
  index.put(record('three', { text: 'A plebiscite.' }))
  expect(idsOf(index, 'plebicsite ')).toEqual(['three'])
})

test('a record that is put again is found by its new words alone, and a deleted one by none', () => {
  const index = indexOf(record('one', { text: 'before' }))
  index.put({ ...record('one', { text: 'after' }), stamp: 'later' })
  expect([idsOf(index, 'before '), idsOf(index, 'after ')]).toEqual([[], ['one']])
  index.delete('one')
  expect(idsOf(index, 'after ')).toEqual([])
  expect(index.size).toBe(0)
})

test('what is like a text shares the words that tell it from others', () => {
  const others = Array.from({ length: 20 }, (_, at) =>
    record(`other-${at}`, { text: `common words, number${at}` }),
  )
  const index = indexOf(
    record('same', { text: 'common stablecoin reserves in treasuries' }),
    record('own', { text: 'common stablecoin treasuries' }),
    ...others,
  )
  expect(index.like('common stablecoin treasuries', 'own', parseSearch(''), 5).ids).toEqual([
    { collection: 'briefs', id: 'same' },
  ])
  expect(index.like('', 'own', parseSearch(''), 5).ids).toEqual([])
})

test('of a word that is everywhere, as many are found as are asked for', () => {
  const many = Array.from({ length: 700 }, (_, at) => record(`b-${at}`, { text: 'common words' }))
  expect(indexOf(...many).find('common ', 650, now).ids).toHaveLength(650)
})

describe('in a file', () => {
  test('what was saved one by one is merged once nobody waits, and found as before', () => {
    const path = join(temporaryFolder(), 'index', 'search.sqlite')
    const index = new SearchIndex(path)
    const pieces = () => {
      const database = new DatabaseSync(path, { readOnly: true })
      const count = database.prepare('SELECT count(DISTINCT segid) AS count FROM words_idx').get()?.count
      database.close()
      return Number(count)
    }
    for (let at = 0; at < 12; at++) {
      index.put(record(`b-${at}`, { text: `common word${at}` }))
      index.commit()
    }
    expect(pieces()).toBe(12)
    index.put(record('later', { text: 'common' }))
    expect(index.tidy(1000)).toBe(false)
    index.commit()
    expect(pieces()).toBe(13)
    expect(index.tidy(1000)).toBe(false)
    expect(pieces()).toBeLessThan(4)
    expect(idsOf(index, 'common ')).toHaveLength(13)
    expect(idsOf(index, 'word7 ')).toEqual(['b-7'])
    index.close()
  })

  test('it is there again, and one that is damaged begins anew', () => {
    const path = join(temporaryFolder(), 'index', 'search.sqlite')
    const first = new SearchIndex(path)
    first.put(record('one', { text: 'words' }))
    first.close()
    const second = new SearchIndex(path)
    expect(idsOf(second, 'words ')).toEqual(['one'])
    expect(second.stamps('', 'z')).toEqual(new Map([['one', 'one']]))
    second.clear()
    expect(second.size).toBe(0)
    second.close()
    writeFileSync(path, 'no database at all, but long enough to be taken for one'.repeat(40))
    const third = new SearchIndex(path)
    third.put(record('two', { text: 'words' }))
    expect(idsOf(third, 'words ')).toEqual(['two'])
    third.close()
    expect(statSync(path).size).toBeGreaterThan(0)
  })
})

test('of a word in many titles, what is excluded by its text stays out', () => {
  const many = Array.from({ length: 300 }, (_, at) => record(`b-${at}`, { title: 'Budget', text: 'words' }))
  const index = indexOf(record('draft', { title: 'Budget', text: 'This is a draft.' }), ...many)
  expect(index.find('budget -draft ', 500, now).ids).toHaveLength(300)
  expect(index.find('budget ', 500, now).ids).toHaveLength(301)
  expect(idsOf(index, '-draft b')).not.toContain('draft')
})

test('what was put already is not put again, so that reading it makes it no newer', () => {
  const index = indexOf(record('one', { text: 'words' }), record('two', { text: 'words' }))
  index.put(record('one', { text: 'words' }))
  expect(idsOf(index, 'kind:brief ')).toEqual(['two', 'one'])
  for (let save = 0; save < 60; save++)
    index.put({ ...record('two', { text: 'words' }), stamp: `save ${save}` })
  expect(idsOf(index, 'kind:brief ')).toEqual(['two', 'one'])
})

test('a record that was saved often is as like others as before', () => {
  const others = Array.from({ length: 20 }, (_, at) => record(`other-${at}`, { text: 'common words' }))
  const index = indexOf(
    record('one', { text: 'stablecoin reserves' }),
    record('two', { text: 'stablecoin' }),
    ...others,
  )
  const like = () => index.like('stablecoin reserves', 'one', parseSearch(''), 5).ids.map(({ id }) => id)
  expect(like()).toEqual(['two'])
  for (let save = 0; save < 60; save++)
    index.put({ ...record('two', { text: 'stablecoin' }), stamp: `save ${save}` })
  expect(like()).toEqual(['two'])
  expect(index.like('stablecoin reserves', 'one', parseSearch('kind:quote '), 5).ids).toEqual([])
})

test('an interval lies before and after what it does not touch', () => {
  const index = indexOf(
    record('spring', { text: 'words', firstDay: '2025-04-01', lastDay: '2025-06-30' }),
    record('open', { text: 'words', firstDay: '0000-01-01', lastDay: '2025-06-30' }),
    record('unknown', { text: 'words', firstDay: '9999-12-31', lastDay: '0000-01-01' }),
  )
  expect(idsOf(index, 'after:2025-05 ').sort()).toEqual(['open', 'spring'])
  expect(idsOf(index, 'after:2025 ')).toEqual([])
  expect(idsOf(index, 'before:2025 ')).toEqual(['open'])
})

test('Node’s own SQLite has FTS5 here, and is what is used', () => {
  expect(hasFts5()).toBe(true)
})
