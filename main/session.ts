// The library that a window has open or locked, and how another state of it takes its place.
import type { RequestName } from '../shared/request-names.ts'
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
  /** What goes on while a library is open; gives the means to end it. */
  onOpened: (library: Library) => () => void
  /** Called once another state of the library is open: the window reads all of it anew. */
  onReplaced: () => void
}

export type Session = { answer: Answer; close: () => Promise<void> }

/** Opens the library. Requests that come while it is being replaced wait, and are answered from what is open then. */
export async function openSession({
  open,
  answerWith,
  answerLocked,
  onOpened,
  onReplaced,
}: Opening): Promise<Session> {
  let opened: Promise<{ library: Library | null; answer: Answer; end: () => void }>
  const begin = async () => {
    const library = await open().catch((error: unknown) => {
      if (error instanceof LibraryLocked) return error
      throw error
    })
    if (library instanceof LibraryLocked)
      return { library: null, answer: answerLocked(library, replaceLibrary), end: () => undefined }
    return { library, answer: answerWith(library, replaceLibrary), end: onOpened(library) }
  }
  const replaceLibrary: ReplaceLibrary = async work => {
    const { library, end } = await opened
    end()
    await library?.close()
    // Opened again whether the work was done or refused.
    const done = work()
    opened = done.then(begin, begin)
    await opened
    await done
    onReplaced()
  }
  opened = begin()
  await opened
  return {
    answer: async <Name extends RequestName>(name: Name, input: unknown) =>
      (await opened).answer(name, input),
    close: async () => {
      const { library, end } = await opened
      end()
      await library?.close()
    },
  }
}
