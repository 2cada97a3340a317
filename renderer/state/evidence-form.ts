// The form of a piece of evidence: its text fields, and the request that saving it makes. Pure.
import { durationInWords, parseDurationWords } from '../../shared/dates/duration-words.ts'
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import { parseDateWords } from '../../shared/dates/parse-date-words.ts'
import type { Suggestions } from '../../shared/extract/suggestions.ts'
import type { Event, Figure, Quote } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { strings } from '../ui/strings.ts'
import { languageOf, listOf, translationOf } from './form-words.ts'
import type { EvidenceItem, EvidenceKind } from './lists.ts'
import { fromBaseUnits, type Scale, toBaseUnits } from './scaled-decimal.ts'

const emptyValues = {
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
  title: '',
  when: '',
  status: 'expected',
  participants: '',
  place: '',
}

export type EvidenceField = keyof typeof emptyValues
export type DateField = 'saidOn' | 'asOf' | 'when'

/** A range of UTF-16 code units of a source's text, end exclusive. */
export type Place = { source: string; start: number; end: number }

export type EvidenceForm = {
  kind: EvidenceKind
  /** Null for evidence that is not saved yet. */
  id: string | null
  /** The `updatedAt` of the state that the form was filled from; null for evidence that is not saved yet. */
  since: string | null
  place: Place | null
  /** The words at the place, as they are read; empty where there is no place. */
  words: string
  /** EDTF: the date that "yesterday" is counted from, which is the source's. */
  referenceDate: string | null
  /** Every field of every kind as text; only those of the form's own kind are read. */
  values: Record<EvidenceField, string>
  /** The values the form was opened with. */
  opened: Record<EvidenceField, string>
  /** The stored dates that the opened words stand for, so that a date nobody touched is never read again. */
  stored: Partial<Record<DateField, string>>
}

export type EvidenceErrors = Partial<Record<EvidenceField, string>>

type SaveName = `${EvidenceKind}.create` | `${EvidenceKind}.set`
export type EvidenceSave = { [Name in SaveName]: { name: Name; input: RequestInput<Name> } }[SaveName]

/** A form for evidence that does not exist yet, filled with what the finder knows of the words. */
export function newEvidenceForm(
  kind: EvidenceKind,
  from: { place: Place; words: string; referenceDate: string | null; suggestions: Suggestions } | null,
): EvidenceForm {
  const values = { ...emptyValues, ...(from ? proposedValues(kind, from) : {}) }
  const { place = null, words = '', referenceDate = null } = from ?? {}
  return { kind, id: null, since: null, place, words, referenceDate, values, opened: values, stored: {} }
}

/** The form of evidence that is in the library. */
export function evidenceFormOf(item: EvidenceItem, referenceDate: string | null): EvidenceForm {
  const { anchor, id } = item.record
  const { values, stored } = storedValues(item)
  return {
    kind: item.kind,
    id,
    since: item.record.updatedAt,
    place: anchor ? { source: anchor.source, ...anchor.position } : null,
    words: item.kind === 'quote' ? item.record.text : (anchor?.quote.exact ?? ''),
    referenceDate,
    values,
    opened: values,
    stored,
  }
}

/** Fields that only mean something together: 1.2 of a trillion is not 1.2 of a billion. */
const together: readonly (readonly EvidenceField[])[] = [['value', 'upper', 'scale']]

/**
 * An open form after its record became another outside of it: a field that nobody touched shows what there is now, and
 * what was typed stays. `isConflict` is true where the same field was changed to something else there.
 */
export function formOver(
  form: EvidenceForm,
  item: EvidenceItem,
): { form: EvidenceForm; isConflict: boolean } {
  const fresh = evidenceFormOf(item, form.referenceDate)
  const single = (Object.keys(fresh.values) as EvidenceField[]).filter(
    field => !together.flat().includes(field),
  )
  const values = { ...fresh.values }
  let isConflict = false
  for (const fields of [...together, ...single.map(field => [field])]) {
    const differ = (one: EvidenceForm['values'], other: EvidenceForm['values']) =>
      fields.some(field => one[field] !== other[field])
    if (!differ(form.values, form.opened)) continue
    for (const field of fields) values[field] = form.values[field]
    isConflict ||= differ(fresh.values, form.opened) && differ(fresh.values, form.values)
  }
  return { form: { ...fresh, values }, isConflict }
}

export function isChanged(form: EvidenceForm): boolean {
  return Object.entries(form.values).some(([field, value]) => form.opened[field as EvidenceField] !== value)
}

/**
 * What the words of a date field mean: EDTF and whether that lies ahead; `'none'` where the field is empty, null where
 * the words are not understood.
 */
export function understandDate(form: EvidenceForm, field: DateField) {
  const words = form.values[field].trim()
  if (words === '') return 'none'
  const stored = form.stored[field]
  if (stored !== undefined && words === form.opened[field]) return { when: stored, isExpected: null }
  return parseDateWords(words, form.referenceDate)
}

