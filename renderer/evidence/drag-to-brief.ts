// Evidence dragged over the way to the briefs opens them, so that it can be dropped into the text.
import { room } from '../state/desk.ts'
import { carriesReferences } from './drag-references.ts'

/** How long a drag rests there before the room opens, in milliseconds. */
const rest = 500

export function openBriefsUnderDrags(): void {
  let waiting: ReturnType<typeof setTimeout> | null = null
  const stop = () => {
    if (waiting !== null) clearTimeout(waiting)
    waiting = null
  }
  window.addEventListener('dragover', ({ target, dataTransfer }) => {
    const isOver = target instanceof Element && target.closest('[data-room="briefs"]') !== null
    if (!isOver || !carriesReferences(dataTransfer)) return stop()
    waiting ??= setTimeout(() => {
      room.value = 'briefs'
    }, rest)
  })
  window.addEventListener('drop', stop)
}
