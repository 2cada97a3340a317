import { describe, expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const quotesIn = (text: string) => findEvidence(text, null).quotes
const spokenIn = (text: string) => quotesIn(text).map(({ text, speaker, cue }) => [text, speaker, cue])

const words = 'the harbour wall will not hold'

describe('who speaks', () => {
  test.each<[text: string, speaker: string, cue: string | null]>([
    [`Ann Bell said: “${words}.”`, 'Ann Bell', 'said'],
    [`Ann Bell said “${words}.”`, 'Ann Bell', 'said'],
    [`Ann Bell said, "${words}."`, 'Ann Bell', 'said'],
    [`“${words},” Ann Bell said.`, 'Ann Bell', 'said'],
    [`“${words},” said Ann Bell.`, 'Ann Bell', 'said'],
    [`“${words},” warned Ann Bell, the harbour master.`, 'Ann Bell', 'warned'],
    [`“${words},” Ann Bell, the harbour master, told reporters.`, 'Ann Bell', 'told'],
    [`Ann Bell, a strategist at Quay Bank, noted: *“${words}.”*`, 'Ann Bell', 'noted'],
    [`Ann Bell of Quay Group called it bold: *“${words}.”*`, 'Ann Bell', 'called'],
    [`According to Ann Bell, “${words}.”`, 'Ann Bell', 'According to'],
    [`“${words},” according to Ann Bell.`, 'Ann Bell', 'according to'],
    [`Ann Bell has repeatedly warned that “${words}.”`, 'Ann Bell', 'warned'],
    [`“${words}?” asked Ann Bell on Tuesday.`, 'Ann Bell', 'asked'],
    [`Ann Bell, who met the crew in Oslo last week, said: “${words}.”`, 'Ann Bell', 'said'],
    [`The minister’s spokesman, Jim O’Neill, told the Post: “${words}.”`, 'Jim O’Neill', 'told'],
    [`“${words},” Port Commission President Ursula von der Berg said.`, 'Ursula von der Berg', 'said'],
    [`“${words},” the prime minister said.`, 'prime minister', 'said'],
    [`“${words},” a spokeswoman said.`, 'spokeswoman', 'said'],
    [`“${words},” the report says.`, 'report', 'says'],
    [`“${words},” Quay Bank said in a statement.`, 'Quay Bank', 'said'],
  ])('%s', (text, speaker, cue) => {
    expect(quotesIn(text).map(quote => [quote.speaker, quote.cue])).toEqual([[speaker, cue]])
  })

  test('a surname is resolved to the fullest name of the text', () => {
    expect(spokenIn(`Ann Bell, the mayor, met the crew. “${words},” Bell said.`)).toEqual([
      [`${words},`, 'Ann Bell', 'said'],
    ])
  })

  test('a surname is resolved to a name that stands later', () => {
    expect(spokenIn(`“${words},” Bell said.\nAnn Bell, the mayor, then left.`)).toEqual([
      [`${words},`, 'Ann Bell', 'said'],
    ])
  })

  test('a pronoun is the person named last', () => {
    expect(spokenIn(`Ann Bell, the mayor, met the crew. “${words},” she said.`)).toEqual([
      [`${words},`, 'Ann Bell', 'said'],
    ])
  })

  test('a pronoun is not a person named in somebody’s mouth', () => {
    const text = `Ann Bell, the mayor, spoke. “I told John Hall to leave the harbour,” she said.`
    expect(spokenIn(text)).toEqual([['I told John Hall to leave the harbour,', 'Ann Bell', 'said']])
  })

  test('a pronoun is not the owner of something', () => {
    const text = `Ann Bell, the mayor, attacked John Hall’s plan. Hall left.\nAnn Bell was tired of John Hall’s plan.\n“${words},” she said.`
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual(['Ann Bell'])
  })

  test.each([
    ['the owner of something', 'Ann Bell, the mayor, and liked Robin Hall’s plan'],
    ['of another gender', 'Mary Ann Bell, the mayor, and Mr. Robin Hall'],
  ])('a pronoun is not %s, though named last', (_, met) => {
    const text = `The crew met ${met}. “${words},” she said.\nRobin Hall, a captain, then left.`
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual([expect.stringMatching(/Ann Bell$/)])
  })

  test('a pronoun is whom the paragraph before named as a speaker, sooner than who spoke before that', () => {
    const text = `“${words},” said John Hall.\nThe wall is old, noted Peter Moss.\n“It is as old as the town,” he wrote.`
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual(['John Hall', 'Peter Moss'])
  })

  test('a pronoun is of the gender that titles, roles and given names tell', () => {
    const text = `Mary Bell, the mayor, met the crew with Mr. Kim Hall. “${words},” she said.\nMr. Kim Hall, a captain, and Mrs. Moss, a teacher, came. “${words},” he said.`
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual(['Mary Bell', 'Kim Hall'])
  })

  test('words broken by their attribution are two quotes of one speaker', () => {
    expect(spokenIn(`“The wall is old and tired,” Ann Bell said. “It will not hold another year.”`)).toEqual([
      ['The wall is old and tired,', 'Ann Bell', 'said'],
      ['It will not hold another year.', 'Ann Bell', 'said'],
    ])
  })

  test('a paragraph that opens with a mark goes on with the speaker before it', () => {
    const text = `“The wall is old and tired,” Ann Bell said.\n“It will not hold another year.”`
    expect(spokenIn(text)).toEqual([
      ['The wall is old and tired,', 'Ann Bell', 'said'],
      ['It will not hold another year.', 'Ann Bell', null],
    ])
  })

  test('two speakers keep their own words', () => {
    const text = `“The wall is old and tired,” Ann Bell said.\n“The wall is as good as new,” said John Hall.`
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual(['Ann Bell', 'John Hall'])
  })
})

describe('role and organisation', () => {
  test.each<[text: string, role: string | null, organisation: string | null]>([
    [`Ann Bell, a strategist at Quay Bank, said: “${words}.”`, 'strategist', 'Quay Bank'],
    [
      `Ann Bell, chief economist of the Salt Institute, said: “${words}.”`,
      'chief economist',
      'Salt Institute',
    ],
    [`Ann Bell of Quay Group said: “${words}.”`, null, 'Quay Group'],
    [`Harbour Minister Ann Bell said: “${words}.”`, 'Harbour Minister', null],
    [`Norway’s Harbour Minister Ann Bell said: “${words}.”`, 'Norway’s Harbour Minister', null],
    [`Quay Bank spokeswoman Ann Bell said: “${words}.”`, 'spokeswoman', 'Quay Bank'],
    [`Sen. Ann Bell said: “${words}.”`, 'Sen.', null],
    [`Mrs. Ann Bell said: “${words}.”`, null, null],
    [`“${words},” said Ann Bell, president of Quay Bank.`, 'president', 'Quay Bank'],
    [`Ann Bell, who served as port director, said: “${words}.”`, 'port director', null],
    [`Ann Bell, the U.S. ambassador to Norway, said: “${words}.”`, 'U.S. ambassador to Norway', null],
    [
      `Ann Bell, spokeswoman for the QB-5 Port Coalition, said: “${words}.”`,
      'spokeswoman',
      'QB-5 Port Coalition',
    ],
    [`Officials at Quay Bank, a lender to the port, said: “${words}.”`, 'officials', 'Quay Bank'],
    [`“${words},” Quay Bank said.`, null, 'Quay Bank'],
    [`Ann Bell said: “${words}.”`, null, null],
  ])('%s', (text, role, organisation) => {
    expect(quotesIn(text).map(quote => [quote.role, quote.organisation])).toEqual([[role, organisation]])
  })

  test('investors whom somebody defrauded are not a role', () => {
    const text = `The state sued Ann Bell, with defrauded investors looking on. “${words},” Ann Bell said.`
    expect(quotesIn(text).map(quote => quote.role)).toEqual([null])
  })

  test('a title that two people share is one person’s title', () => {
    const text = `Sens. Ann Bell and John Hall left. “${words},” Bell said.`
    expect(quotesIn(text).map(quote => quote.role)).toEqual(['Sen.'])
  })

  test('may stand anywhere in the text', () => {
    const text = `“${words},” Ann Bell said.\nThe town likes Ann Bell, the mayor.`
    expect(quotesIn(text).map(quote => quote.role)).toEqual(['mayor'])
  })
})

describe('what is no speech', () => {
  test.each([
    ['a title', 'Ann Bell wrote “The Long Road to the Northern Sea” in a hurry.'],
    ['a scare quote', 'Ann Bell said the “free” harbour was dear.'],
    ['a slogan on a wall', 'The words “no more boats in this harbour” were painted on the wall.'],
    ['a name', 'The ship was called “Queen of the Quiet Northern Waters” for years.'],
    ['markup', '<a class="one two three four five six" href="x">Ann Bell</a>'],
    ['nobody’s words', '“The harbour wall will not hold.”'],
    ['inches', 'Ann Bell said the 5" pipe was not the 6" pipe.'],
  ])('%s', (_, text) => {
    expect(quotesIn(text)).toEqual([])
  })
})
