// What can be done on the timeline.

import { isReadOnly, room } from '../state/desk.ts'
import {
  copyTimeline,
  showAllTime,
  showToday,
  startEvent,
  toggleTimelineList,
  zoomIn,
  zoomOut,
} from '../timeline/timeline-actions.ts'
import { isTimelineList } from '../timeline/timeline-state.ts'
import type { Command } from './command.ts'

const isThere = () => room.value === 'timeline'
const isPicture = () => isThere() && !isTimelineList.value

export const timeline: readonly Command[] = [
  {
    name: 'add-event',
    keys: 'N',
    group: 'timeline',
    run: startEvent,
    isAvailable: () => isThere() && !isReadOnly.value,
  },
  { name: 'zoom-in', keys: '+', group: 'timeline', run: zoomIn, isAvailable: isPicture },
  { name: 'zoom-out', keys: '−', group: 'timeline', run: zoomOut, isAvailable: isPicture },
  { name: 'show-all-time', keys: '0', group: 'timeline', run: showAllTime, isAvailable: isPicture },
  { name: 'show-today', keys: 'T', group: 'timeline', run: showToday, isAvailable: isPicture },
  {
    name: 'toggle-timeline-list',
    keys: 'L',
    group: 'timeline',
    run: toggleTimelineList,
    isAvailable: isThere,
  },
  { name: 'copy-timeline', group: 'timeline', run: copyTimeline, isAvailable: isThere },
  { name: 'walk-events', keys: '← →', group: 'timeline' },
  { name: 'show-event-in-source', keys: 'S', group: 'timeline' },
]
