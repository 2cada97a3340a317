// What is seen while a library is opened that takes long: what is done, and how far it is.
import { signal } from '@preact/signals'
import { render } from 'preact'
import type { Notices } from '../../shared/request-names.ts'
import { onNotice } from '../bridge/bridge.ts'
import { strings } from '../ui/strings.ts'

type Opening = Notices['library.opening']

/** Milliseconds in which most libraries are open; a screen that comes and goes would only disturb. */
const quietFor = 500

const opening = signal<Opening | null>(null)

/** Shows in a place how far the opening is, where that takes long, until the function it gives is called. */
export function followOpening(place: Element): () => void {
  let isQuiet = true
  const show = () => {
    if (!isQuiet && opening.value) render(<OpeningScreen />, place)
  }
  const timer = setTimeout(() => {
    isQuiet = false
    show()
  }, quietFor)
  const stopHearing = onNotice('library.opening', progress => {
    const isFirst = opening.value === null
    opening.value = progress
    if (isFirst) show()
  })
  return () => {
    clearTimeout(timer)
    stopHearing()
    opening.value = null
  }
}

function OpeningScreen() {
  if (!opening.value) return null
  const { stage, done, of, isOnce } = opening.value
  const texts = strings.opening
  const { what, note } = texts[stage]
  return (
    <main class="opening">
      <div class="opening-words">
        {/* Of all this only what is done is spoken by itself: numbers would be read out without an end. */}
        <div role="status">
          <h1 class="opening-title">{what}</h1>
        </div>
        <progress class="progress-bar opening-bar" aria-label={what} max={Math.max(of, 1)} value={done} />
        {stage === 'reading' && <p class="number">{texts.records(done, of)}</p>}
        {(stage !== 'reading' || isOnce) && <p>{note}</p>}
        <p>{texts.closing}</p>
      </div>
    </main>
  )
}
