// What a page's main thread did from a key to its paint, read from Chromium's trace.

/** As Chromium reports it; `ts` and `dur` in microseconds. */
export type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  args?: { data?: { type?: string } }
}

/** `ThreadControllerImpl::RunTask` in Chromium’s own words: one task of a thread. */
const task = 'ThreadControllerImpl::RunTask'

/**
 * For each key, in its order, the milliseconds that the thread worked from the key to the end of the task that painted
 * next. What it waits for the screen's next beat is left out: it is the same for everybody.
 */
export function workFromKeyToPaint(events: readonly TraceEvent[]): number[] {
  const isKey = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args?.data?.type === 'keydown'
  const keys = events.filter(isKey).toSorted((one, other) => one.ts - other.ts)
  return keys.flatMap(key => {
    const own = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === key.pid && tid === key.tid)
    const tasks = own.filter(({ name, ...event }) => name === task && endOf(event) > key.ts)
    const paint = first(own.filter(({ name, ts }) => name === 'Paint' && ts > key.ts))
    const painted = paint && tasks.find(each => each.ts <= paint.ts && endOf(each) >= paint.ts)
    if (!painted) return []
    const worked = tasks
      .filter(({ ts }) => ts <= painted.ts)
      .reduce((sum, each) => sum + endOf(each) - Math.max(each.ts, key.ts), 0)
    return [worked / 1000]
  })
}

function endOf({ ts, dur = 0 }: Pick<TraceEvent, 'ts' | 'dur'>): number {
  return ts + dur
}

function first(events: readonly TraceEvent[]): TraceEvent | undefined {
  return events.reduce<TraceEvent | undefined>(
    (earliest, event) => (earliest && earliest.ts <= event.ts ? earliest : event),
    undefined,
  )
}
