import { expect, test } from 'vitest'
import { openDesk } from './desk.ts'

async function deskWithEvidence() {
  const desk = await openDesk()
  const { ask } = desk
  const { id: source } = (
    await ask('source.paste', { text: 'Kato said: “It does exist.” Holdings are $1.13 trillion.' })
  ).source
  const quote = await ask('quote.create', {
    place: { source, exact: 'It does exist.' },
    fields: { speaker: 'Kato', tags: ['trade'] },
  })
  const figure = await ask('figure.create', {
    place: { source, exact: '$1.13 trillion' },
    fields: { measures: 'Holdings', value: '1130000000000', unit: 'USD' },
  })
  return { ...desk, source, quote, figure }
}

const briefWith = (id: string) => ({
  template: 'market-morning-note',
  title: 'Morning',
  body: `He said :quote[]{#${id}} and :quote[]{#${id}}.`,
})

test('several are changed by one save, each in its own fields', async () => {
  const { ask, library, quote, figure } = await deskWithEvidence()
  const changed = await ask('evidence.change', {
    changes: [
      { id: quote.id, fields: { tags: ['trade', 'yen'], speaker: 'Katsunobu Kato' } },
      { id: figure.id, fields: { tags: ['yen'] } },
    ],
  })
  expect(changed).toMatchObject({
    quotes: [{ id: quote.id, tags: ['trade', 'yen'], speaker: 'Katsunobu Kato', text: quote.text }],
    figures: [{ id: figure.id, tags: ['yen'], measures: 'Holdings' }],
    events: [],
  })
  expect(await library.get('quotes', quote.id)).toEqual(changed.quotes[0])
  expect(changed.quotes[0]?.updatedAt).toBe(changed.figures[0]?.updatedAt)
})

test('where one cannot be changed, none is', async () => {
  const { ask, library, quote, figure, source } = await deskWithEvidence()
  const fields = { speaker: 'Somebody' }
  const both = [quote.id, figure.id].map(id => ({ id, fields }))
  await expect(ask('evidence.change', { changes: both })).rejects.toThrow(/^refused: .*no quote/)
  const unknown = { id: quote.id, fields: { person: 'nobody' } }
  await expect(ask('evidence.change', { changes: [unknown] })).rejects.toThrow(/^not-found: .*“nobody”/)
  await expect(ask('evidence.change', { changes: [{ id: source, fields: { tags: [] } }] })).rejects.toThrow(
    /^refused: .*no evidence/,
  )
  expect(await library.get('quotes', quote.id)).toEqual(quote)
})

test('several that no brief uses are deleted and brought back as they were', async () => {
  const { ask, library, quote, figure } = await deskWithEvidence()
  const ids = [quote.id, figure.id]
  expect(await ask('evidence.delete', { ids })).toEqual({ ids })
  expect([...library.list('quotes'), ...library.list('figures')]).toEqual([])
  expect(await ask('evidence.restore', { ids })).toEqual({ quotes: [quote], figures: [figure], events: [] })
  expect(library.list('quotes')).toEqual([quote])
})

test('where a brief uses one of them, none is deleted unless that is said', async () => {
  const { ask, library, quote, figure } = await deskWithEvidence()
  await ask('brief.create', briefWith(quote.id))
  const ids = [quote.id, figure.id]
  await expect(ask('evidence.delete', { ids })).rejects.toThrow(`in-use: Briefs use ${quote.id}.`)
  expect(library.list('figures')).toHaveLength(1)
  expect(await ask('evidence.delete', { ids, evenIfUsed: true })).toEqual({ ids })
  expect(library.list('figures')).toEqual([])
})

test('uses are counted by briefs', async () => {
  const { ask, quote, figure } = await deskWithEvidence()
  await ask('brief.create', briefWith(quote.id))
  await ask('brief.create', { ...briefWith(quote.id), title: 'Evening' })
  const { uses } = await ask('evidence.uses', {})
  expect(uses[quote.id]).toBe(2)
  expect(uses[figure.id]).toBeUndefined()
})
