// The fields of evidence as the text of a form. Pure.

import { durationInWords } from '../../shared/dates/duration-words.ts'
import { parseDateWords } from '../../shared/dates/parse-date-words.ts'
import type { Suggestions } from '../../shared/extract/suggestions.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import type { EvidenceItem, EvidenceKind } from './lists.ts'
import { fromBaseUnits } from './scaled-decimal.ts'
import { seriesInWords } from './series-words.ts'

/** Every field of every kind. */
export const emptyValues = {
  text: '',
  speaker: '',
  /** The id of the person who speaks; empty for nobody. */
  person: '',
  /** What they were called here, to be kept as another name of theirs. */
  alias: '',
  role: '',
  organisation: '',
  saidOn: '',
  quoteKind: 'opinion',
  language: '',
  translation: '',
  translationLanguage: '',
  measures: '',
  value: '',
  upper: '',
  scale: '',
  unit: '',
  qualifier: '',
  asOf: '',
  shelfLife: '',
  series: '',
  /** How the table of the series is to be read, where it can be in several ways. */
  seriesColumn: '',
  seriesDates: '',
  seriesMark: '',
  title: '',
  when: '',
  status: 'expected',
  participants: '',
  place: '',
  tags: '',
  marking: '',
}

export type EvidenceField = keyof typeof emptyValues
export type EvidenceValues = Record<EvidenceField, string>
export type DateField = 'saidOn' | 'asOf' | 'when'

/** A range of UTF-16 code units of a source's text, end exclusive. */
export type Place = { source: string; start: number; end: number }

/** What a form is filled from: `referenceDate` is EDTF, the date that "yesterday" is counted from. */
export type Proposal = { place: Place; words: string; referenceDate: string | null; suggestions: Suggestions }

function commonValues({ tags, marking }: EvidenceItem['record']) {
  return { tags: tags.join(', '), marking: marking ?? '' }
}

/** The values of the form for a record, and the dates that its words stand for. */
export function storedValues({ kind, record }: EvidenceItem) {
  const dateWords = (edtf: string | null) => (edtf === null ? '' : dateInWords(edtf))
  const storedDate = (field: DateField, edtf: string | null) => (edtf === null ? {} : { [field]: edtf })
  if (kind === 'quote') {
    const values = {
      ...emptyValues,
      ...commonValues(record),
      text: record.text,
      speaker: record.speaker,
      role: record.role ?? '',
      organisation: record.organisation ?? '',
      saidOn: dateWords(record.saidOn),
      quoteKind: record.kind,
      person: record.person ?? '',
      language: record.language ?? '',
      translation: record.translation?.text ?? '',
      translationLanguage: record.translation?.language ?? '',
    }
    return { values, stored: storedDate('saidOn', record.saidOn) }
  }
  if (kind === 'figure') {
    const values = {
      ...emptyValues,
      ...commonValues(record),
      measures: record.measures,
      series: seriesInWords(record.series, record.scale),
      value: fromBaseUnits(record.value, record.scale),
      upper: record.upper === null ? '' : fromBaseUnits(record.upper, record.scale),
      scale: record.scale ?? '',
      unit: record.unit,
      qualifier: record.qualifier ?? '',
      asOf: dateWords(record.asOf),
      shelfLife: record.shelfLife === null ? '' : durationInWords(record.shelfLife),
    }
    return { values, stored: storedDate('asOf', record.asOf) }
  }
  const values = {
    ...emptyValues,
    ...commonValues(record),
    title: record.title,
    when: dateWords(record.when),
    status: record.status,
    participants: record.participants.join('; '),
    place: record.place ?? '',
  }
  return { values, stored: storedDate('when', record.when) }
}

/** What the finder knows of the words at a place. */
export function proposedValues(
  kind: EvidenceKind,
  { place, words, referenceDate, suggestions }: Proposal,
): Partial<Record<EvidenceField, string>> {
  const touches = (span: { start: number; end: number }) => span.start < place.end && place.start < span.end
  if (kind === 'quote') {
    const found = suggestions.quotes.find(touches)
    return {
      text: words,
      speaker: found?.speaker ?? '',
      role: found?.role ?? '',
      organisation: found?.organisation ?? '',
    }
  }
  if (kind === 'figure') {
    const found = suggestions.figures.find(touches)
    if (!found) return {}
    return {
      measures: found.label,
      value: fromBaseUnits(found.value, found.scale),
      upper: found.upper === null ? '' : fromBaseUnits(found.upper, found.scale),
      scale: found.scale ?? '',
      unit: found.unit,
      qualifier: found.qualifier ?? '',
      asOf: found.asOf ?? '',
    }
  }
  const found = suggestions.events.find(touches)
  const read = parseDateWords(words.trim(), referenceDate)
  return {
    title: found?.title ?? '',
    when: read ? words.trim() : (found?.text ?? ''),
    status: found?.status ?? (read?.isExpected === false ? 'occurred' : 'expected'),
  }
}
