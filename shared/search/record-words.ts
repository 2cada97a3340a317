// The words by which a record is found, and what filters ask of it.
import { firstDay, lastDay } from '../dates/edtf-days.ts'
import type { FoundRecord } from '../model/records.ts'
import { recordForm } from '../references/record-form.ts'
import type { SearchField, SearchKind } from './search-query.ts'

/** Words for each field that can be asked for alone, and `text` for all others. */
export type RecordWords = Record<SearchField | 'text', string> & {
  kind: SearchKind
  /** Its own days (`YYYY-MM-DD`): of publication, of the words, of the event; else of its last change. */
  firstDay: string
  lastDay: string
  /** In lower case. */
  marking: string
}

/** Takes in a record whole. */
export function recordWords(found: FoundRecord): RecordWords {
  const { record } = found
  const tag = record.tags.join('\n')
  const marked = 'marking' in record ? record.marking : null
  const common = {
    title: '',
    speaker: '',
    publisher: '',
    tag,
    marking: marked?.toLowerCase() ?? '',
    ...daysOf(dateOf(found) ?? record.updatedAt.slice(0, 10)),
  }
  const lines = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('\n')
  switch (found.collection) {
    case 'briefs': {
      const { title, body, recipients, reference } = found.record
      return { ...common, kind: 'brief', title, text: lines(body, ...recipients, reference) }
    }
    case 'sources': {
      const { title, publisher, authors, text, url } = found.record
      return {
        ...common,
        kind: 'source',
        title,
        publisher: lines(publisher, ...authors),
        text: lines(text, url),
      }
    }
    case 'quotes': {
      const { text, speaker, role, organisation, translation, cue } = found.record
      return {
        ...common,
        kind: 'quote',
        speaker: lines(speaker, role, organisation),
        text: lines(text, translation?.text, cue),
      }
    }
    case 'figures': {
      const { measures, unit, value } = found.record
      const form = recordForm({ kind: 'figure', record: found.record })
      return { ...common, kind: 'figure', title: measures, text: lines(form, value, unit) }
    }
    case 'events': {
      const { title, participants, place, when } = found.record
      const form = recordForm({ kind: 'event', record: found.record })
      return { ...common, kind: 'event', title, text: lines(...participants, place, form, when) }
    }
    case 'people': {
      const { name, aliases, role, organisation } = found.record
      return {
        ...common,
        kind: 'person',
        title: lines(name, ...aliases),
        speaker: lines(name, ...aliases),
        text: lines(role, organisation),
      }
    }
  }
}

/** What of a record an excerpt shows: its own text, or what it says in short. */
export function shownText(found: FoundRecord): string {
  if (found.collection === 'briefs') return found.record.body
  if (found.collection === 'sources' || found.collection === 'quotes') return found.record.text
  return recordWords(found).text.replaceAll('\n', ' · ')
}

/** The days of a date in EDTF; one that is unknown lies before and after nothing. */
function daysOf(date: string): { firstDay: string; lastDay: string } {
  const [first, last] = [firstDay(date)?.toString(), lastDay(date)?.toString()]
  if (!first && !last) return { firstDay: '9999-12-31', lastDay: '0000-01-01' }
  return { firstDay: first ?? '0000-01-01', lastDay: last ?? '9999-12-31' }
}

function dateOf({ collection, record }: FoundRecord): string | null {
  switch (collection) {
    case 'briefs':
      return record.date
    case 'sources':
      return record.publishedOn ?? record.capturedAt.slice(0, 10)
    case 'quotes':
      return record.saidOn
    case 'figures':
      return record.asOf
    case 'events':
      return record.when
    case 'people':
      return null
  }
}
