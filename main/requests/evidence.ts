// Quotes, figures and events: made from a place in a source, and changed.
import { rangesOfWords } from '../../shared/markdown/words-as-read.ts'
import { anchorAt, occurrencesOf } from '../../shared/model/anchor.ts'
import type { Anchor, Figure, Source } from '../../shared/model/records.ts'
import type { Place } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { withLastValue } from '../../shared/series/series-figure.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { changeSince } from './change-since.ts'
import { defined } from './defined.ts'
import { evidenceMaker, mustHaveUpper } from './new-evidence.ts'
import type { Ports } from './ports.ts'

type EvidenceRequest = `${'quote' | 'figure' | 'event'}.${'create' | 'set'}`

export function evidenceRequests(library: Library, { notify, now }: Ports): Pick<Handlers, EvidenceRequest> {
  const { newQuote, newFigure, newEvent, wordsAt } = evidenceMaker(library)
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

  async function movedAnchor(place: Place | undefined): Promise<{ anchor?: Anchor | null }> {
    return place === undefined ? {} : { anchor: await anchorOf(place) }
  }
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

const zeros = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const

/** The scale a figure is shown in, unless its value has become too small for it: €2.50 is no part of a trillion. */
function scaleFor({ value, scale }: Figure): Figure['scale'] {
  const digits = value.replace(/^-/, '').replace(/\..*$/, '').replace(/^0+/, '').length
  return scale !== null && digits > zeros[scale] - 2 ? scale : null
}
