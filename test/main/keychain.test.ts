import { expect, test } from 'vitest'
import { keychain } from '../../main/keychain.ts'

const safeStorage = (isAvailable: boolean, backend?: string) => ({
  isEncryptionAvailable: () => isAvailable,
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (bytes: Buffer) => bytes.toString().slice('sealed '.length),
  ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
})

test.each(['basic_text', 'unknown'])('Linux’s %s is no keychain', backend => {
  expect(keychain(safeStorage(true, backend), 'linux').whyNot()).toContain('where any program can read it')
})

test('without a keychain there is none, and it is said', () => {
  expect(keychain(safeStorage(false), 'darwin').whyNot()).toContain('offers no keychain')
})

test.each([
  ['linux', 'gnome_libsecret'],
  ['linux', 'kwallet6'],
  ['darwin', undefined],
  ['win32', undefined],
] as const)('the keychain of %s (%s) keeps a key and gives it back', (platform, backend) => {
  const chain = keychain(safeStorage(true, backend), platform)
  expect(chain.whyNot()).toBeNull()
  expect(chain.decrypt(chain.encrypt('key'))).toBe('key')
})
