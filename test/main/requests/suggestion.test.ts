import { expect, test } from 'vitest'
import { inTextOrder, pendingOf } from '../../../shared/extract/pending.ts'
import { openDesk } from './desk.ts'

const text =
  'Finance Minister Katsunobu Kato said: “It does exist as an option.” Holdings are $1.13 trillion. Talks go on through 9 May 2025. They may end by June.'

async function deskWithSource() {
  const desk = await openDesk()
  const { id } = (await desk.ask('source.paste', { text })).source
  const pending = async () => {
    const source = await desk.library.get('sources', id)
    const found = await desk.ask('source.suggest', { id })
    const kept = [
      ...desk.library.list('quotes').map(({ anchor }) => ({ kind: 'quote' as const, anchor })),
      ...desk.library.list('figures').map(({ anchor }) => ({ kind: 'figure' as const, anchor })),
      ...desk.library.list('events').map(({ anchor }) => ({ kind: 'event' as const, anchor })),
    ]
    return pendingOf(inTextOrder(found), source, kept)
  }
  return { ...desk, id, pending }
}

const placesOf = (suggestions: Awaited<ReturnType<Awaited<ReturnType<typeof deskWithSource>>['pending']>>) =>
  suggestions.map(({ kind, found: { start, end } }) => ({ kind, start, end }))

const wordsOf = (places: ReturnType<typeof placesOf>, of = text) =>
  places.map(place => ({ ...place, text: of.slice(place.start, place.end) }))

test('one suggestion is accepted with all that was found of it, and the others wait', async () => {
  const { ask, id, pending } = await deskWithSource()
  const before = await pending()
  expect(before.map(({ kind }) => kind)).toEqual(['quote', 'figure', 'event', 'event'])
  const made = await ask('evidence.make', { source: id, of: placesOf(before).slice(0, 1) })
  expect(made).toMatchObject({
    quotes: [{ speaker: 'Katsunobu Kato', role: 'Finance Minister', cue: 'said' }],
    figures: [],
    events: [],
  })
  expect(await pending()).toEqual(before.slice(1))
})

test('an event whose day nobody can tell is not made, and is proposed on', async () => {
  const { ask, id, pending } = await deskWithSource()
  const made = await ask('evidence.make', { source: id, of: placesOf(await pending()) })
  expect([made.quotes.length, made.figures.length, made.events.length]).toEqual([1, 1, 1])
  expect((await pending()).map(({ found }) => found.text)).toEqual(['by June'])
})

test('what is accepted twice before it is saved is made once', async () => {
  const { ask, id, library, pending } = await deskWithSource()
  const of = placesOf(await pending()).slice(0, 2)
  const made = await Promise.all([of, of].map(each => ask('evidence.make', { source: id, of: each })))
  expect(made.map(({ quotes, figures }) => [quotes.length, figures.length])).toEqual([
    [1, 1],
    [0, 0],
  ])
  expect([library.list('quotes').length, library.list('figures').length]).toEqual([1, 1])
})

test('a place where nothing is suggested makes nothing', async () => {
  const { ask, id } = await deskWithSource()
  const made = await ask('evidence.make', { source: id, of: [{ kind: 'quote', start: 0, end: 5 }] })
  expect(made).toEqual({ quotes: [], figures: [], events: [] })
})

test('a refusal is remembered for its source, and can be taken back', async () => {
  const { ask, id, pending } = await deskWithSource()
  const before = await pending()
  const [first] = placesOf(before)
  if (!first) throw new Error('Nothing was found.')
  const refuse = () => ask('suggestion.refuse', { source: id, suggestions: wordsOf([first, first]) })
  const { refused, updatedAt } = await refuse()
  expect(refused).toHaveLength(1)
  expect(await pending()).toEqual(before.slice(1))
  expect((await refuse()).refused).toHaveLength(1)
  const restored = await ask('suggestion.restore', { source: id, suggestions: wordsOf([first]) })
  expect(restored).toMatchObject({ refused: [], updatedAt })
  expect(await pending()).toEqual(before)
})

