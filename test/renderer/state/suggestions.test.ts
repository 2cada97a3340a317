import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSource } from '../../../renderer/state/desk.ts'
import {
  acceptable,
  current,
  currentKey,
  foundIn,
  isPanelChosen,
  isPanelShown,
  keepFound,
  keyOf,
  listed,
  pending,
  shownKind,
} from '../../../renderer/state/suggestions.ts'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import { exampleSource } from '../../../shared/verify/example-records.ts'

const text =
  'Katsunobu Kato said: “It does exist as an option.” Holdings are $1.13 trillion. Talks may end by June. It happened on 2 May 2025.'

beforeEach(() => {
  openSource.value = { ...exampleSource, text, publishedOn: null }
  keepFound(exampleSource.id, findEvidence(text, null), true)
})

afterEach(() => {
  openSource.value = null
  foundIn.value = null
  currentKey.value = null
  shownKind.value = null
  isPanelChosen.value = null
})

const words = () => pending.value.map(({ found }) => found.text)

test('what waits is listed in the order of the text, of one kind where one was chosen', () => {
  expect(words()).toEqual(['It does exist as an option.', '$1.13 trillion', 'by June', '2 May 2025'])
  shownKind.value = 'event'
  expect(listed.value.map(({ found }) => found.text)).toEqual(['by June', '2 May 2025'])
})

test('“accept all” takes the sure ones, then the others, and never an event of no known day', () => {
  const undated = pending.value.find(({ found }) => found.text === 'by June')
  const sure = acceptable(null)
  expect(sure).not.toContain(undated)
  expect(sure.length).toBeGreaterThan(1)
  const unsure = foundIn.value?.suggestions.map(each => ({
    ...each,
    found: { ...each.found, confidence: 0.5 },
  }))
  foundIn.value = { source: exampleSource.id, suggestions: unsure as never, isWhole: true }
  expect(acceptable(null).map(({ found }) => found.text)).toEqual([
    'It does exist as an option.',
    '$1.13 trillion',
    '2 May 2025',
  ])
  shownKind.value = 'event'
  expect(acceptable('event').map(({ found }) => found.text)).toEqual(['2 May 2025'])
})

test('once the current one was decided on, the next one is current, at the end the last', () => {
  const [first, second, third, fourth] = pending.value
  if (!first || !second || !third || !fourth || !foundIn.value) throw new Error('Nothing was found.')
  expect(current.value).toBe(first)
  currentKey.value = keyOf(second)
  foundIn.value = { ...foundIn.value, suggestions: [first, third, fourth] }
  expect(current.value).toBe(third)
  currentKey.value = keyOf(fourth)
  foundIn.value = { ...foundIn.value, suggestions: [first, third] }
  expect(current.value).toBe(third)
})

test('the panel stands beside a source from the start, goes where nothing was found, and obeys the person', () => {
  const found = foundIn.value
  foundIn.value = null
  expect(isPanelShown.value).toBe(true)
  foundIn.value = found
  expect(isPanelShown.value).toBe(true)
  isPanelChosen.value = false
  expect(isPanelShown.value).toBe(false)
  isPanelChosen.value = null
  if (found) foundIn.value = { ...found, suggestions: [] }
  expect(isPanelShown.value).toBe(false)
})
