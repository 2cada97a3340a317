// What is being taken in, and how far it is.
import { signal } from '@preact/signals'
import type { Notices } from '../../shared/request-names.ts'
import { request } from '../bridge/bridge.ts'

type Progress = Notices['capture.progressed']

/** What the strip shows; null while nothing is taken in, and in the first second of it. */
export const shownProgress = signal<(Progress & { isStopping: boolean }) | null>(null)

/** Milliseconds in which most is done; a strip that comes and goes would only disturb. */
const quietFor = 1000

/** What is under way: of files that the window hands over one by one, the window knows how many there are. */
type UnderWay = {
  files: Progress['files'] | null
  progress: Progress | null
  isQuiet: boolean
  isStopping: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

let underWay: UnderWay | null = null

/** Work that may take long begins. It gives the means to say which file it is at, to ask whether to stop, and to end. */
export function beginCapture() {
  const own: UnderWay = {
    files: null,
    progress: null,
    isQuiet: true,
    isStopping: false,
    timer: undefined,
  }
  underWay = own
  return {
    /** The window's own word on the file it is at. */
    at: (file: string, files: Progress['files']) => {
      own.files = files
      captureProgressed({ file, done: 0, of: 0, files })
    },
    isStopping: () => own.isStopping,
    end: () => {
      clearTimeout(own.timer)
      if (underWay !== own) return
      underWay = null
      shownProgress.value = null
    },
  }
}

/** Hears how far main is. */
export function captureProgressed(progress: Progress): void {
  const own = underWay
  if (!own) return
  own.progress = { ...progress, files: own.files ?? progress.files }
  // A dialog in which files are chosen comes before, and takes as long as it likes.
  own.timer ??= setTimeout(() => {
    own.isQuiet = false
    show(own)
  }, quietFor)
  show(own)
}

/** Breaks off what is under way. What is in by then stays in. */
export function cancelCapture(): void {
  if (!underWay || underWay.isStopping) return
  underWay.isStopping = true
  show(underWay)
  void request('capture.cancel', {})
}

function show(own: UnderWay): void {
  if (underWay === own && own.progress && !own.isQuiet)
    shownProgress.value = { ...own.progress, isStopping: own.isStopping }
}
