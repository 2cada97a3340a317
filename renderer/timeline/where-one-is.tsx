import { effect, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { strings } from '../ui/strings.ts'
import { stopsBetween } from './timeline-frame.ts'
import { stops } from './timeline-levels.ts'
import { view } from './timeline-state.ts'
import { timeInWords } from './timeline-words.ts'

/** Milliseconds after which it is shown and said aloud: not at each turn of a wheel. */
const pauses = { shown: 120, said: 700 }

const shown = signal('')
const said = signal('')

/** The time in sight, and how many events are in it. */
export function WhereOneIs() {
  useEffect(() => {
    const timers: ReturnType<typeof setTimeout>[] = []
    const stop = effect(() => {
      void [view.value, stops.value]
      for (const timer of timers.splice(0)) clearTimeout(timer)
      timers.push(
        setTimeout(() => {
          shown.value = whereOneIs()
        }, pauses.shown),
        setTimeout(() => {
          said.value = whereOneIs()
        }, pauses.said),
      )
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  return (
    <>
      <span class="timeline-where" aria-hidden="true">
        {shown.value}
      </span>
      <span class="spoken" role="status">
        {said.value}
      </span>
    </>
  )
}

function whereOneIs(): string {
  const { from, to } = view.value
  const count = stopsBetween({ from, to }).reduce(
    (sum, stop) => sum + (stop.is === 'single' ? 1 : stop.events.length),
    0,
  )
  return strings.timeline.inSight(timeInWords(from, to), count)
}
