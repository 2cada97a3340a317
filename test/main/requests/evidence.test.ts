import { describe, expect, test } from 'vitest'
import { openDesk } from './desk.ts'

const text =
  'The minister said: “It does exist as an option.” Holdings are $1.13 trillion. Talks may end by June. It does.'

async function deskWithSource() {
  const desk = await openDesk()
  const source = (await desk.ask('source.paste', { text })).source
  return { ...desk, source: source.id }
}

describe('making evidence', () => {
  test('a quote takes its words from its place in the source, whatever it is told', async () => {
    const { ask, source } = await deskWithSource()
    const quote = await ask('quote.create', {
      place: { source, exact: 'It does exist as an option.' },
      fields: { speaker: 'Katsunobu Kato' },
    })
    expect(quote).toMatchObject({
      id: 'kato-it-does-exist-as',
      text: 'It does exist as an option.',
      kind: 'opinion',
      role: null,
    })
    const start = text.indexOf('It does exist')
    expect(quote.anchor).toMatchObject({
      source,
      quote: {
        exact: quote.text,
        prefix: 'The minister said: “',
        suffix: '” Holdings are $1.13 trillion. T',
      },
      position: { start, end: start + quote.text.length },
    })
  })

  test('a figure is shown in the magnitude its source uses', async () => {
    const { ask, source } = await deskWithSource()
    const fields = { measures: 'US Treasury bonds held by Japan', value: '1130000000000', unit: 'USD' }
    const figure = await ask('figure.create', { place: { source, exact: '$1.13 trillion' }, fields })
    expect(figure).toMatchObject({ scale: 'trillion', asOf: null, shelfLife: null })
  })

  test('a quote has the words as they are read, without Markdown’s marks and the line ends of wrapped text', async () => {
    const { ask } = await openDesk()
    const text =
      '# Head\n\nHe said: “it does *exist*\nas [an option](https://example.org/), **and\nso on**.”\n\n> Over\n> lines.\n'
    const source = (await ask('source.paste', { text })).source.id
    const fields = { speaker: 'Kato' }
    const words = 'it does exist as an option, and so on.'
    const end = text.indexOf('”')
    const quote = await ask('quote.create', {
      place: { source, start: text.indexOf('it does'), end },
      fields,
    })
    expect(quote.text).toBe(words)
    expect(quote.anchor?.quote.exact).toBe(text.slice(text.indexOf('it does'), end))
    expect(await ask('quote.create', { place: { source, exact: words }, fields })).toMatchObject({
      anchor: quote.anchor,
    })
    expect(await ask('quote.create', { place: { source, exact: 'Over lines.' }, fields })).toMatchObject({
      text: 'Over lines.',
    })
  })

  test('evidence without a source is kept without an anchor', async () => {
    const { ask } = await openDesk()
    const event = await ask('event.create', {
      place: null,
      fields: { title: 'Talks end', when: '../2025-06', status: 'expected' },
    })
    expect(event).toMatchObject({ id: 'talks-end', anchor: null, participants: [] })
    await expect(ask('quote.create', { place: null, fields: { speaker: 'Kato' } })).rejects.toThrow(
      /needs its words/,
    )
  })

  test.each([
    ['words that stand twice', { exact: 'It does' }, /stand 2 times/],
    ['words that do not stand there', { exact: 'It may exist' }, /do not stand in/],
    ['a range beyond the text', { start: 5, end: 5000 }, /is no range of words/],
    ['a range of a blank', { start: 3, end: 4 }, /is no range of words/],
    ['a range turned round', { start: 9, end: 5 }, /is no range of words/],
  ])('refuses %s and makes nothing', async (_name, place, message) => {
    const { ask, source } = await deskWithSource()
    const fields = { speaker: 'Kato' }
    await expect(ask('quote.create', { place: { source, ...place } as never, fields })).rejects.toThrow(
      message,
    )
    expect((await ask('library.list', {})).quotes).toEqual([])
  })

  test.each([
    [
      'a value with a comma',
      'figure.create',
      { measures: 'GDP', value: '1,13', unit: 'USD' },
      /value is not a decimal number/,
    ],
    [
      'a value with an exponent',
      'figure.create',
      { measures: 'GDP', value: '1e3', unit: 'USD' },
      /value is not a decimal number/,
    ],
    [
      'a date in words',
      'event.create',
      { title: 'Talks', when: 'by June', status: 'expected' },
      /when is not a date in EDTF/,
    ],
    [
      'a status that is none',
      'event.create',
      { title: 'Talks', when: '2025-06', status: 'maybe' },
      /status is none of occurred, expected/,
    ],
    ['a field that is none', 'quote.create', { speaker: 'Kato', text: 'Yes.', colour: 'red' }, /colour/],
  ] as const)('refuses %s, and says which field it is', async (_name, name, fields, message) => {
    const { ask } = await openDesk()
    await expect(ask(name, { place: null, fields } as never)).rejects.toThrow(message)
  })
})

