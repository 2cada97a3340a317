import { RequestProblem } from '../../shared/result.ts'
import {
  type Costs,
  keyByPassphrase,
  keyByRecoveryKey,
  type Progress,
  type SealedLibraryFile,
} from './library-keys.ts'
import { readRecoveryKey } from './recovery-key.ts'

/** A sealed library's key by what was typed: its passphrase, or its recovery key. Throws a RequestProblem for any other. */
export async function keyBySecret(
  file: SealedLibraryFile,
  secret: string,
  progress?: Progress,
  costs?: Costs,
): Promise<Uint8Array> {
  const recoveryKey = readRecoveryKey(secret)
  const recovered = recoveryKey instanceof Uint8Array ? keyByRecoveryKey(file, recoveryKey) : null
  const key = recovered ?? (await keyByPassphrase(file, secret, progress, costs))
  if (key) return key
  throw new RequestProblem(
    'refused',
    recoveryKey instanceof Uint8Array
      ? 'This is a recovery key, but not this library’s. Nothing was changed; look for the one that was written down for it.'
      : 'This is not the passphrase of the library. Nothing was changed; look whether capitals are locked, and try again.',
  )
}
