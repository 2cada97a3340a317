import { describe, expect, test } from 'vitest'
import { countWords, joinLines } from '../../../../main/capture/pdf/hyphenation.ts'

const join = (before: string, after: string, document: string[] = []) => {
  const { kept, joint } = joinLines(before, after, countWords(document))
  return kept + joint + after
}

describe('two lines', () => {
  test.each([
    ['are words apart', 'the price', 'of bread', 'the price of bread'],
    ['lose the hyphen between parts of a word', 'an inter-', 'national court', 'an international court'],
    ['lose it also in a name', 'in Alder-', 'moor', 'in Aldermoor'],
    ['lose a soft hyphen always', 'a well\u00ad', 'known man', 'a wellknown man'],
    ['keep it after what opens compounds', 'in the long-', 'term plan', 'in the long-term plan'],
    ['lose it in what only looks like one', 'at mid-', 'night', 'at midnight'],
    ['lose it after a syllable that opens other words', 'the pre-', 'sent day', 'the present day'],
    ['keep it before what closes them', 'the state-', 'owned mill', 'the state-owned mill'],
    ['keep it before a name', 'the anglo-', 'Saxon world', 'the anglo-Saxon world'],
    ['keep it after a number', 'the 12-', 'month rule', 'the 12-month rule'],
    ['keep it before a number', 'the covid-', '19 years', 'the covid-19 years'],
    ['keep it after an abbreviation', 'the US-', 'led force', 'the US-led force'],
    ['keep it in a longer compound', 'a state-of-the-', 'art mill', 'a state-of-the-art mill'],
    [
      'keep a hyphen that waits for the second word',
      'the short-',
      'and long-term',
      'the short- and long-term',
    ],
    ['know that hyphen from one within a word', 'a thous-', 'and people', 'a thousand people'],
    ['are joined by a dash without spaces', 'a man—', 'or two', 'a man—or two'],
    ['keep the space before a dash', 'a man –', 'or two', 'a man – or two'],
    ['have no space in Japanese', '日本', '銀行', '日本銀行'],
    ['have none between Japanese and a number', '令和7', '年度', '令和7年度'],
    ['put a broken address together', 'see https://example.org/', 'paper', 'see https://example.org/paper'],
  ])('%s', (_, before, after, joined) => {
    expect(join(before, after)).toBe(joined)
  })

  test('are joined as the document writes the word elsewhere', () => {
    const compound = ['the word ice-house stands here', 'and an ice-house there']
    expect(join('the ice-', 'house', compound)).toBe('the ice-house')
    expect(join('a long-', 'wall', ['they call it a longwall here'])).toBe('a longwall')
  })
})

test('words that a line breaks off are not counted as words of the document', () => {
  expect([...countWords(['this is an inter-', 'national court of law'])]).toEqual([
    ['is', 1],
    ['an', 1],
    ['court', 1],
    ['of', 1],
    ['law', 1],
  ])
})
