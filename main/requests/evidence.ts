// Quotes, figures and events: made from a place in a source, changed, and found for certain.
import { findCertainEvidence } from '../../shared/extract/find-evidence.ts'
import { rangesOfWords, wordsBetween } from '../../shared/markdown/words-as-read.ts'
import { anchorAt, occurrencesOf } from '../../shared/model/anchor.ts'
import type { Anchor, Event, EvidenceCollection, Figure, Quote, Source } from '../../shared/model/records.ts'
import { peopleByName } from '../../shared/people/find-people.ts'
import type { Place, ValidInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { withLastValue } from '../../shared/series/series-figure.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { changeSince } from './change-since.ts'
import { defined } from './defined.ts'
import { documentDay } from './document-day.ts'
import type { Ports } from './ports.ts'

/** UTF-16 code units of a source's text, end exclusive. */
type Range = { start: number; end: number }

type EvidenceRequest = `${'quote' | 'figure' | 'event'}.${'create' | 'set'}` | 'evidence.make'

export function evidenceRequests(library: Library, { notify, now }: Ports): Pick<Handlers, EvidenceRequest> {
  return {
    'quote.create': async ({ place, fields }) => {
      mustBePerson(fields.person)
      return library.add('quotes', await newQuote(await anchorOf(place), fields, time()))
    },
    'figure.create': async ({ place, fields }) =>
      library.add('figures', await newFigure(await anchorOf(place), fields, time())),
    'event.create': async ({ place, fields }) =>
      library.add('events', await newEvent(await anchorOf(place), fields, time())),

    'quote.set': async ({ id, place, fields, since }) => {
      const moved = await movedAnchor(place)
      const movedWords = moved.anchor ? await wordsAt(moved.anchor) : null
      return changeSince(library, notify, { collection: 'quotes', id, since }, quote => {
        const text = movedWords ?? quote.text
        const isAnchored = (moved.anchor === undefined ? quote.anchor : moved.anchor) !== null
        if (isAnchored && fields.text !== undefined && fields.text !== text) throw wordsAreTheSources(id)
        if (fields.person !== undefined && fields.person !== quote.person) mustBePerson(fields.person)
        return { ...quote, ...moved, text, ...defined(fields), ...touched() }
      })
    },
    'figure.set': async ({ id, place, fields, since }) => {
      const moved = await movedAnchor(place)
      return changeSince(library, notify, { collection: 'figures', id, since }, figure => {
        const changed = { ...figure, ...moved, ...defined(fields), ...touched() }
        const scale = fields.scale === undefined ? scaleFor(changed) : changed.scale
        return mustHaveUpper(withLastValue({ ...changed, scale }))
      })
    },
    'event.set': async ({ id, place, fields, since }) => {
      const moved = await movedAnchor(place)
      return changeSince(library, notify, { collection: 'events', id, since }, event => ({
        ...event,
        ...moved,
        ...defined(fields),
        ...touched(),
      }))
    },

    'evidence.make': async ({ source: sourceId }) => {
      const source = await library.get('sources', sourceId)
      const found = findCertainEvidence(source.text, documentDay(source))
      const kept = {
        quotes: placesOf('quotes', source),
        figures: placesOf('figures', source),
        events: placesOf('events', source),
      }
      const isNew = (collection: EvidenceCollection, { start, end }: Range) =>
        !kept[collection].has(`${start} ${end}`)
      const made = time()
      const anchored = ({ start, end }: Range) => anchorAt(source, start, end)
      const personNamed = peopleByName(library.list('people'))
      const quotes = await inTurn(found.quotes, async each => {
        const { speaker, role, organisation, cue } = each
        if (!speaker || !isNew('quotes', each)) return null
        const fields = {
          speaker,
          role,
          organisation,
          cue,
          saidOn: null,
          kind: 'opinion' as const,
          ...unsetQuote,
          person: null,
          tags: [],
        }
        return newQuote(anchored(each), fields, made, personNamed)
      })
      const figures = await inTurn(found.figures, async each => {
        const { label, value, upper, unit, qualifier, scale, asOf } = each
        if (!isNew('figures', each)) return null
        const said = { measures: label, value, upper, unit, qualifier, scale, asOf }
        return newFigure(
          anchored(each),
          { ...said, shelfLife: null, series: null, marking: null, tags: [] },
          made,
        )
      })
      const events = await inTurn(found.events, async each => {
        const { title, when, status } = each
        if (!when || !isNew('events', each)) return null
        const fields = { title, when, status, participants: [], place: null, marking: null, tags: [] }
        return newEvent(anchored(each), fields, made)
      })
      // As one: half of what was found would look like all of it.
      await library.saveAll([
        ...quotes.map(after => ({ collection: 'quotes' as const, id: after.id, after })),
        ...figures.map(after => ({ collection: 'figures' as const, id: after.id, after })),
        ...events.map(after => ({ collection: 'events' as const, id: after.id, after })),
      ])
      const idsOf = (records: { id: string }[]) => records.map(({ id }) => id)
      return { quotes: idsOf(quotes), figures: idsOf(figures), events: idsOf(events) }
    },
  }

  async function newQuote(
    anchor: Anchor | null,
    fields: ValidInput<'quote.create'>['fields'],
    time: string,
    personNamed = peopleByName(library.list('people')),
  ): Promise<Quote> {
    const text = anchor ? await wordsAt(anchor) : fields.text
    if (!text)
      throw new RequestProblem(
        'refused',
        'A quote without a source needs its words. Nothing was changed; say what was said.',
      )
    const words = `${fields.speaker.split(/\s+/).at(-1)} ${openingWords(text)}`
    const person = fields.person ?? personNamed(fields.speaker)?.id ?? null
    return { ...(await freshRecord(words, time)), ...fields, person, text, anchor }
  }

  async function newFigure(
    anchor: Anchor | null,
    fields: ValidInput<'figure.create'>['fields'],
    time: string,
  ): Promise<Figure> {
    const scale = fields.scale ?? scaleIn(anchor?.quote.exact ?? '')
    const record = await freshRecord(openingWords(fields.measures, 5), time)
    return mustHaveUpper(withLastValue({ ...record, ...fields, scale, anchor }))
  }

  async function newEvent(
    anchor: Anchor | null,
    fields: ValidInput<'event.create'>['fields'],
    time: string,
  ): Promise<Event> {
    return { ...(await freshRecord(openingWords(fields.title, 5), time)), ...fields, decision: null, anchor }
  }

  async function freshRecord(words: string, time: string) {
    return { schema: 4 as const, id: await library.newId(words), createdAt: time, updatedAt: time }
  }

  function mustBePerson(id: string | null): void {
    if (id === null || library.glance(id)?.collection === 'people') return
    throw new RequestProblem(
      'not-found',
      `There is no person “${id}” in the library. Nothing was changed; name another, or nobody.`,
    )
  }

  function time(): string {
    return now().toISOString()
  }

  function touched() {
    return { updatedAt: time() }
  }

  async function anchorOf(place: Place): Promise<Anchor | null> {
    if (place === null) return null
    const source = await library.get('sources', place.source)
    if ('exact' in place) return anchorAt(source, ...onlyRange(place.exact, source))
    const hasWords =
      place.end <= source.text.length && source.text.slice(place.start, place.end).trim() !== ''
    if (hasWords) return anchorAt(source, place.start, place.end)
    throw new RequestProblem(
      'refused',
      `${place.start} to ${place.end} is no range of words in ${source.id}, whose text has ${source.text.length} characters. Nothing was changed.`,
    )
  }

  /** The words of a place as they are read; where nothing there is read, such as a link's address, as they stand. */
  async function wordsAt({ source, position, quote }: Anchor): Promise<string> {
    return wordsBetween(await library.get('sources', source), position.start, position.end) || quote.exact
  }

  async function movedAnchor(place: Place | undefined): Promise<{ anchor?: Anchor | null }> {
    return place === undefined ? {} : { anchor: await anchorOf(place) }
  }

  /** Where evidence of a kind stands in a source already. */
  function placesOf(collection: EvidenceCollection, source: Source): Set<string> {
    const anchors = library.listInSource(collection, source.id).map(({ anchor }) => anchor)
    return new Set(anchors.map(anchor => `${anchor?.position.start} ${anchor?.position.end}`))
  }
}

/** What a person may add to a quote that was found. */
const unsetQuote = { language: null, translation: null, marking: null }

/** One after the other, so that ids are given in the order of the text. */
async function inTurn<T, R>(items: readonly T[], make: (item: T) => Promise<R | null>): Promise<R[]> {
  const made: R[] = []
  for (const item of items) {
    const one = await make(item)
    if (one !== null) made.push(one)
  }
  return made
}

/** The one place where the words stand to the letter, or else as they are read, without Markdown's marks. */
function onlyRange(exact: string, source: Source): [number, number] {
  const literal = occurrencesOf(exact, source.text).map(start => ({ start, end: start + exact.length }))
  const [found, ...more] = literal.length > 0 ? literal : rangesOfWords(exact, source)
  if (found && more.length === 0) return [found.start, found.end]
  const count = found ? `stand ${more.length + 1} times` : 'do not stand'
  const next = found
    ? 'Take more words, or name the place by its offsets'
    : 'Copy them from the source as they are'
  throw new RequestProblem(
    'refused',
    `The words “${exact}” ${count} in ${source.id}. Nothing was changed. ${next}.`,
  )
}

function wordsAreTheSources(id: string): RequestProblem {
  return new RequestProblem(
    'refused',
    `The words of ${id} are those of its place in a source. Nothing was changed; name another place together with the source.`,
  )
}

/** Throws a RequestProblem where a range has no higher end. */
function mustHaveUpper(figure: Figure): Figure {
  if (figure.qualifier !== 'between' || figure.upper !== null) return figure
  throw new RequestProblem(
    'refused',
    'A figure that is “between” two values needs the upper one too. Nothing was changed; give both.',
  )
}

const zeros = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const

/** The scale a figure is shown in, unless its value has become too small for it: €2.50 is no part of a trillion. */
function scaleFor({ value, scale }: Figure): Figure['scale'] {
  const digits = value.replace(/^-/, '').replace(/\..*$/, '').replace(/^0+/, '').length
  return scale !== null && digits > zeros[scale] - 2 ? scale : null
}

function openingWords(text: string, count = 4): string {
  return text.split(/\s+/).slice(0, count).join(' ')
}

/** The magnitude in which the source's own words give a number. */
function scaleIn(words: string): 'thousand' | 'million' | 'billion' | 'trillion' | null {
  const found = /\d\s*(?:(thousand|k)|(million|mn|m)|(billion|bn|b)|(trillion|tn|tr))\b/i.exec(words)
  if (!found) return null
  const [, thousand, million, billion] = found
  return thousand ? 'thousand' : million ? 'million' : billion ? 'billion' : 'trillion'
}