describe('changing evidence', () => {
  test('changes the fields that are named and leaves the rest', async () => {
    const { ask, source } = await deskWithSource()
    const made = await ask('quote.create', {
      place: { source, exact: 'It does exist as an option.' },
      fields: { speaker: 'Kato', role: 'minister' },
    })
    const changed = await ask('quote.set', { id: made.id, fields: { speaker: 'Katsunobu Kato' } })
    expect(changed).toEqual({ ...made, speaker: 'Katsunobu Kato', updatedAt: changed.updatedAt })
    expect(changed.updatedAt > made.updatedAt).toBe(true)
  })

  test('a quote that is moved takes the words of its new place', async () => {
    const { ask, source } = await deskWithSource()
    const { id } = await ask('quote.create', {
      place: { source, exact: 'It does exist as an option.' },
      fields: { speaker: 'Kato' },
    })
    expect(
      await ask('quote.set', { id, place: { source, exact: 'exist as an option' }, fields: {} }),
    ).toMatchObject({ text: 'exist as an option' })
  })
})

test('the words of a quote with a source are not to be changed by hand', async () => {
  const { ask, source } = await deskWithSource()
  const place = { source, exact: 'It does exist as an option.' }
  const { id } = await ask('quote.create', { place, fields: { speaker: 'Kato' } })
  await expect(ask('quote.set', { id, fields: { text: 'It will happen.' } })).rejects.toThrow(
    /are those of its place/,
  )
  expect(await ask('quote.set', { id, place: null, fields: { text: 'It will happen.' } })).toMatchObject({
    text: 'It will happen.',
    anchor: null,
  })
})

describe('making the evidence that is certain', () => {
  test('makes it once, however often it is asked', async () => {
    const { ask } = await openDesk({
      dialogs: {
        chooseSources: async () => ['resources/sample/japan-treasuries.md'],
        choosePdf: async () => null,
      },
    })
    const { sources } = await ask('source.import', { fields: { publishedOn: '2025-05-03' } })
    const source = sources[0]?.id ?? ''
    const made = await ask('evidence.make', { source })
    expect([made.quotes.length, made.figures.length, made.events.length]).toEqual([3, 1, 2])
    expect(await ask('evidence.make', { source })).toEqual({ quotes: [], figures: [], events: [] })
    const { quotes, figures, events } = await ask('library.list', {})
    expect(quotes.map(quote => quote.speaker).sort()).toEqual([
      'Jesper Koll',
      'Katsunobu Kato',
      'Nicholas Smith',
    ])
    expect(figures[0]).toMatchObject({ value: '1130000000000', unit: 'USD', scale: 'trillion' })
    expect(events.map(event => event.when).sort()).toEqual(['../2025-06', '2025-05-03/2025-05-31'])
  })

  test('invents no date where the source has none', async () => {
    const { ask } = await openDesk({
      dialogs: {
        chooseSources: async () => ['resources/sample/japan-treasuries.md'],
        choosePdf: async () => null,
      },
    })
    const { sources } = await ask('source.import', {})
    await ask('evidence.make', { source: sources[0]?.id ?? '' })
    expect((await ask('library.list', {})).events).toEqual([])
  })
})

describe('a figure that is changed', () => {
  const treasuries = { measures: 'Holdings', value: '1130000000000', unit: 'USD', scale: 'trillion' as const }

  test('keeps its scale while its value fits it, and drops it where it does not', async () => {
    const { ask } = await openDesk()
    const { id } = await ask('figure.create', { place: null, fields: treasuries })
    const set = async (value: string) => (await ask('figure.set', { id, fields: { value } })).scale
    expect(await set('980000000000')).toBe('trillion')
    expect(await set('2.50')).toBe(null)
  })

  test('is not “between” without an upper value', async () => {
    const { ask } = await openDesk()
    const { id } = await ask('figure.create', { place: null, fields: treasuries })
    const between = { qualifier: 'between' as const }
    await expect(ask('figure.set', { id, fields: between })).rejects.toThrow(
      /^refused: .*needs the upper one/,
    )
    expect(await ask('figure.set', { id, fields: { ...between, upper: '1200000000000' } })).toMatchObject(
      between,
    )
    await expect(
      ask('figure.create', { place: null, fields: { ...treasuries, ...between } }),
    ).rejects.toThrow(/^refused: /)
  })
})
