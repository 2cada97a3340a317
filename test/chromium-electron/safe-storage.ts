// Nobody's secrets are safe with a stand-in, and it says so.
import { strictly } from './strict.ts'

export const safeStorage = strictly('safeStorage', { isEncryptionAvailable: () => false })
