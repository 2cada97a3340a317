// The control: vectors put raw into a page without a policy. Where nothing ran there, the tripwire would not have told.
import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContext } from 'playwright'
import { provoke } from './provoke.ts'
import { layTripwires, type Trips, watch } from './tripwire.ts'

export type Control = { tried: number; ran: number; loaded: number; navigated: number }

const home = 'https://control.example/'
/** Milliseconds after which a page that a vector has stopped is given up. */
const patience = 3000

/** Shows each vector alone, in a page of its own. */
export async function tryRaw(browser: Browser, vectors: readonly string[]): Promise<Control> {
  const context = await browser.newContext()
  await layTripwires(context)
  await context.route('**', route => {
    if (route.request().url() === home)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
    // Without content a page stays where it is.
    return route.fulfill({ status: 204 })
  })
  const tally: Control = { tried: 0, ran: 0, loaded: 0, navigated: 0 }
  for (const vector of vectors) {
    const trips = await Promise.race([tryOne(context, vector), setTimeout(patience, null)]).catch(() => null)
    tally.tried += 1
    for (const kind of ['ran', 'loaded', 'navigated'] as const)
      if (trips && trips[kind].length > 0) tally[kind] += 1
  }
  await Promise.race([context.close(), setTimeout(patience)])
  return tally
}

async function tryOne(context: BrowserContext, vector: string): Promise<Trips> {
  const page = await context.newPage()
  try {
    await page.goto(home, { timeout: patience })
    const wire = watch(page, address => address === home)
    await page
      .evaluate(`document.body.innerHTML = ${JSON.stringify(vector)}; (${provoke})(document.body, true); 0`)
      .catch(() => {})
    return await wire.take()
  } finally {
    void page.close().catch(() => {})
  }
}
