// The library that a window has open or locked, and how another state of it takes its place.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestName } from '../shared/request-names.ts'
import { RequestProblem } from '../shared/result.ts'
import type { Library } from './library/library.ts'
import { LibraryLocked } from './library/sealed-library.ts'
import type { ReplaceLibrary } from './requests/ports.ts'
import type { Answer } from './requests/requests.ts'

type Opening = {
  open: () => Promise<Library>
  /** The requests of an opened library. */
  answerWith: (library: Library, replaceLibrary: ReplaceLibrary) => Answer
  /** The requests of a library that nothing was read of, for want of its key. */
  answerLocked: (locked: LibraryLocked, replaceLibrary: ReplaceLibrary) => Answer
  /** What goes on while a library is open; gives the means to end it, which is waited for. */
  onOpened: (library: Library) => () => unknown
  /** Called once another state of the library is open: the window reads all of it anew. */
  onReplaced: () => void
}

export type Session = { answer: Answer; close: () => Promise<void> }

type Open = { library: Library | null; answer: Answer; end: () => unknown }

/**
 * Opens the library. It is replaced once every request under way is answered, but for the one that asks for it; those that
 * come meanwhile wait, and are answered from what is open then.
 */
export async function openSession({
  open,
  answerWith,
  answerLocked,
  onOpened,
  onReplaced,
}: Opening): Promise<Session> {
  let opened: Promise<Open>
  let isReplacing = false
  const underWay = new Set<Promise<unknown>>()
  /** The answer that the code that runs is part of. */
  const asking = new AsyncLocalStorage<{ answered: Promise<unknown> | null }>()
  const begin = async (): Promise<Open> => {
    const library = await open().catch((error: unknown) => {
      if (error instanceof LibraryLocked) return error
      throw error
    })
    if (library instanceof LibraryLocked)
      return { library: null, answer: answerLocked(library, replaceLibrary), end: () => undefined }
    return { library, answer: answerWith(library, replaceLibrary), end: onOpened(library) }
  }
  const close = async ({ library, end }: Open) => {
    await end()
    await library?.close()
  }
  const replaceLibrary: ReplaceLibrary = async work => {
    // Waiting for each other, two would wait for ever.
    if (isReplacing) throw replacedAlready()
    isReplacing = true
    const before = opened
    const own = asking.getStore()?.answered
    const done = Promise.allSettled([...underWay].filter(each => each !== own))
      .then(async () => close(await before))
      .then(work)
    // At once, so that no request comes to a library that closes. Opened again whether the work was done or refused.
    opened = done.then(begin, begin)
    try {
      await opened
      await done
    } finally {
      isReplacing = false
    }
    onReplaced()
  }
  opened = begin()
  await opened

  /** Uses what is open while nothing is being replaced: in the same step, as it may be replaced in the next. */
  const whatIsOpen = async <T>(use: (found: Open) => Promise<T>): Promise<T> => {
    for (;;) {
      const awaited = opened
      const found = await awaited
      if (awaited === opened) return use(found)
    }
  }
  return {
    answer: <Name extends RequestName>(name: Name, input: unknown) =>
      whatIsOpen(({ answer }) => {
        const own: { answered: Promise<unknown> | null } = { answered: null }
        // Not begun before it is known which one it is.
        const answered = asking.run(own, () => Promise.resolve().then(() => answer(name, input)))
        own.answered = answered
        underWay.add(answered)
        const leave = () => void underWay.delete(answered)
        answered.then(leave, leave)
        return answered
      }),
    close: () => whatIsOpen(found => close(found)),
  }
}

function replacedAlready(): RequestProblem {
  return new RequestProblem(
    'refused',
    'The library is being replaced already. Nothing was changed by this; try again when that is done.',
  )
}
