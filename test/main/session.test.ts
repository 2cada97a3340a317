import { afterEach, expect, test } from 'vitest'
import { openLibrary } from '../../main/library/open-library.ts'
import type { ReplaceLibrary } from '../../main/requests/ports.ts'
import type { Answer } from '../../main/requests/requests.ts'
import { openSession, type Session } from '../../main/session.ts'
import { temporaryFolder } from '../temporary-folder.ts'

let session: Session
let replace: ReplaceLibrary
const seen: string[] = []

async function open(folder = temporaryFolder()) {
  seen.length = 0
  let count = 0
  session = await openSession({
    open: () => openLibrary({ folder, access: 'write', now: () => new Date() }),
    answerWith: (_library, replaceLibrary) => {
      replace = replaceLibrary
      const number = ++count
      return (async () => ({ ok: true, value: number })) as unknown as Answer
    },
    answerLocked: () => (async () => ({ ok: true, value: 'locked' })) as unknown as Answer,
    onOpened: () => {
      seen.push('opened')
      return () => seen.push('ended')
    },
    onReplaced: () => seen.push('replaced'),
  })
}

afterEach(() => session.close())

test('a library is closed while its folder is worked on, and opened again', async () => {
  await open()
  await replace(async () => void seen.push('worked'))
  expect(seen).toEqual(['opened', 'ended', 'worked', 'opened', 'replaced'])
})

test('requests that come meanwhile are answered from what is open then', async () => {
  await open()
  let go = () => {}
  const replacing = replace(
    () =>
      new Promise(done => {
        go = done
      }),
  )
  await expect.poll(() => seen).toContain('ended')
  const asked = session.answer('library.describe', {})
  await expect
    .poll(() => {
      go()
      return seen
    })
    .toContain('replaced')
  await replacing
  expect(await asked).toEqual({ ok: true, value: 2 })
})

test('work that is refused leaves the library open, and says why', async () => {
  await open()
  await expect(
    replace(async () => {
      throw new Error('the backup is damaged')
    }),
  ).rejects.toThrow('damaged')
  expect(seen).toEqual(['opened', 'ended', 'opened'])
  expect(await session.answer('library.describe', {})).toEqual({ ok: true, value: 2 })
})
