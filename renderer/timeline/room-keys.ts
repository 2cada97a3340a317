// Keys that are heard in the whole room of the timeline, unless something takes typing.
import { room } from '../state/desk.ts'
import { isTyping } from '../state/is-typing.ts'
import {
  showAllTime,
  showToday,
  startEvent,
  toggleTimelineList,
  zoomIn,
  zoomOut,
} from './timeline-actions.ts'
import { isTimelineList } from './timeline-state.ts'

const everywhere: Partial<Record<string, () => void>> = { n: startEvent, l: toggleTimelineList }
const inPicture: Partial<Record<string, () => void>> = {
  '+': zoomIn,
  '=': zoomIn,
  '-': zoomOut,
  '−': zoomOut,
  '0': showAllTime,
  t: showToday,
}

export function roomKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
  if (room.value !== 'timeline' || document.querySelector('dialog[open]')) return
  const act = everywhere[event.key] ?? (isTimelineList.value ? undefined : inPicture[event.key])
  if (!act) return
  event.preventDefault()
  act()
}
