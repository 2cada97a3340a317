import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Library } from '../../main/library/library.ts'
import { makeKeys, newDataKey } from '../../main/library/library-keys.ts'
import { openLibrary } from '../../main/library/open-library.ts'
import { newRecoveryKey } from '../../main/library/recovery-key.ts'
import { resealLibrary } from '../../main/library/reseal-library.ts'
import { plainSeal } from '../../main/library/seal.ts'
import { sealWith } from '../../main/library/sealed.ts'
import type { ReplaceLibrary } from '../../main/requests/ports.ts'
import type { Answer } from '../../main/requests/requests.ts'
import { openSession, type Session } from '../../main/session.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { aBrief } from './library/a-brief.ts'
import { cheap, passphrase } from './library/a-sealed-library.ts'

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

describe('a request under way while the library is sealed', () => {
  const key = newDataKey()
  const sealed = async (folder: string, ask: (library: Library) => Promise<unknown>) => {
    let held: Uint8Array | null = null
    const id = '6f1f64a8-0a52-4f3c-9d51-3c4dbbbd9a04'
    const keys = await makeKeys(id, key, { passphrase, recoveryKey: newRecoveryKey() }, cheap)
    const description = { schema: 3, id, name: 'Secrets', keys } as const
    session = await openSession({
      open: () => openLibrary({ folder, access: 'write', now: () => new Date(), key: held }),
      answerWith: (library, replaceLibrary) =>
        (async (name: string) => {
          if (name !== 'passphrase.put') return ask(library)
          await replaceLibrary(async () => {
            await resealLibrary({ folder, from: plainSeal, to: sealWith(key), description })
            held = key
          })
          return 'sealed'
        }) as unknown as Answer,
      answerLocked: () => (async () => 'locked') as unknown as Answer,
      onOpened: () => () => undefined,
      onReplaced: () => undefined,
    })
  }
  const wordsIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(name => join(folder, name))
      .filter(path => statSync(path).isFile() && readFileSync(path).includes('PLAINWORDS'))

  test('is waited for: nothing of it is lost, and nothing is in the clear', async () => {
    const folder = join(temporaryFolder(), 'library')
    await sealed(folder, async library => {
      for (let count = 0; count < 60; count++) {
        const bytes = Buffer.from(`PLAINWORDS ${count}`)
        await library.attach(createHash('sha256').update(bytes).digest('hex'), bytes)
      }
      return library.isSealed
    })
    const importing = session.answer('source.import', {})
    await setTimeout(20)
    const sealing = session.answer('passphrase.put', {})
    await setTimeout(5)
    const late = session.answer('source.import', {})
    expect(await Promise.all([importing, sealing, late])).toEqual([false, 'sealed', true])
    expect(wordsIn(folder)).toEqual([])
    expect(readdirSync(join(folder, 'attachments'))).toHaveLength(60)
  })

  test('that asks for the same is refused, and neither waits for the other', async () => {
    const folder = join(temporaryFolder(), 'library')
    await sealed(folder, async () => null)
    const [one, other] = await Promise.allSettled([
      session.answer('passphrase.put', {}),
      session.answer('passphrase.put', {}),
    ])
    expect(one).toMatchObject({ value: 'sealed' })
    expect(other).toMatchObject({
      reason: { message: expect.stringContaining('is being replaced already') },
    })
  })
})

test('a library that is closed does what was asked before, and refuses to write anything more', async () => {
  session = { answer: (async () => null) as unknown as Answer, close: async () => undefined }
  const folder = join(temporaryFolder(), 'library')
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  const before = Promise.all([
    library.add('briefs', aBrief('one')),
    library.attach('0'.repeat(64), Buffer.from('an original')),
    library.drafts.keep({ id: 'one', at: '2025-05-03T10:00:00.000Z', fields: { body: 'typed' } }),
  ])
  await library.close()
  const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const left = files()
  await before
  expect(left).toContain('briefs/one.json')
  expect(left).toContain(`attachments/${'0'.repeat(64)}`)
  expect(left.filter(name => name.startsWith('drafts/'))).toHaveLength(1)
  const two = { collection: 'briefs', record: aBrief('two') } as const
  for (const write of [
    () => library.add('briefs', aBrief('two')),
    () => library.update('briefs', 'one', brief => ({ ...brief, body: 'more' })),
    () => library.saveAll([{ collection: 'briefs', id: 'two', after: aBrief('two') }]),
    () => library.remove('one'),
    () => library.emptyTrash(),
    () => library.keepVersion('one'),
    () => library.attach('1'.repeat(64), Buffer.from('another')),
    () => library.drafts.keep({ id: 'one', at: '2025-05-03T10:00:01.000Z', fields: { body: 'more' } }),
    () => library.drafts.drop('one', '2025-05-03T10:00:00.000Z'),
    () => library.holdings.putInTrash(two, null),
    () => library.holdings.putVersion(two.record, '2025-05-03T10:00:00.000Z'),
    () => library.holdings.retireIds(['two']),
    () => library.backUp(join(folder, 'backup.zip')),
  ]) {
    await expect(write()).rejects.toThrow('was closed meanwhile')
  }
  expect(files()).toEqual(left)
})
