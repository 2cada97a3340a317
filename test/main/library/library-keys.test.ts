import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyBySecret } from '../../../main/library/key-by-secret.ts'
import {
  changePassphrase,
  checkPassphrase,
  isKeyOf,
  keyByPassphrase,
  keyByRecoveryKey,
  makeKeys,
  newDataKey,
} from '../../../main/library/library-keys.ts'
import { newRecoveryKey, readRecoveryKey, writeRecoveryKey } from '../../../main/library/recovery-key.ts'
import { migrateLibraryFile } from '../../../shared/model/migrate.ts'
import { sealedLibraryFile } from '../../../shared/model/v2/library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { cheap, passphrase, sealFolder } from './a-sealed-library.ts'

const { key, recoveryKey, file } = await sealFolder(temporaryFolder())
const never = () => undefined

describe('the key of a library', () => {
  test('is had by its passphrase and by its recovery key', async () => {
    expect(await keyByPassphrase(file, passphrase, never, cheap)).toEqual(key)
    expect(keyByRecoveryKey(file, recoveryKey)).toEqual(key)
    expect(await keyBySecret(file, passphrase, never, cheap)).toEqual(key)
    expect(await keyBySecret(file, writeRecoveryKey(recoveryKey), never, cheap)).toEqual(key)
    expect(isKeyOf(file, key)).toBe(true)
  })

  test('is had by nothing else', async () => {
    expect(await keyByPassphrase(file, `${passphrase} `, never, cheap)).toBeNull()
    expect(keyByRecoveryKey(file, newRecoveryKey())).toBeNull()
    expect(isKeyOf(file, newDataKey())).toBe(false)
    await expect(keyBySecret(file, 'not the passphrase', never, cheap)).rejects.toThrow(
      'not the passphrase of the library',
    )
    await expect(keyBySecret(file, writeRecoveryKey(newRecoveryKey()), never, cheap)).rejects.toThrow(
      'not this library’s',
    )
  })

  test('is not another library’s, whose keys were put in its place', async () => {
    const moved = { ...file, id: '0b9bd1a8-3f5b-4c8e-8f35-9d8f0f5f8f4d' }
    expect(await keyByPassphrase(moved, passphrase, never, cheap)).toBeNull()
    expect(keyByRecoveryKey(moved, recoveryKey)).toBeNull()
  })

  test('stands nowhere in the file', () => {
    const text = JSON.stringify(file)
    for (const secret of [key, recoveryKey])
      for (const form of ['base64', 'hex', 'latin1'] as const)
        expect(text).not.toContain(Buffer.from(secret).toString(form))
    // As version 2 stored it, and as it is read today.
    const { id, name, keys } = file
    const before = sealedLibraryFile.parse({ schema: 2, id, name, keys })
    expect(migrateLibraryFile(before)).toEqual(file)
  })

  test('is the same from any keyboard', async () => {
    const accented = await makeKeys(
      file.id,
      key,
      { passphrase: 'caf\u00e9 au lait noir', recoveryKey },
      cheap,
    )
    expect(
      await keyByPassphrase({ ...file, keys: accented }, 'cafe\u0301\u00a0au lait noir', never, cheap),
    ).toEqual(key)
  })

  test('has another passphrase once it is changed, the old one no longer, and the recovery key still', async () => {
    const changed = await changePassphrase(file, key, 'four other words entirely', cheap)
    expect(await keyByPassphrase(changed, 'four other words entirely', never, cheap)).toEqual(key)
    expect(await keyByPassphrase(changed, passphrase, never, cheap)).toBeNull()
    expect(keyByRecoveryKey(changed, recoveryKey)).toEqual(key)
  })

  test('is not tried where it would cost too little or too much', async () => {
    await expect(keyByPassphrase(file, passphrase)).rejects.toThrow('nothing that Dispatch Box writes')
    const costly = { ...file.keys.argon2id, memoryKiB: 2 ** 30 }
    await expect(
      keyByPassphrase({ ...file, keys: { ...file.keys, argon2id: costly } }, passphrase),
    ).rejects.toThrow('nothing that Dispatch Box writes')
  })

  test('costs at least 19 MiB and two passes', async () => {
    const keys = await makeKeys(file.id, key, { passphrase, recoveryKey })
    expect(keys.argon2id.memoryKiB).toBeGreaterThanOrEqual(19 * 1024)
    expect(keys.argon2id.passes).toBeGreaterThanOrEqual(2)
    const told: number[] = []
    expect(await keyByPassphrase({ ...file, keys }, passphrase, done => told.push(done))).toEqual(key)
    expect(told.at(-1)).toBe(1)
  })
})

test.each(['', 'short', '           '])('“%s” is no passphrase', short => {
  expect(() => checkPassphrase(short)).toThrow('at least 12 characters')
})

describe('a recovery key', () => {
  const keys = fc.uint8Array({ minLength: 20, maxLength: 20 })

  test('is read back as it was written, and as people write', () => {
    fc.assert(
      fc.property(keys, each => {
        const written = writeRecoveryKey(each)
        expect(written).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readRecoveryKey(written)).toEqual(each)
        const copied = written.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readRecoveryKey(copied)).toEqual(each)
      }),
    )
  })

  test('says so where a character is wrong, missing or strange', () => {
    fc.assert(
      fc.property(keys, fc.nat(35), (each, place) => {
        const plain = writeRecoveryKey(each).replaceAll('-', '')
        const wrong = plain[place] === '7' ? '8' : '7'
        const typed = plain.slice(0, place) + wrong + plain.slice(place + 1)
        expect(readRecoveryKey(typed)).toEqual({ wrong: 'A character of the recovery key is wrong.' })
      }),
      { numRuns: 50 },
    )
    expect(readRecoveryKey('7KQ2')).toEqual({ wrong: 'A recovery key has 36 characters; these are 4.' })
    expect(readRecoveryKey('Ü')).toEqual({ wrong: '“Ü” is in no recovery key.' })
  })
})