/** The request that saves the form, or what must be mended first. */
export function saveOf(form: EvidenceForm): { save: EvidenceSave } | { errors: EvidenceErrors } {
  const errors = errorsOf(form)
  if (Object.keys(errors).length > 0) return { errors }
  const { id, place, values } = form
  const since = form.since === null ? {} : { since: form.since }
  const text = (field: EvidenceField) => values[field].trim()
  const orNull = (field: EvidenceField) => text(field) || null
  const date = (field: DateField) => {
    const read = understandDate(form, field)
    return read === 'none' || read === null ? null : read.when
  }

  if (form.kind === 'quote') {
    const fields = {
      speaker: text('speaker'),
      person: orNull('person'),
      role: orNull('role'),
      organisation: orNull('organisation'),
      saidOn: date('saidOn'),
      kind: text('quoteKind') as Quote['kind'],
      language: languageOf(text('language')),
      translation:
        text('translation') === '' ? null : translationOf(text('translation'), text('translationLanguage')),
      ...(place ? {} : { text: text('text') }),
    }
    return {
      save:
        id === null
          ? { name: 'quote.create', input: { place, fields } }
          : { name: 'quote.set', input: { id, fields, ...since } },
    }
  }
  if (form.kind === 'figure') {
    const scale = (orNull('scale') as Scale | null) ?? null
    const isRange = text('qualifier') === 'between'
    const fields = {
      measures: text('measures'),
      value: toBaseUnits(text('value'), scale) ?? '',
      upper: isRange ? toBaseUnits(text('upper'), scale) : null,
      unit: text('unit'),
      qualifier: orNull('qualifier') as Figure['qualifier'],
      scale,
      asOf: date('asOf'),
      shelfLife: text('shelfLife') === '' ? null : parseDurationWords(text('shelfLife')),
    }
    return {
      save:
        id === null
          ? { name: 'figure.create', input: { place, fields } }
          : { name: 'figure.set', input: { id, fields, ...since } },
    }
  }
  const fields = {
    title: text('title'),
    when: date('when') ?? '',
    status: text('status') as Event['status'],
    participants: listOf(text('participants')),
    place: orNull('place'),
  }
  return {
    save:
      id === null
        ? { name: 'event.create', input: { place, fields } }
        : { name: 'event.set', input: { id, fields, ...since } },
  }
}

/** Why the words of a date field are not understood: nobody can, or only a source with a date of its own would tell. */
export function dateProblem(form: EvidenceForm, field: DateField): string {
  const words = form.values[field].trim()
  const isRelative = form.referenceDate === null && parseDateWords(words, '2000-01-01') !== null
  return isRelative ? strings.evidence.errors.relativeDate : strings.evidence.errors.date
}

function errorsOf(form: EvidenceForm): EvidenceErrors {
  const messages = strings.evidence.errors
  const errors: EvidenceErrors = {}
  const has = (field: EvidenceField) => form.values[field].trim() !== ''
  const need = (field: EvidenceField) => {
    if (!has(field)) errors[field] = messages.needed
  }
  const needDate = (field: DateField) => {
    if (understandDate(form, field) === null) errors[field] = dateProblem(form, field)
  }
  const needNumber = (field: 'value' | 'upper') => {
    need(field)
    if (has(field) && toBaseUnits(form.values[field], null) === null) errors[field] = messages.number
  }

  if (form.kind === 'quote') {
    if (!form.place) need('text')
    need('speaker')
    needDate('saidOn')
    for (const field of ['language', 'translationLanguage'] as const)
      if (has(field) && languageOf(form.values[field]) === null) errors[field] = messages.language
  } else if (form.kind === 'figure') {
    need('measures')
    needNumber('value')
    if (form.values.qualifier === 'between') needNumber('upper')
    need('unit')
    needDate('asOf')
    if (has('shelfLife') && parseDurationWords(form.values.shelfLife) === null)
      errors.shelfLife = messages.shelfLife
  } else {
    need('title')
    need('when')
    needDate('when')
  }
  return errors
}

function storedValues({ kind, record }: EvidenceItem) {
  const dateWords = (edtf: string | null) => (edtf === null ? '' : formatEdtf(edtf))
  const storedDate = (field: DateField, edtf: string | null) => (edtf === null ? {} : { [field]: edtf })
  if (kind === 'quote') {
    const values = {
      ...emptyValues,
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
      measures: record.measures,
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
    title: record.title,
    when: dateWords(record.when),
    status: record.status,
    participants: record.participants.join('; '),
    place: record.place ?? '',
  }
  return { values, stored: storedDate('when', record.when) }
}

function proposedValues(
  kind: EvidenceKind,
  { place, words, referenceDate, suggestions }: NonNullable<Parameters<typeof newEvidenceForm>[1]>,
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
