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

describe('who speaks, where no verb stands beside the name', () => {
  test.each<[text: string, speaker: string, cue: string | null]>([
    [`The harbour master Ann Bell: “${words}.”`, 'Ann Bell', null],
    [`“${words}.” ― Ann Bell`, 'Ann Bell', null],
    [`“${words}.” — Ann Bell, Oslo`, 'Ann Bell', null],
    [`Ann Bell attacked the plan, saying “${words}.”`, 'Ann Bell', 'saying'],
    [`Ann Bell is telling the crew that “${words}.”`, 'Ann Bell', 'telling'],
    [`Ann Bell dismissed the plan as “${words}.”`, 'Ann Bell', 'dismissed'],
    [`Ann Bell met the crew and called it “${words}.”`, 'Ann Bell', 'called'],
    [`OSLO, May 3 (AP) — Ann Bell took a walk, telling the crew “${words}.”`, 'Ann Bell', 'telling'],
    [`Hours later, Ann Bell met the crew, telling them “${words}.”`, 'Ann Bell', 'telling'],
    [`After saying “${words},” Ann Bell left.`, 'Ann Bell', 'saying'],
    [`John Hall was asked by Ann Bell whether “${words}.”`, 'Ann Bell', 'asked'],
    [`John Hall left when Ann Bell shot back: “${words}.”`, 'Ann Bell', 'shot back'],
    [`Ann Bell said she recalls that “${words}.”`, 'Ann Bell', 'said'],
    [`The crew used a recording of Ann Bell asking “${words}?”`, 'Ann Bell', 'asking'],
    [`“${words},” said harbour pilot Ann Bell.`, 'Ann Bell', 'said'],
    [`Gov. Ann Bell (R-OH), said, “${words}.”`, 'Ann Bell', 'said'],
    [`Ann Bell told the United States “${words}.”`, 'Ann Bell', 'told'],
    [`“${words},” a narrator in the film says.`, 'narrator', 'says'],
    [`“${words},” the film’s narrator says.`, 'narrator', 'says'],
    [`“${words},” voters said.`, 'voters', 'said'],
    [`“${words},” John Hall’s predecessor, Ann Bell, said.`, 'Ann Bell', 'said'],
    [`According to a person familiar with the talks, “${words}.”`, 'person', 'According to'],
    [`Ann Bell, star of the film “Wall,” said “${words}.”`, 'Ann Bell', 'said'],
  ])('%s', (text, speaker, cue) => {
    expect(quotesIn(text).map(quote => [quote.speaker, quote.cue])).toEqual([[speaker, cue]])
  })

  test.each([
    ['a paragraph that ends in a colon', `Ann Bell wrote to the crew:\n\n“${words}.”`],
    ['a paragraph that ends in a colon, over a block quote', `Ann Bell wrote to the crew:\n\n> ${words}.`],
    [
      'a paragraph about somebody',
      `Ann Bell praised the crew for its work.\n\n“${words[0]?.toUpperCase()}${words.slice(1)}.”`,
    ],
  ])('%s gives the words after it', (_, text) => {
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual(['Ann Bell'])
  })

  test('words between two quotes of a sentence have their own verb', () => {
    const text = `Ann Bell said that “the wall is old and tired,” adding that it “${words}.”`
    expect(quotesIn(text).map(({ speaker, cue }) => [speaker, cue])).toEqual([
      ['Ann Bell', 'said'],
      ['Ann Bell', 'adding'],
    ])
  })

  test('a transcript within the marks says who speaks', () => {
    const text = `Ann Bell met John Hall:\n\n"BELL: The wall will not hold.\n\n"HALL: It will hold for years."`
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual(['Ann Bell', 'John Hall'])
  })

  test('somebody whom no name is given stays a pronoun, and is not sure', () => {
    expect(quotesIn(`“${words},” she said.`)).toMatchObject([{ speaker: 'she', confidence: 0.3 }])
  })
})

describe('whom a description means', () => {
  test.each([
    ['a role', `Ann Bell, the mayor, left. John Hall stayed.\n“${words},” the mayor said.`, 'Ann Bell'],
    ['a title', `Gov. Ann Bell left.\n“${words},” the governor said.`, 'Ann Bell'],
    [
      'not a deputy',
      `President Ann Bell met Vice President John Hall.\n“${words},” the president said.`,
      'Ann Bell',
    ],
    ['a body', `Quay Bank closed.\n“${words},” the bank said.`, 'Quay Bank'],
    ['any body', `Quay Bank closed.\n“${words},” the company said.`, 'Quay Bank'],
    ['a document of a body', `A report by Quay Bank came out.\n“${words},” the report said.`, 'Quay Bank'],
    ['initials', `The Northern Harbour Fund met.\n“${words},” the NHF said.`, 'Northern Harbour Fund'],
    ['somebody unnamed', `Ann Bell, the mayor, left.\n“${words},” a mayor said.`, 'mayor'],
    ['a surname with a title', `Mr. Bell met the crew.\n“${words},” he said.`, 'Bell'],
    [
      'the end of a long name',
      `Ann Mary Bell Hall met the crew.\n“${words},” said Bell Hall.`,
      'Ann Mary Bell Hall',
    ],
    [
      'of a family, the one the text is about',
      `Ann Bell met the crew. Ann Bell spoke. Her son Tom Bell left.\n“${words},” Bell said.`,
      'Ann Bell',
    ],
  ])('%s', (_, text, speaker) => {
    expect(quotesIn(text).map(quote => quote.speaker)).toEqual([speaker])
  })

  test('nobody is named by a headline', () => {
    const text = `Why Ann Bell Leaves Oslo Harbour Again This Year\nMary Moss, a pilot, said: “${words}.”`
    expect(findEvidence(text, null).people.map(({ name }) => name)).toEqual(['Mary Moss'])
  })

  test('an office reaches past its “of”', () => {
    expect(quotesIn(`Secretary of State Ann Bell said: “${words}.”`)).toMatchObject([
      { speaker: 'Ann Bell', role: 'Secretary of State' },
    ])
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
    [`“${words},” wrote Ann Bell for Morning Tide.`, null, 'Morning Tide'],
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
    [`“${words},” a Quay Bank spokeswoman said.`, 'spokeswoman', 'Quay Bank'],
    [`“${words},” said a Treasury official.`, 'official', 'Treasury'],
    [`A Hall spokesman said: “${words}.”`, 'spokesman', 'Hall'],
    [`Her spokesman said: “${words}.”`, 'spokesman', null],
    [`“${words},” said the prime minister, Ann Bell, on Monday.`, 'prime minister', null],
    [`“${words},” a person familiar with the talks said.`, 'person', null],
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
    ['a title with a stop', 'Ann Bell is the host of “The Long Road to the Northern Sea.”'],
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
