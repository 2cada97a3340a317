import { describe, expect, test } from 'vitest'
import {
  type EvidenceForm,
  evidenceFormOf,
  formOver,
  isChanged,
  newEvidenceForm,
  saveOf,
  understandDate,
} from '../../../renderer/state/evidence-form.ts'
import type { EvidenceField } from '../../../renderer/state/evidence-values.ts'
import { region } from '../../../renderer/ui/dates-and-numbers.ts'
import type { Event, Figure } from '../../../shared/model/records.ts'
import { unsetEvent, unsetFigure } from '../../unset-fields.ts'

const nothingFound = { quotes: [], figures: [], events: [], people: [] }
const place = { source: 'article', start: 10, end: 24 }
const record = { schema: 5 as const, createdAt: '', updatedAt: '', tags: [], anchor: null }
const figure: Figure = {
  ...record,
  id: 'holdings',
  measures: 'Bonds',
  value: '1130000000000',
  upper: null,
  unit: 'USD',
  qualifier: null,
  scale: 'trillion',
  asOf: '2025-05',
  shelfLife: 'P3M',
  ...unsetFigure,
}
const event: Event = {
  ...record,
  id: 'talks',
  title: 'Talks end',
  when: '/2025-06-30',
  status: 'expected',
  participants: ['Japan'],
  ...unsetEvent,
  place: null,
}

const filled = (form: EvidenceForm, values: Partial<Record<EvidenceField, string>>) => ({
  ...form,
  values: { ...form.values, ...values },
})
const from = { place, words: 'by June', referenceDate: '2025-05-03', suggestions: nothingFound }

describe('the evidence form', () => {
  test('a quote at a place sends no words of its own: the source has them', () => {
    const form = filled(newEvidenceForm('quote', from), { speaker: ' Kato ', role: '' })
    expect(saveOf(form)).toMatchObject({
      save: {
        name: 'quote.create',
        input: { place, fields: { speaker: 'Kato', role: null, kind: 'opinion' } },
      },
    })
    expect(JSON.stringify(saveOf(form))).not.toContain('"text"')
  })

  test('a quote without a source needs its words', () => {
    const form = filled(newEvidenceForm('quote', null), { speaker: 'Kato' })
    expect(saveOf(form)).toEqual({ errors: { text: expect.any(String) } })
  })

  test('a figure is stored in base units and its shelf life as a duration', () => {
    const form = filled(newEvidenceForm('figure', null), {
      measures: 'Bonds',
      value: '1.13',
      scale: 'trillion',
      unit: 'USD',
      shelfLife: '3 months',
    })
    expect(saveOf(form)).toMatchObject({
      save: {
        input: { fields: { value: '1130000000000', scale: 'trillion', shelfLife: 'P3M', upper: null } },
      },
    })
  })

  test('the upper value is sent only with “between”', () => {
    const form = filled(evidenceFormOf({ kind: 'figure', record: figure }, null), { upper: '2' })
    expect(saveOf(form)).toMatchObject({ save: { name: 'figure.set', input: { fields: { upper: null } } } })
    expect(saveOf(filled(form, { qualifier: 'between' }))).toMatchObject({
      save: { input: { fields: { upper: '2000000000000' } } },
    })
  })

  test('selected words that are a date become the date of the event', () => {
    const form = newEvidenceForm('event', from)
    expect(form.values.when).toBe('by June')
    expect(understandDate(form, 'when')).toMatchObject({ when: '../2025-06' })
  })

  test('what the finder knows of the words fills the form', () => {
    const found = {
      ...nothingFound,
      figures: [
        {
          start: 12,
          end: 20,
          text: '$1.13 trillion',
          confidence: 1,
          rule: 'money',
          value: '1130000000000',
          upper: null,
          unit: 'USD',
          qualifier: null,
          scale: 'trillion' as const,
          label: 'US Treasury bonds',
          asOf: null,
        },
      ],
    }
    const form = newEvidenceForm('figure', { ...from, suggestions: found })
    expect(form.values).toMatchObject({
      measures: 'US Treasury bonds',
      value: '1.13',
      scale: 'trillion',
      unit: 'USD',
    })
    expect(
      newEvidenceForm('figure', { ...from, place: { ...place, start: 20 }, suggestions: found }).values.value,
    ).toBe('')
  })

  test('a stored date that nobody touched is sent back as it is', () => {
    const form = evidenceFormOf({ kind: 'event', record: event }, null)
    expect(isChanged(form)).toBe(false)
    expect(saveOf(filled(form, { title: 'Talks are over' }))).toMatchObject({
      save: {
        name: 'event.set',
        input: { id: 'talks', fields: { title: 'Talks are over', when: '/2025-06-30' } },
      },
    })
  })

  test('fields that the form does not show are left as they are', () => {
    const read = saveOf(evidenceFormOf({ kind: 'event', record: event }, null))
    expect('save' in read && Object.keys(read.save.input.fields)).toEqual([
      'tags',
      'marking',
      'title',
      'when',
      'status',
      'participants',
      'place',
    ])
  })

  test('words that are no date and numbers that are none are named', () => {
    const form = filled(newEvidenceForm('figure', null), {
      measures: 'x',
      value: 'lots',
      unit: 'USD',
      asOf: 'whenever',
    })
    expect(saveOf(form)).toEqual({ errors: { value: expect.any(String), asOf: expect.any(String) } })
  })
})

