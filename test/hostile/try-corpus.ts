// Tries the vectors of a corpus in one place, many at once; where something happened, it looks for the vectors that did it.
import { isTripped, type Trips, type Tripwire } from './tripwire.ts'

/** A place that shows vectors: `show` gives the addresses of links that no link may have, and rejects where it cannot show them. */
export type Place = {
  name: string
  show: (vectors: readonly string[]) => Promise<string[]>
  tripwire: Tripwire
}

/** A vector that did something, or could not be shown, and what that was. */
export type Offender = { place: string; vector: string; what: string }

/** How many vectors did each; `blocked` counts what a policy had to stop, once for each time. */
export type Tally = {
  tried: number
  ran: number
  loaded: number
  navigated: number
  failed: number
  blocked: number
}

const atOnce = 100

export async function tryIn(
  place: Place,
  vectors: readonly string[],
  onOffender: (offender: Offender) => void,
): Promise<Tally> {
  const tally: Tally = { tried: 0, ran: 0, loaded: 0, navigated: 0, failed: 0, blocked: 0 }
  for (let from = 0; from < vectors.length; from += atOnce) {
    const batch = vectors.slice(from, from + atOnce)
    tally.tried += batch.length
    tally.blocked += await tryBatch(batch)
  }
  return tally

  async function tryBatch(batch: readonly string[]): Promise<number> {
    const { trips, failure } = await shownIn(place, batch)
    if (!isTripped(trips) && failure === null) return trips.blocked.length
    const [only] = batch
    if (batch.length === 1 && only !== undefined) {
      for (const kind of ['ran', 'loaded', 'navigated'] as const) if (trips[kind].length > 0) tally[kind] += 1
      if (failure !== null) tally.failed += 1
      const what = [...trips.ran, ...trips.loaded, ...trips.navigated, failure ?? []].flat().join(', ')
      onOffender({ place: place.name, vector: only, what })
      return trips.blocked.length
    }
    const middle = batch.length >> 1
    return (await tryBatch(batch.slice(0, middle))) + (await tryBatch(batch.slice(middle)))
  }
}

async function shownIn(
  { show, tripwire }: Place,
  batch: readonly string[],
): Promise<{ trips: Trips; failure: string | null }> {
  let failure: string | null = null
  const odd = await show(batch).catch((error: Error) => {
    failure = error.message
    return []
  })
  const trips = await tripwire.take()
  // A link that is not followed here would be by whoever reads it.
  trips.navigated.push(...odd.map(address => `a link to ${address}`))
  return { trips, failure }
}
