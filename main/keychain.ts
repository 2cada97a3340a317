// The computer's own keychain, as Electron's safeStorage offers it.
import type { KeyCipher } from './library/kept-keys.ts'

/** The part of safeStorage that is used. */
type SafeStorage = {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(bytes: Buffer): string
  getSelectedStorageBackend?(): string
}

/** Refused where what looks like a keychain is none: on Linux safeStorage may fall back to a password that is in its source. */
export function keychain(safeStorage: SafeStorage, platform: NodeJS.Platform): KeyCipher {
  return {
    whyNot: () => {
      if (!safeStorage.isEncryptionAvailable())
        return 'This computer offers no keychain that could keep the key, so the passphrase is asked for at each start.'
      const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend?.() : 'system'
      if (backend === undefined || backend === 'basic_text' || backend === 'unknown')
        return 'This computer would keep the key where any program can read it, so the passphrase is asked for at each start. A keyring such as GNOME Keyring or KWallet would do.'
      return null
    },
    encrypt: text => new Uint8Array(safeStorage.encryptString(text)),
    decrypt: bytes => safeStorage.decryptString(Buffer.from(bytes)),
  }
}
