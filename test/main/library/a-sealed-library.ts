import { keepLibraryKeys } from '../../../main/library/library-file.ts'
import {
  type Costs,
  makeKeys,
  newDataKey,
  type SealedLibraryFile,
} from '../../../main/library/library-keys.ts'
import { newRecoveryKey } from '../../../main/library/recovery-key.ts'

/** Far too cheap for anything but a test. */
export const cheap: Costs = {
  usual: { memoryKiB: 8, passes: 1, lanes: 1 },
  least: { memoryKiB: 8, passes: 1, lanes: 1 },
}

export const passphrase = 'correct horse battery staple'

/** Makes an empty folder a sealed library's. */
export async function sealFolder(folder: string) {
  const [key, recoveryKey] = [newDataKey(), newRecoveryKey()]
  const id = '6f1f64a8-0a52-4f3c-9d51-3c4dbbbd9a04'
  const keys = await makeKeys(id, key, { passphrase, recoveryKey }, cheap)
  const file: SealedLibraryFile = { schema: 5, id, name: 'Secrets', keys, settings: { checks: {} } }
  await keepLibraryKeys(folder, file)
  return { key, recoveryKey, file }
}