test('what was refused is not made, however sure it is', async () => {
  const { ask, id, pending } = await deskWithSource()
  const quotes = placesOf(await pending()).filter(({ kind }) => kind === 'quote')
  await ask('suggestion.refuse', { source: id, suggestions: wordsOf(quotes) })
  expect(await ask('evidence.make', { source: id })).toMatchObject({ quotes: [], figures: [{}] })
  await ask('suggestion.restore', { source: id, suggestions: null })
  expect(await ask('evidence.make', { source: id })).toMatchObject({ quotes: [{}], figures: [] })
})

test('a refusal beyond the text is refused itself', async () => {
  const { ask, id, library } = await deskWithSource()
  const beyond = { kind: 'figure' as const, start: text.length, end: text.length + 5, text: 'words' }
  await expect(ask('suggestion.refuse', { source: id, suggestions: [beyond] })).rejects.toThrow(
    /^refused: There are no such words/,
  )
  expect((await library.get('sources', id)).refused).toEqual([])
})

test('a refusal follows its words when the text is corrected, and is forgotten with them', async () => {
  const { ask, id, pending } = await deskWithSource()
  const quotes = placesOf(await pending()).filter(({ kind }) => kind === 'quote')
  await ask('suggestion.refuse', { source: id, suggestions: wordsOf(quotes) })
  await ask('source.set', { id, fields: { text: `A correction.\n\n${text}` } })
  expect((await pending()).map(({ kind }) => kind)).toEqual(['figure', 'event', 'event'])
  await ask('source.set', { id, fields: { text: text.replace('does exist', 'did exist') } })
  expect((await pending()).map(({ kind }) => kind)).toEqual(['quote', 'figure', 'event', 'event'])
})

test('a refusal makes no version, a corrected text always does', async () => {
  const { ask, id, pending } = await deskWithSource()
  const [first] = placesOf(await pending())
  await ask('suggestion.refuse', { source: id, suggestions: wordsOf(first ? [first] : []) })
  expect(await ask('version.list', { id })).toEqual({ versions: [] })
  await ask('source.set', { id, fields: { text: `${text} More.` } })
  expect((await ask('version.list', { id })).versions).toHaveLength(1)
})

test('the comma before “she said” is no part of a quote, and nobody is what they are called', async () => {
  const { ask } = await openDesk()
  const { id } = (
    await ask('source.paste', { text: 'Late on Monday “we will not be paid twice for it,” officials said.' })
  ).source
  const { quotes } = await ask('source.suggest', { id })
  const of = quotes.map(({ start, end }) => ({ kind: 'quote' as const, start, end }))
  const made = await ask('evidence.make', { source: id, of })
  expect(made.quotes).toMatchObject([
    { text: 'we will not be paid twice for it', speaker: 'officials', role: null },
  ])
})

test('what was made is taken back as one, and what is no evidence stays', async () => {
  const { ask, id, library, pending } = await deskWithSource()
  const before = await pending()
  const made = await ask('evidence.make', { source: id, of: null })
  const ids = [...made.quotes, ...made.figures, ...made.events].map(each => each.id)
  expect(ids.length).toBeGreaterThan(1)
  expect(await ask('evidence.delete', { ids: [...ids, id, 'nothing'] })).toEqual({ ids })
  expect(library.list('quotes')).toEqual([])
  expect(library.list('sources')).toHaveLength(1)
  expect(await pending()).toEqual(before)
  expect((await ask('trash.list', {})).records).toHaveLength(ids.length)
})

test('a refusal of words that stand there no longer is refused', async () => {
  const { ask, id, pending, library } = await deskWithSource()
  const suggestions = wordsOf(placesOf(await pending()).slice(0, 1))
  await ask('source.set', { id, fields: { text: `More. ${text}` } })
  await expect(ask('suggestion.refuse', { source: id, suggestions })).rejects.toThrow(
    /^refused: There are no such/,
  )
  expect((await library.get('sources', id)).refused).toEqual([])
})

test('evidence that is made while the text is being corrected follows it', async () => {
  const { ask, id, library } = await deskWithSource()
  await Promise.all([
    ask('evidence.make', { source: id }),
    ask('source.set', { id, fields: { text: `More. ${text}` } }),
  ])
  const corrected = (await library.get('sources', id)).text
  expect(corrected).toMatch(/^More/)
  for (const { anchor } of [...library.list('quotes'), ...library.list('figures')])
    expect(corrected.slice(anchor?.position.start, anchor?.position.end)).toBe(anchor?.quote.exact)
  expect(library.list('quotes')).toHaveLength(1)
})
