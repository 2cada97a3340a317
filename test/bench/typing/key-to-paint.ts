// How long a key takes until what it wrote is painted.
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { type TraceEvent, workFromKeyToPaint } from './key-work.ts'

/** Milliseconds between keys: a quick typist's. */
const betweenKeys = 110
/** Milliseconds after a word, in which work that waits for a pause begins. */
const afterWord = 450

/** Types words where the page's cursor is, and gives for each key the milliseconds that the page worked until it was painted. */
export async function typeWords(page: Page, words: readonly string[]): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel'] },
  })
  for (const word of words) {
    for (const letter of word) {
      await page.keyboard.press(letter)
      await setTimeout(betweenKeys)
    }
    await page.keyboard.press('Space')
    await setTimeout(afterWord)
  }
  const isComplete = new Promise(done => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.end')
  await isComplete
  await session.detach()
  const times = workFromKeyToPaint(events)
  const keys = words.join(' ').length + 1
  if (times.length !== keys) throw new Error(`${keys} keys were pressed, and ${times.length} were painted.`)
  return times
}