test('a number that is a thousand to one and a little more to another is asked for anew', () => {
  const errorOf = (value: string, form = newEvidenceForm('figure', null)) => {
    const saved = saveOf(filled(form, { measures: 'x', value, unit: 'USD', asOf: '3 May 2025' }))
    return 'errors' in saved ? saved.errors.value : null
  }
  expect(errorOf('1,234')).toBeNull()
  region.value = 'de-DE'
  for (const value of ['1,234', '1.234', '-12.345', '−1,234', '0,123'])
    expect(errorOf(value), value).toMatch(/can be read in two ways/)
  for (const value of ['1234', '1.2340', '1.5', '1,234,567', '0.123'])
    expect(errorOf(value), value).toBeNull()
  const form = newEvidenceForm('figure', null)
  expect(errorOf('1.234', { ...form, opened: { ...form.opened, value: '1.234' } })).toBeNull()
  region.value = 'en-GB'
})

test('a date that only the source’s own day would tell is told apart from one nobody understands', () => {
  const undated = newEvidenceForm('event', { ...from, referenceDate: null })
  const errorOf = (when: string) => {
    const saved = saveOf(filled(undated, { title: 'Talks', when }))
    return 'errors' in saved ? saved.errors.when : null
  }
  expect(errorOf('by June')).toMatch(/depends on the day it was written/)
  expect(errorOf('some day')).toMatch(/is not understood/)
  expect(errorOf('by June 2025')).toBeNull()
})

describe('an open form whose record another program changed', () => {
  const updatedAt = '2025-05-03T10:00:00.000Z'

  test('shows what changed where nobody touched it, and keeps what was typed', () => {
    const form = filled(evidenceFormOf({ kind: 'event', record: event }, null), { title: 'Talks are over' })
    const theirs = { ...event, when: '2025-07', updatedAt }
    const { form: over, isConflict } = formOver(form, { kind: 'event', record: theirs })
    expect(over.values).toMatchObject({ title: 'Talks are over', when: 'July 2025' })
    expect(isConflict).toBe(false)
    expect(saveOf(over)).toMatchObject({
      save: { input: { since: updatedAt, fields: { title: 'Talks are over', when: '2025-07' } } },
    })
  })

  test('says where both say something else in one field', () => {
    const form = filled(evidenceFormOf({ kind: 'event', record: event }, null), { title: 'Ours' })
    const over = (title: string) => formOver(form, { kind: 'event', record: { ...event, title } })
    expect(over('Theirs')).toMatchObject({ isConflict: true, form: { values: { title: 'Ours' } } })
    expect(over('Ours').isConflict).toBe(false)
  })

  test('never reads a typed number in the scale that the other side chose', () => {
    const form = filled(evidenceFormOf({ kind: 'figure', record: figure }, null), { value: '1.2' })
    const theirs = { ...figure, scale: 'billion' as const, measures: 'Theirs' }
    const { form: over, isConflict } = formOver(form, { kind: 'figure', record: theirs })
    expect(saveOf(over)).toMatchObject({
      save: { input: { fields: { value: '1200000000000', measures: 'Theirs' } } },
    })
    expect(isConflict).toBe(true)
  })
})
