// The form of a piece of evidence: its text fields, and the request that saving it makes. Pure.
import { parseDurationWords } from '../../shared/dates/duration-words.ts'
import type { Event, Figure, Quote } from '../../shared/model/records.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { isAmbiguousNumber, readDateWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import {
  type DateField,
  type EvidenceField,
  type EvidenceValues,
  emptyValues,
  type Place,
  type Proposal,
  proposedValues,
  storedValues,
} from './evidence-values.ts'
import { languageOf, listOf, translationOf } from './form-words.ts'
import type { EvidenceItem, EvidenceKind } from './lists.ts'
import { type Scale, toBaseUnits } from './scaled-decimal.ts'
import { readSeriesField } from './series-words.ts'

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
  values: EvidenceValues
  /** The values the form was opened with. */
  opened: EvidenceValues
  /** The stored dates that the opened words stand for, so that a date nobody touched is never read again. */
  stored: Partial<Record<DateField, string>>
}

export type EvidenceErrors = Partial<EvidenceValues>

type SaveName = `${EvidenceKind}.create` | `${EvidenceKind}.set`
export type EvidenceSave = { [Name in SaveName]: { name: Name; input: RequestInput<Name> } }[SaveName]

/** A form for evidence that does not exist yet, filled with what the finder knows of the words. */
export function newEvidenceForm(kind: EvidenceKind, from: Proposal | null): EvidenceForm {
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
const together: readonly (readonly EvidenceField[])[] = [
  ['value', 'upper', 'scale', 'series', 'seriesColumn', 'seriesDates', 'seriesMark'],
]

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
  return readDateWords(words, form.referenceDate)
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

  const common = { tags: listOf(text('tags'), ','), marking: orNull('marking') }

  if (form.kind === 'quote') {
    const fields = {
      ...common,
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
    const read = readSeriesField(values)
    const scale = read ? read.scale : ((orNull('scale') as Scale | null) ?? null)
    const isRange = text('qualifier') === 'between'
    const fields = {
      ...common,
      measures: text('measures'),
      series: read && [...read.points],
      value: read ? (read.points.at(-1)?.value ?? '') : (toBaseUnits(text('value'), scale) ?? ''),
      upper: isRange ? toBaseUnits(text('upper'), scale) : null,
      unit: text('unit') || (read?.unit ?? ''),
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
    ...common,
    title: text('title'),
    when: date('when') ?? '',
    status: text('status') as Event['status'],
    participants: listOf(text('participants'), ';'),
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
  const isRelative = form.referenceDate === null && readDateWords(words, '2000-01-01') !== null
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
    const typed = form.values[field]
    if (!has(field)) return
    if (toBaseUnits(typed, null) === null) errors[field] = messages.number
    // What nobody touched was read once, and stays.
    else if (typed !== form.opened[field] && isAmbiguousNumber(typed))
      errors[field] = messages.ambiguousNumber
  }

  if (form.kind === 'quote') {
    if (!form.place) need('text')
    need('speaker')
    needDate('saidOn')
    for (const field of ['language', 'translationLanguage'] as const)
      if (has(field) && languageOf(form.values[field]) === null) errors[field] = messages.language
  } else if (form.kind === 'figure') {
    need('measures')
    const read = readSeriesField(form.values)
    if (read?.problem) errors.series = read.problem
    else if (read && read.reading.unread.length > 0) errors.series = strings.series.needed
    if (!read) needNumber('value')
    if (!read && form.values.qualifier === 'between') needNumber('upper')
    if (!read?.unit) need('unit')
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
