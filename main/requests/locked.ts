// What a locked library answers: how it is unlocked, and nothing else.
import { requestNames } from '../../shared/request-names.ts'
import { RequestProblem } from '../../shared/result.ts'
import { keyBySecret } from '../library/key-by-secret.ts'
import type { LibraryLocked } from '../library/sealed-library.ts'
import { answerWith, type Handlers } from './answer.ts'
import { failureRequests } from './failure.ts'
import type { CloseWindow, Failures, SealPorts } from './ports.ts'
import type { Answer } from './requests.ts'

export function answerLocked(
  locked: LibraryLocked,
  {
    key,
    keptKeys,
    notify,
    replaceLibrary,
    closeWindow,
    failures,
    costs,
  }: SealPorts & {
    closeWindow: CloseWindow
    failures: Failures
  },
): Answer {
  const { folder, file } = locked
  const answered: Partial<Handlers> = {
    'passphrase.describe': async () => ({
      state: 'locked',
      folder,
      name: file.name,
      isRemembered: false,
      whyNotRemembered: keptKeys.whyNot(),
      plainBackups: [],
    }),

    'library.unlock': async ({ secret, isRemembered }) => {
      const progress = (done: number) => notify('passphrase.progressed', { done })
      const opening = await keyBySecret(file, secret, progress, costs)
      if (isRemembered) await keptKeys.keep(file.id, opening)
      await replaceLibrary(async () => key.hold(opening))
      return null
    },

    'window.close': async () => {
      closeWindow()
      return null
    },

    ...failureRequests(failures),
  }
  const refuse = async () => {
    throw new RequestProblem('locked', locked.message)
  }
  const all = requestNames.map(name => [name, answered[name] ?? refuse])
  return answerWith(Object.fromEntries(all) as Handlers, failures.noteInRequest)
}
