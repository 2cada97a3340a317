// Dated events of a Japanese text: each expression of time that stands for days of the calendar, in its sentence.
import type { DateContext } from '../dates/calendar-date.ts'
import { dayFrom } from '../dates/edtf-days.ts'
import { isEdtf } from '../dates/is-edtf.ts'
import { narrow } from '../dates/japanese-numbers.ts'
import { readJapaneseDateAt } from '../dates/read-japanese-date.ts'
import { statusOf } from './event-status.ts'
import type { Quotation } from './quotations.ts'
import type { Range } from './sentences.ts'
import type { SuggestedEvent } from './suggestions.ts'

const starts =
  /(?<![\d〇一二三四五六七八九十百千./年-])(?:[’']?\d|[〇一二三四五六七八九十二]|明治|大正|昭和|平成|令和|去年|昨|前[年月週日]|今|本[年月日]|同[年月日]|その年|来|翌|再来|おととし|おととい|先|一昨|きのう|きょう|明|あした|あす(?=[、の以か])|あさって|当日|[月火水木金土日]曜|週末|[年月][末初]|過去|この|ここ|直近|これから|向こう|第)/gu

const future =
  /予定|見込|見通|計画|方針|だろう|でしょう|かもしれ|はずで|つもり|目指|期限|締め切|たい(?:と|。|です)|ください|下さい|しよう|しましょう|される。|する。|します。|なる。|なります。/u
const past =
  /(?:した|った|いた|れた|めた|けた|きた|んだ|んで|だった|ました|でした)(?:[。、」)）]|と|が|ため|こと|の|$)/u

/** Where a Japanese sentence looks: its verb stands at its end. */
function tenseOf(words: string): DateContext['tense'] {
  const end = words.slice(-60)
  const [ahead, back] = [future.test(end), past.test(words.slice(-24))]
  return back ? 'past' : ahead ? 'future' : null
}

/** Finds the dated events of a Japanese text, given its sentences in order and its own date. */
export function findJapaneseEvents(
  text: string,
  sentences: Range[],
  date: string | null,
  quotedAt: (at: number) => Quotation | null,
): SuggestedEvent[] {
  const reference = dayFrom(date)
  const plain = narrow(text)
  const events: SuggestedEvent[] = []
  let previous: string | null = null
  let next = -1
  for (const sentence of sentences) {
    const tense = tenseOf(text.slice(Math.max(sentence.start, sentence.end - 60), sentence.end))
    // What was found past a sentence is kept for those after it, so that the text is read once.
    if (next < sentence.start) next = startFrom(plain, sentence.start)
    for (; next < sentence.end; next = startFrom(plain, starts.lastIndex)) {
      const start = next
      const reading = readJapaneseDateAt(plain, start, { reference, tense, previous })
      if (reading === null || reading.end > sentence.end) continue
      starts.lastIndex = reading.end
      const { when } = reading
      if ((when === null && reference !== null) || (when !== null && !isEdtf(when))) continue
      const rule = reading.rules.at(-1) ?? ''
      if (rule === 'Japanese day word' && quotedAt(start) !== null) continue
      if (when !== null && !when.includes('..')) previous = when
      events.push({
        ...{ start, end: reading.end, text: text.slice(start, reading.end) },
        sentence: { ...sentence },
        when,
        status: statusOf(when, reference, tense ?? 'past'),
        title: titleAround(text, sentence, { start, end: reading.end }),
        confidence: rule === 'Japanese day' ? 0.7 : 0.85,
        rule: reading.rules.join(', '),
      })
    }
  }
  return events
}

/** Where the next expression of time may start, from a place on; past every sentence where none does. */
function startFrom(plain: string, from: number): number {
  starts.lastIndex = from
  return starts.exec(plain)?.index ?? Number.POSITIVE_INFINITY
}

const mostTitle = 40

/** What happens: the sentence without its date and the particle after it, no longer than a line. */
function titleAround(text: string, sentence: Range, date: Range): string {
  const before = text.slice(Math.max(sentence.start, date.start - mostTitle), date.start)
  const after = text.slice(date.end, Math.min(sentence.end, date.end + 2 * mostTitle))
  const words = `${before.split(/[、。「」]/).at(-1) ?? ''}${after.replace(/^(?:に|には|の|は|、|から|まで)+/, '')}`
  const title = words.split('。')[0]?.replace(/\s+/g, ' ').trim().slice(0, mostTitle) ?? ''
  return title === '' ? text.slice(date.start, date.end) : title
}
