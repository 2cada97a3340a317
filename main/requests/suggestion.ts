// What the finder proposes for a source: found, made into evidence, refused.
import { inTextOrder, isCertain, pendingOf, type Suggestion } from '../../shared/extract/pending.ts'
import { anchorAt } from '../../shared/model/anchor.ts'
import type { Event, Figure, Quote, Source } from '../../shared/model/records.ts'
import { peopleByName } from '../../shared/people/find-people.ts'
import type { ValidInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Change } from '../library/change.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { documentDay } from './document-day.ts'
import { evidenceMaker } from './new-evidence.ts'
import type { Ports } from './ports.ts'

export function suggestionRequests(
  library: Library,
  { finder, notify, now }: Ports,
): Pick<Handlers, 'source.suggest' | 'suggestion.refuse' | 'suggestion.restore' | 'evidence.make'> {
  const { newQuote, newFigure, newEvent } = evidenceMaker(library)
  return {
    'source.suggest': async ({ id }) => {
      const source = await library.get('sources', id)
      const { people: _, ...found } = await finder.find(source.text, documentDay(source), opening => {
        const { people: _, ...suggestions } = opening
        notify('source.suggested', { source: id, suggestions })
      })
      return found
    },

    // Nothing that was said of the source has changed: its time stays, and so does what is being typed over it.
    'suggestion.refuse': ({ source: id, suggestions }) =>
      library.update('sources', id, source => {
        const refused = new Map(source.refused.map(each => [keyOf(each), each]))
        for (const each of refusalsAt(source, suggestions)) refused.set(keyOf(each), each)
        return { ...source, refused: [...refused.values()] }
      }),

    'suggestion.restore': ({ source: id, suggestions }) =>
      library.update('sources', id, source => {
        if (suggestions === null) return { ...source, refused: [] }
        const restored = new Set(refusalsAt(source, suggestions).map(keyOf))
        return { ...source, refused: source.refused.filter(each => !restored.has(keyOf(each))) }
      }),

    'evidence.make': async ({ source: id, of }) => {
      let made: Awaited<ReturnType<typeof recordsOf>> = { quotes: [], figures: [], events: [] }
      // In the source's turn: asked twice, the second finds what the first made.
      // As one: half of what was found would look like all of it.
      await library.saveTogether([id], async () => {
        const source = await library.get('sources', id)
        const found = await finder.find(source.text, documentDay(source))
        const pending = pendingOf(inTextOrder(found), source, evidenceIn(id))
        const chosen =
          of === null ? pending.filter(({ found }) => isCertain(found)) : pending.filter(isOneOf(of))
        made = await recordsOf(chosen, source)
        return [
          ...made.quotes.map((after): Change => ({ collection: 'quotes', id: after.id, after })),
          ...made.figures.map((after): Change => ({ collection: 'figures', id: after.id, after })),
          ...made.events.map((after): Change => ({ collection: 'events', id: after.id, after })),
        ]
      })
      return made
    },
  }

  function evidenceIn(source: string) {
    const isThere = ({ anchor }: Quote | Figure | Event) => anchor !== null
    return [
      ...library.listInSource('quotes', source).filter(isThere).map(asKept('quote')),
      ...library.listInSource('figures', source).filter(isThere).map(asKept('figure')),
      ...library.listInSource('events', source).filter(isThere).map(asKept('event')),
    ]
  }

  async function recordsOf(chosen: readonly Suggestion[], source: Source) {
    const time = now().toISOString()
    const personNamed = peopleByName(library.list('people'))
    const made = { quotes: [] as Quote[], figures: [] as Figure[], events: [] as Event[] }
    // One after the other, so that ids are given in the order of the text.
    for (const { kind, found } of chosen) {
      const anchor = anchorAt(source, found.start, endOf(kind, found))
      if (kind === 'quote') {
        const { speaker, organisation, cue } = found
        if (!speaker) continue
        // “Officials” are officials by name and by role: once is enough.
        const role = found.role === speaker ? null : found.role
        const fields = { speaker, role, organisation, cue, ...unsetQuote }
        made.quotes.push(await newQuote(anchor, fields, time, personNamed))
      } else if (kind === 'figure') {
        const { label, value, upper, unit, qualifier, scale, asOf } = found
        const fields = { measures: label, value, upper, unit, qualifier, scale, asOf, ...unsetFigure }
        made.figures.push(await newFigure(anchor, fields, time))
      } else {
        const { title, when, status } = found
        // No date is invented where the source has none.
        if (when) made.events.push(await newEvent(anchor, { title, when, status, ...unsetEvent }, time))
      }
    }
    return made
  }
}

/** Where the words of evidence end: the comma before “she said” is the reporter's. */
function endOf(kind: Suggestion['kind'], { end, text }: Suggestion['found']): number {
  return kind === 'quote' && /[^,，、]\s*[,，、]$/.test(text) ? end - 1 : end
}

/** What a person may add to evidence that was found. */
const unsetQuote = {
  ...{ saidOn: null, kind: 'opinion' as const, person: null, language: null, translation: null },
  ...{ marking: null, tags: [] },
}
const unsetFigure = { shelfLife: null, series: null, marking: null, tags: [] }
const unsetEvent = { participants: [], place: null, marking: null, tags: [] }

function asKept<Kind extends Suggestion['kind']>(kind: Kind) {
  return ({ anchor }: Pick<Quote, 'anchor'>) => ({ kind, anchor })
}

function isOneOf(
  chosen: NonNullable<ValidInput<'evidence.make'>['of']>,
): (suggestion: Suggestion) => boolean {
  const keys = new Set(chosen.map(({ kind, start, end }) => `${kind} ${start} ${end}`))
  return ({ kind, found }) => keys.has(`${kind} ${found.start} ${found.end}`)
}

type Refusal = Source['refused'][number]

function keyOf({ kind, position }: Refusal): string {
  return `${kind} ${position.start} ${position.end}`
}

function refusalsAt(source: Source, places: ValidInput<'suggestion.refuse'>['suggestions']): Refusal[] {
  return places.map(({ kind, start, end, text }) => {
    if (source.text.slice(start, end) !== text) throw notThere(source)
    const { quote, position } = anchorAt(source, start, end)
    return { kind, quote, position }
  })
}

function notThere({ id, text }: Source): RequestProblem {
  return new RequestProblem(
    'refused',
    `There are no such words at that place in ${id}, whose text has ${text.length} characters. Nothing was changed; open it again and try once more.`,
  )
}
