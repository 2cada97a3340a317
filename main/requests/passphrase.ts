// The passphrase of an opened library: put on it, changed, taken off, and the library locked by it.
import { randomUUID } from 'node:crypto'
import { newestLibrarySchema } from '../../shared/model/migrate.ts'
import { RequestProblem } from '../../shared/result.ts'
import { keyBySecret } from '../library/key-by-secret.ts'
import type { Library } from '../library/library.ts'
import { readLibraryFile } from '../library/library-file.ts'
import {
  changePassphrase,
  checkPassphrase,
  makeKeys,
  newDataKey,
  type SealedLibraryFile,
} from '../library/library-keys.ts'
import { newRecoveryKey, writeRecoveryKey } from '../library/recovery-key.ts'
import { resealLibrary } from '../library/reseal-library.ts'
import { movedAside } from '../library/restore-in-place.ts'
import { plainSeal } from '../library/seal.ts'
import { sealWith } from '../library/sealed.ts'
import { upgradeCopies } from '../library/upgrade-library.ts'
import type { Handlers } from './answer.ts'
import type { Ports, SealPorts } from './ports.ts'

type PassphraseRequests = Pick<
  Handlers,
  | 'library.unlock'
  | 'library.lock'
  | 'passphrase.describe'
  | 'passphrase.prepare'
  | 'passphrase.put'
  | 'passphrase.change'
  | 'passphrase.remove'
  | 'passphrase.remember'
>

export function passphraseRequests(
  library: Library,
  { key, keptKeys, backups, notify, replaceLibrary, costs }: SealPorts & Pick<Ports, 'backups'>,
): PassphraseRequests {
  const { folder } = library
  const progress = (done: number) => notify('passphrase.progressed', { done })
  let prepared: Uint8Array | null = null

  return {
    'library.unlock': async () => null,

    'library.lock': async () => {
      if (!library.isSealed) {
        throw new RequestProblem(
          'refused',
          'This library has no passphrase, so it cannot be locked. Nothing was changed; give it a passphrase first.',
        )
      }
      await replaceLibrary(async () => key.hold(null))
      return null
    },

    'passphrase.describe': async () => {
      const { sealed } = await readLibraryFile(folder)
      return {
        state: library.isSealed ? 'open' : 'plain',
        folder,
        name: library.describe().name,
        isRemembered: sealed !== null && (await keptKeys.read(sealed.id)) !== null,
        whyNotRemembered: keptKeys.whyNot(),
        plainBackups: library.isSealed
          ? []
          : [
              ...(await backups.everywhere(library)),
              ...(await movedAside(folder)),
              ...(await upgradeCopies(folder)),
            ],
      }
    },

    'passphrase.prepare': async ({ passphrase }) => {
      mustBeWritable()
      if (library.isSealed) throw sealedAlready()
      checkPassphrase(passphrase)
      prepared = newRecoveryKey()
      return { recoveryKey: writeRecoveryKey(prepared) }
    },

    'passphrase.put': async ({ passphrase, lastGroup, isRemembered }) => {
      mustBeWritable()
      if (library.isSealed) throw sealedAlready()
      checkPassphrase(passphrase)
      if (!prepared || !writeRecoveryKey(prepared).endsWith(`-${lastGroup.trim().toUpperCase()}`)) {
        throw new RequestProblem(
          'refused',
          'That is not the last group of the recovery key. Nothing was changed; look at what you wrote down.',
        )
      }
      const recoveryKey = prepared
      const { id: known } = await readLibraryFile(folder)
      const id = known ?? randomUUID()
      const dataKey = newDataKey()
      const keys = await makeKeys(id, dataKey, { passphrase, recoveryKey }, costs)
      await replaceLibrary(async () => {
        const description: SealedLibraryFile = {
          schema: newestLibrarySchema,
          id,
          name: library.describe().name,
          keys,
          settings: library.choices.settings(),
        }
        await resealLibrary({ folder, from: plainSeal, to: sealWith(dataKey), description, progress })
        key.hold(dataKey)
        if (isRemembered) await keptKeys.keep(id, dataKey).catch(() => undefined)
      })
      return null
    },

    'passphrase.change': async ({ secret, passphrase }) => {
      mustBeWritable()
      const sealed = await mustBeSealed()
      checkPassphrase(passphrase)
      const dataKey = await keyBySecret(sealed, secret, progress, costs)
      await library.choices.replaceKeys(known => changePassphrase(known, dataKey, passphrase, costs))
      return null
    },

    'passphrase.remove': async ({ secret }) => {
      mustBeWritable()
      const sealed = await mustBeSealed()
      const dataKey = await keyBySecret(sealed, secret, progress, costs)
      await replaceLibrary(async () => {
        await resealLibrary({
          folder,
          from: sealWith(dataKey),
          to: plainSeal,
          description: { id: sealed.id, name: sealed.name, settings: library.choices.settings() },
          progress,
        })
        key.hold(null)
        await keptKeys.forget(sealed.id)
      })
      return null
    },

    'passphrase.remember': async ({ isRemembered }) => {
      const sealed = await mustBeSealed()
      const held = key.get()
      if (!isRemembered) await keptKeys.forget(sealed.id)
      else if (held) await keptKeys.keep(sealed.id, held)
      return null
    },
  }

  function mustBeWritable(): void {
    const why = library.whyReadOnly
    if (why === null) return
    throw new RequestProblem(
      'read-only',
      `The library ${folder} ${why.what}, so its passphrase stays as it is; ${why.remedy}.`,
    )
  }

  async function mustBeSealed(): Promise<SealedLibraryFile> {
    const { sealed } = await readLibraryFile(folder)
    if (sealed && library.isSealed) return sealed
    throw new RequestProblem('refused', 'This library has no passphrase. Nothing was changed.')
  }
}

function sealedAlready(): RequestProblem {
  return new RequestProblem('refused', 'This library has a passphrase already. Nothing was changed.')
}
