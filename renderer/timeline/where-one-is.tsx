import { useEffect, useState } from 'preact/hooks'
import { strings } from '../ui/strings.ts'
import { stopsInSight, view } from './timeline-state.ts'
import { timeInWords } from './timeline-words.ts'

/** Milliseconds after which it is said aloud: not at each turn of a wheel. */
const pause = 700

/** The time in sight, and how many events are in it. */
export function WhereOneIs() {
  const { from, to } = view.value
  const count = stopsInSight.value.reduce(
    (sum, stop) => sum + (stop.is === 'single' ? 1 : stop.events.length),
    0,
  )
  const words = strings.timeline.inSight(timeInWords(from, to), count)
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => say(words), pause)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <>
      <span class="timeline-where" aria-hidden="true">
        {words}
      </span>
      <span class="spoken" role="status">
        {said}
      </span>
    </>
  )
}
