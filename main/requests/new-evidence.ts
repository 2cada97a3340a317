// The records that new evidence begins as.
import { wordsBetween } from '../../shared/markdown/words-as-read.ts'
import type { Anchor, Event, Figure, Quote } from '../../shared/model/records.ts'
import { peopleByName } from '../../shared/people/find-people.ts'
import type { ValidInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { withLastValue } from '../../shared/series/series-figure.ts'
import type { Library } from '../library/library.ts'

/** Makes records of evidence with ids of their own, to be saved by the caller. `time` is an instant. */
export function evidenceMaker(library: Library) {
  return { newQuote, newFigure, newEvent, wordsAt }

  /** Its words are those of its place; without one, those given. The speaker is linked to the one person of that name. */
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
    return { schema: 5 as const, id: await library.newId(words), createdAt: time, updatedAt: time }
  }

  /** The words of a place as they are read; where nothing there is read, such as a link's address, as they stand. */
  async function wordsAt({ source, position, quote }: Anchor): Promise<string> {
    return wordsBetween(await library.get('sources', source), position.start, position.end) || quote.exact
  }
}

/** Throws a RequestProblem where a range has no higher end. */
export function mustHaveUpper(figure: Figure): Figure {
  if (figure.qualifier !== 'between' || figure.upper !== null) return figure
  throw new RequestProblem(
    'refused',
    'A figure that is “between” two values needs the upper one too. Nothing was changed; give both.',
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
