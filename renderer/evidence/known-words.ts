// What the library's records say already, offered where the same is asked for. Gathered once for each state of the lists,
// not at every key in a form: they may hold hundreds of thousands.
import { computed } from '@preact/signals'
import { lists } from '../state/desk.ts'

const quotes = computed(() => lists.value.quotes)

export const knownRoles = computed(() => inOrder(quotes.value, ({ role }) => role))
export const knownOrganisations = computed(() => inOrder(quotes.value, ({ organisation }) => organisation))
export const knownMarkings = computed(() => {
  const { briefs, quotes, figures, events } = lists.value
  return inOrder<Marked>([...briefs, ...quotes, ...figures, ...events], ({ marking }) => marking)
})

type Marked = { marking: string | null }

/** What the records say, once each, in the order of the alphabet. */
function inOrder<T>(records: readonly T[], wordsOf: (record: T) => string | null): string[] {
  const words = new Set<string>()
  for (const record of records) {
    const said = wordsOf(record)
    if (said !== null) words.add(said)
  }
  return [...words].sort()
}
