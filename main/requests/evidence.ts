// Quotes, figures and events: made from a place in a source, changed, and found for certain.
import { findCertainEvidence } from '../../shared/extract/find-evidence.ts'
import { rangesOfWords, wordsBetween } from '../../shared/markdown/words-as-read.ts'
import { anchorAt, occurrencesOf } from '../../shared/model/anchor.ts'
import type { Anchor, EvidenceCollection, Source } from '../../shared/model/records.ts'
import type { Place } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import { documentDay } from './document-day.ts'
import type { Ports } from './ports.ts'

type EvidenceRequest = `${'quote' | 'figure' | 'event'}.${'create' | 'set'}` | 'evidence.make'

export function evidenceRequests(library: Library, { now }: Ports): Pick<Handlers, EvidenceRequest> {
  const requests: Pick<Handlers, EvidenceRequest> = {
    'quote.create': async ({ place, fields }) => {
      const anchor = anchorOf(place)
      const text = anchor ? wordsAt(anchor) : fields.text
      if (!text)
        throw new RequestProblem(
          'bad-input',
          'A quote without a source needs its words. Nothing was changed; say what was said.',
        )
      const words = `${fields.speaker.split(/\s+/).at(-1)} ${openingWords(text)}`
      return library.add('quotes', { ...freshRecord(words), ...fields, text, anchor })
    },
    'figure.create': async ({ place, fields }) => {
      const anchor = anchorOf(place)
      const scale = fields.scale ?? scaleIn(anchor?.quote.exact ?? '')
      return library.add('figures', {
        ...freshRecord(openingWords(fields.measures, 5)),
        ...fields,
        scale,
        anchor,
      })
    },
    'event.create': async ({ place, fields }) =>
      library.add('events', {
        ...freshRecord(openingWords(fields.title, 5)),
        ...fields,
        anchor: anchorOf(place),
      }),

    'quote.set': async ({ id, place, fields }) => {
      const moved = movedAnchor(place)
      const words = moved.anchor ? wordsAt(moved.anchor) : library.get('quotes', id).text
      const isAnchored =
        (moved.anchor === undefined ? library.get('quotes', id).anchor : moved.anchor) !== null
      if (isAnchored && fields.text !== undefined && fields.text !== words) throw wordsAreTheSources(id)
      const text = { text: words }
      return library.update('quotes', id, quote => ({
        ...quote,
        ...moved,
        ...text,
        ...defined(fields),
        ...touched(),
      }))
    },
    'figure.set': async ({ id, place, fields }) => {
      const moved = movedAnchor(place)
      return library.update('figures', id, figure => ({
        ...figure,
        ...moved,
        ...defined(fields),
        ...touched(),
      }))
    },
    'event.set': async ({ id, place, fields }) => {
      const moved = movedAnchor(place)
      return library.update('events', id, event => ({ ...event, ...moved, ...defined(fields), ...touched() }))
    },

    'evidence.make': async ({ source: sourceId }) => {
      const source = library.get('sources', sourceId)
      const found = findCertainEvidence(source.text, documentDay(source))
      const made = { quotes: [] as string[], figures: [] as string[], events: [] as string[] }
      for (const { start, end, speaker, role, organisation, cue } of found.quotes) {
        if (!speaker || isThere('quotes', source, start, end)) continue
        const fields = { speaker, role, organisation, cue, saidOn: null, kind: 'opinion' as const, tags: [] }
        made.quotes.push(
          (await requests['quote.create']({ place: { source: source.id, start, end }, fields })).id,
        )
      }
      for (const { start, end, label, value, upper, unit, qualifier, scale, asOf } of found.figures) {
        if (isThere('figures', source, start, end)) continue
        const fields = {
          measures: label,
          value,
          upper,
          unit,
          qualifier,
          scale,
          asOf,
          shelfLife: null,
          tags: [],
        }
        made.figures.push(
          (await requests['figure.create']({ place: { source: source.id, start, end }, fields })).id,
        )
      }
      for (const { start, end, title, when, status } of found.events) {
        if (!when || isThere('events', source, start, end)) continue
        const fields = { title, when, status, participants: [], place: null, tags: [] }
        made.events.push(
          (await requests['event.create']({ place: { source: source.id, start, end }, fields })).id,
        )
      }
      return made
    },
  }
  return requests

  function freshRecord(words: string) {
    const time = now().toISOString()
    return { schema: 1 as const, id: library.newId(words), createdAt: time, updatedAt: time }
  }

  function touched() {
    return { updatedAt: now().toISOString() }
  }

  function anchorOf(place: Place): Anchor | null {
    if (place === null) return null
    const source = library.get('sources', place.source)
    if ('exact' in place) return anchorAt(source, ...onlyRange(place.exact, source))
    const hasWords =
      place.end <= source.text.length && source.text.slice(place.start, place.end).trim() !== ''
    if (hasWords) return anchorAt(source, place.start, place.end)
    throw new RequestProblem(
      'bad-input',
      `${place.start} to ${place.end} is no range of words in ${source.id}, whose text has ${source.text.length} characters. Nothing was changed.`,
    )
  }

  /** The words of a place as they are read; where nothing there is read, such as a link's address, as they stand. */
  function wordsAt({ source, position, quote }: Anchor): string {
    return wordsBetween(library.get('sources', source), position.start, position.end) || quote.exact
  }

  function movedAnchor(place: Place | undefined): { anchor?: Anchor | null } {
    return place === undefined ? {} : { anchor: anchorOf(place) }
  }

  function isThere(collection: EvidenceCollection, source: Source, start: number, end: number): boolean {
    return library.list(collection).some(({ anchor }) => {
      return anchor?.source === source.id && anchor.position.start === start && anchor.position.end === end
    })
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
    'bad-input',
    `The words “${exact}” ${count} in ${source.id}. Nothing was changed. ${next}.`,
  )
}

function wordsAreTheSources(id: string): RequestProblem {
  return new RequestProblem(
    'bad-input',
    `The words of ${id} are those of its place in a source. Nothing was changed; name another place together with the source.`,
  )
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
