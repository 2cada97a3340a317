// Opening takes a moment, in which one is neither at the place before nor at the next one.
import { computed, signal } from '@preact/signals'

const journeys = signal(0)

export const isOnTheWay = computed(() => journeys.value > 0)

/** Runs what leads to a place; until it settles no place counts as reached. */
export async function onTheWay<T>(journey: () => Promise<T>): Promise<T> {
  journeys.value += 1
  try {
    return await journey()
  } finally {
    journeys.value -= 1
  }
}
