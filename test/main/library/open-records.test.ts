import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkIndex } from '../../../main/library/check-index.ts'
import { systemDisk } from '../../../main/library/durable-file.ts'
import { collections } from '../../../main/library/folders.ts'
import { OpenRecords } from '../../../main/library/open-records.ts'
import { recordFiles } from '../../../main/library/record-files.ts'
import { RecordIndex } from '../../../main/library/record-index.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import type { FoundRecord } from '../../../shared/model/records.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief } from './a-brief.ts'

const brief = (body: string): FoundRecord => ({ collection: 'briefs', record: aBrief('one', { body }) })

function desk() {
  const folder = temporaryFolder()
  for (const collection of collections) mkdirSync(join(folder, collection))
  const write = (found: FoundRecord) =>
    writeFileSync(join(folder, 'briefs', `${found.record.id}.json`), JSON.stringify(found.record))
  return { folder, write, index: RecordIndex.inMemory(), files: recordFiles(folder, systemDisk, plainSeal) }
}

test('a record that is saved while what others put in its place is kept stays as it was saved', async () => {
  const { index, files, write } = desk()
  write(brief('Theirs.'))
  index.put(brief('Ours.'), 'the stamp of our last save')
  const records = new OpenRecords(index, files, async () => {
    records.publish(brief('Saved.'), 'the stamp of this save')
  })
  expect((await records.get('briefs', 'one'))?.body).toBe('Saved.')
  expect(index.stampOf('one')).toBe('the stamp of this save')
})

test('a record that is added while the index is compared with the files is not taken for gone', async () => {
  const { folder, index, write } = desk()
  const stamps = index.stamps.bind(index)
  // As if a save came right before the index is asked what it knows.
  index.stamps = collection => {
    if (collection === 'briefs') {
      write(brief('Saved.'))
      index.put(brief('Saved.'), 'the stamp of this save')
    }
    return stamps(collection)
  }
  const menders = { mend: async () => null, keepCopy: async () => undefined }
  await checkIndex(folder, plainSeal, index, menders, new AbortController().signal)
  expect(index.list('briefs').map(({ id }) => id)).toEqual(['one'])
})

test('a record that is deleted after the comparison has read it does not come back', async () => {
  const { folder, index, write } = desk()
  write(brief('Words.'))
  write({ collection: 'briefs', record: aBrief('two') })
  writeFileSync(join(folder, 'briefs', 'zzz.json'), 'damaged')
  const menders = {
    // Everything before the damaged file is read by then, and not in the index yet.
    mend: async () => {
      index.delete('one')
      return null
    },
    keepCopy: async () => undefined,
  }
  await checkIndex(folder, plainSeal, index, menders, new AbortController().signal)
  expect(index.list('briefs').map(({ id }) => id)).toEqual(['two'])
})

test('what is held has its kind without the index, until its file is found gone', () => {
  const { index, files } = desk()
  const records = new OpenRecords(index, files, async () => undefined)
  records.publish(brief('Words.'), null)
  const ask = index.collectionOf.bind(index)
  let asked = 0
  index.collectionOf = id => {
    asked++
    return ask(id)
  }
  expect(records.collectionOf('one')).toBe('briefs')
  expect(asked).toBe(0)
  index.delete('one')
  expect(records.collectionOf('one')).toBeNull()
  expect(records.collectionOf('another')).toBeNull()
})
