// What tells that a page ran something, asked for something, went somewhere or was stopped by its policy.
import type { BrowserContext, Frame, Page, Request } from 'playwright'

/** What happened in a page since it was last asked, each in some words. `blocked` is what its content policy had to stop. */
export type Trips = Record<'ran' | 'loaded' | 'navigated' | 'blocked', string[]>

const noTrips = (): Trips => ({ ran: [], loaded: [], navigated: [], blocked: [] })

/** Whether anything got past every wall. */
export function isTripped({ ran, loaded, navigated }: Trips): boolean {
  return ran.length + loaded.length + navigated.length > 0
}

const sign = 'tripwire'

/** In every frame of every page that is loaded from now on, whatever a script would call to be noticed is a wire. */
export async function layTripwires(context: BrowserContext): Promise<void> {
  await context.addInitScript(said => {
    const tell = (kind: string, what: string) => console.debug(said, kind, what)
    for (const name of ['alert', 'confirm', 'prompt', 'print'])
      Object.defineProperty(globalThis, name, { value: () => tell('ran', name), writable: false })
    window.open = address => {
      tell('navigated', `a new window of ${address}`)
      return null
    }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      tell('blocked', `${violatedDirective} ${blockedURI}`),
    )
  }, sign)
}

export type Tripwire = {
  /** What has happened since the last time. */
  take(): Promise<Trips>
}

/** Watches a page; `isOwn` tells the addresses that it loads by itself, whatever it shows. */
export function watch(page: Page, isOwn: (address: string) => boolean): Tripwire {
  let trips = noTrips()
  page.on('console', message => {
    const [said, kind = '', ...what] = message.text().split(' ')
    if (said === sign && kind in trips) trips[kind as keyof Trips].push(what.join(' '))
    // A policy that stops a script says so even where no script may listen.
    else if (/violates the following Content Security Policy/i.test(message.text()))
      trips.blocked.push(message.text())
  })
  page.on('dialog', async dialog => {
    trips.ran.push(`a ${dialog.type()} dialog`)
    await dialog.dismiss()
  })
  page.on('request', request => {
    if (/^(?:data|blob|about):/.test(request.url()) || isOwn(request.url())) return
    if (isNavigation(request)) trips.navigated.push(request.url())
    else trips.loaded.push(request.url())
  })
  page.on('requestfailed', request => {
    // DevTools names what a policy kept from being asked for as if it had been.
    const at = request.failure()?.errorText === 'csp' ? trips.loaded.lastIndexOf(request.url()) : -1
    if (at !== -1) trips.blocked.push(...trips.loaded.splice(at, 1))
  })
  const places = new Map<Frame, string>()
  page.on('framenavigated', frame => {
    const place = frame.url().replace(/#.*$/, '')
    if (!isOwn(frame.url()) && places.get(frame) !== place) trips.navigated.push(frame.url())
    places.set(frame, place)
  })
  page.on('popup', popup => trips.navigated.push(`a new window of ${popup.url()}`))
  return {
    take: async () => {
      // What was said before this answer has arrived with it.
      await page.evaluate(() => new Promise(done => setTimeout(done, 60)))
      const taken = trips
      trips = noTrips()
      return taken
    },
  }
}

function isNavigation(request: Request): boolean {
  try {
    return request.isNavigationRequest()
  } catch {
    // A request of a page that is not there yet.
    return true
  }
}
