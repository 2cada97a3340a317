import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBackup } from '../../../main/library/backup.ts'
import { backupInThread } from '../../../main/library/backup-in-thread.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

const backUpLibrary = backupInThread(resolve('main/library/backup-thread.ts'))

async function desk() {
  const place = temporaryFolder()
  const now = () => new Date(testTime)
  const library = await openLibrary({ folder: join(place, 'library'), access: 'write', now, backUpLibrary })
  await library.add('briefs', aBrief('one'))
  return { library, place, file: join(place, 'backup.zip') }
}

test('a backup is written in a thread, which tells how far it is', async () => {
  const { library, file } = await desk()
  const told: string[] = []
  const made = await library.backUp(file, { onProgress: ({ stage }) => told.push(stage) })
  expect(made).toEqual({
    file,
    files: (await verifyBackup(file)).files.length,
    bytes: readFileSync(file).length,
  })
  expect(new Set(told)).toEqual(new Set(['reading', 'writing', 'verifying']))
  await library.close()
})

test('a thread is told that its backup is broken off, and waited for', async () => {
  const thread = join(temporaryFolder(), 'thread.mjs')
  writeFileSync(
    thread,
    `import { parentPort } from 'node:worker_threads'
    parentPort.once('message', () => {
      parentPort.postMessage({ kind: 'failed', message: 'left' })
      parentPort.close()
    })
    parentPort.postMessage({ kind: 'progress', progress: { stage: 'writing', done: 0, of: 1 } })`,
  )
  const stop = new AbortController()
  const made = backupInThread(thread)({
    library: '',
    file: 'backup.zip',
    now: new Date(testTime),
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  await expect(made).rejects.toThrow('aborted')
})

test('one that was broken off before it was begun is not begun', async () => {
  const { library, place, file } = await desk()
  await expect(library.backUp(file, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  expect(readdirSync(place)).toEqual(['library'])
  await library.close()
})

test('what the disk refuses is said as it would be without a thread', async () => {
  const { library, place } = await desk()
  const within = join(place, 'library', 'library.json', 'backup.zip')
  await expect(library.backUp(within)).rejects.toMatchObject({ code: 'EEXIST', path: expect.any(String) })
  await library.close()
})
