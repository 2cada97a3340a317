import { expect, test } from 'vitest'
import { openDesk } from './desk.ts'

async function deskWithUses() {
  const desk = await openDesk()
  const text = 'The minister said: “It does exist as an option.” Holdings are $1.13 trillion.'
  const source = (await desk.ask('source.paste', { text })).source.id
  const quote = await desk.ask('quote.create', {
    place: { source, exact: 'It does exist as an option.' },
    fields: { speaker: 'Katsunobu Kato' },
  })
  const body = 'Before. Kato said :quote[]{#kato-it-does-exist-as} today. See :source[]{#SOURCE}.'
  const brief = await desk.ask('brief.create', {
    template: 'uk-submission',
    title: 'Morning',
    body: body.replace('SOURCE', source),
  })
  return { ...desk, source, quote: quote.id, brief: brief.id }
}

test('evidence is used in the briefs that refer to it, each with its sentence and place', async () => {
  const { ask, quote, brief } = await deskWithUses()
  expect(await ask('backlinks.list', { id: quote })).toEqual({
    briefs: [
      {
        brief,
        title: 'Morning',
        through: null,
        line: 1,
        column: 19,
        sentence: 'Kato said “It does exist as an option.” today.',
        words: { start: 10, end: 39 },
      },
    ],
    evidence: [],
  })
})

test('a source is used by its evidence, by the briefs that refer to that, and by those that refer to itself', async () => {
  const { ask, source, quote } = await deskWithUses()
  const { briefs, evidence } = await ask('backlinks.list', { id: source })
  expect(evidence).toEqual([{ id: quote, kind: 'quote', words: 'It does exist as an option.' }])
  expect(briefs.map(({ through }) => through)).toEqual([quote, null])
})

test('a brief is used in the briefs that refer to it', async () => {
  const { ask, brief } = await deskWithUses()
  const body = 'As said in :brief[the morning note]{#morning}.'
  await ask('brief.create', { template: 'uk-submission', title: 'Evening', body })
  expect((await ask('backlinks.list', { id: brief })).briefs).toMatchObject([
    { brief: 'evening', sentence: 'As said in the morning note.' },
  ])
})

test('an id in code is no use, and what is not there has none to list', async () => {
  const { ask, quote, brief } = await deskWithUses()
  await ask('brief.set', { id: brief, fields: { body: '`:quote[]{#kato-it-does-exist-as}`' } })
  expect(await ask('backlinks.list', { id: quote })).toEqual({ briefs: [], evidence: [] })
  await expect(ask('backlinks.list', { id: 'nothing' })).rejects.toThrow(/^not-found/)
})

test('deleting something in use is refused with the sentences that use it', async () => {
  const { ask, quote } = await deskWithUses()
  await expect(ask('record.delete', { id: quote })).rejects.toThrow(
    'the brief “Morning”, line 1 (“Kato said “It does exist as an option.” today.”)',
  )
})
