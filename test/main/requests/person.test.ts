import { describe, expect, test } from 'vitest'
import type { FoundRecord } from '../../../shared/model/records.ts'
import { openDesk } from './desk.ts'

const text =
  'Katsunobu Kato, Japan’s finance minister, said: “It does exist as an option.” Later Kato said: “We will not act on it.”'

/** Two records of one person, a quote of each, and briefs that refer to both. */
async function deskWithTwo() {
  const desk = await openDesk()
  const { ask } = desk
  await ask('person.create', { fields: { name: 'Katsunobu Kato', role: 'finance minister' } })
  await ask('person.create', {
    fields: { name: 'Kato', aliases: ['加藤'], organisation: 'Government of Japan', tags: ['japan'] },
  })
  const source = (await ask('source.paste', { text })).source.id
  const quote = async (exact: string, person: string) =>
    (await ask('quote.create', { place: { source, exact }, fields: { speaker: 'Kato', person } })).id
  const option = await quote('It does exist as an option.', 'katsunobu-kato')
  const act = await quote('We will not act on it.', 'kato')
  const body =
    'Both :person[Katsunobu Kato]{#katsunobu-kato} and :person[]{#kato} said it. `:person[]{#kato}`'
  await ask('brief.create', { template: 'uk-submission', title: 'Morning', body })
  await ask('brief.create', {
    template: 'uk-submission',
    title: 'Evening',
    body: ':person[He]{#kato} again.',
  })
  return { ...desk, option, act, body }
}

type Desk = Awaited<ReturnType<typeof deskWithTwo>>

/** Everything in the library but when it was changed. */
async function stateOf({ library }: Desk) {
  const found: FoundRecord[] = []
  for (const collection of ['people', 'quotes', 'briefs'] as const)
    for (const { id } of library.list(collection)) found.push(await library.find(id))
  return found
    .map(({ record: { updatedAt: _, ...record } }) => record)
    .sort((one, other) => one.id.localeCompare(other.id))
}

const merging = { keep: 'katsunobu-kato', merge: 'kato' }

test('a person is made with what is not said left empty, and changed', async () => {
  const { ask } = await openDesk()
  expect(await ask('person.create', { fields: { name: '加藤 勝信' } })).toMatchObject({
    id: '加藤-勝信',
    aliases: [],
    kind: 'person',
    role: null,
    organisation: null,
  })
  await ask('person.set', { id: '加藤-勝信', fields: { aliases: ['Katsunobu Kato'] } })
  expect((await ask('record.get', { id: '加藤-勝信' })).record).toMatchObject({
    name: '加藤 勝信',
    aliases: ['Katsunobu Kato'],
  })
})

describe('a quote that is made automatically', () => {
  test('is linked to the one person of that name, and nobody is made', async () => {
    const { ask, library } = await openDesk()
    await ask('person.create', { fields: { name: 'K. Kato', aliases: ['Mr. Katsunobu Kato'] } })
    const source = (
      await ask('source.paste', {
        text: 'Finance Minister Katsunobu Kato said: “It does exist as an option.” Jesper Koll said: “That is new to all of us.”',
      })
    ).source
    const { quotes } = await ask('evidence.make', { source: source.id })
    expect(quotes).toHaveLength(2)
    const linked = library.list('quotes').map(({ speaker, person }) => [speaker, person])
    expect(linked).toContainEqual(['Katsunobu Kato', 'k-kato'])
    expect(linked).toContainEqual(['Jesper Koll', null])
    expect(library.list('people')).toHaveLength(1)
  })

  test('is linked to nobody where two have the name, or only the family name', async () => {
    const { ask, library } = await openDesk()
    await ask('person.create', { fields: { name: 'Katsunobu Kato' } })
    await ask('person.create', { fields: { name: 'The other', aliases: ['Katsunobu Kato'] } })
    const source = (
      await ask('source.paste', {
        text: 'Finance Minister Katsunobu Kato said: “It does exist as an option.”',
      })
    ).source
    await ask('evidence.make', { source: source.id })
    expect(library.list('quotes')[0]).toMatchObject({ speaker: 'Katsunobu Kato', person: null })
  })
})

test('a quote is linked to a person that there is, and keeps one who is gone', async () => {
  const desk = await deskWithTwo()
  const { ask, act } = desk
  await expect(ask('quote.set', { id: act, fields: { person: 'nobody' } })).rejects.toThrow(
    /no person “nobody”/,
  )
  await expect(
    ask('quote.create', { place: null, fields: { text: 'Words', speaker: 'Kato', person: 'morning' } }),
  ).rejects.toThrow(/no person “morning”/)
  await ask('record.delete', { id: 'kato', evenIfUsed: true })
  expect(await ask('quote.set', { id: act, fields: { person: 'kato', role: 'minister' } })).toMatchObject({
    role: 'minister',
  })
})

describe('merging two people', () => {
  test('gives the kept one the names, quotes and references of the other, who goes to the trash', async () => {
    const desk = await deskWithTwo()
    const { ask, library, act, option } = desk
    expect(await ask('person.merge', merging)).toMatchObject({
      person: {
        aliases: ['Kato', '加藤'],
        role: 'finance minister',
        organisation: 'Government of Japan',
        tags: ['japan'],
      },
      quotes: 1,
      briefs: 2,
    })
    for (const id of [act, option]) expect((await library.get('quotes', id)).person).toBe('katsunobu-kato')
    expect((await library.get('briefs', 'morning')).body).toBe(
      'Both :person[Katsunobu Kato]{#katsunobu-kato} and :person[]{#katsunobu-kato} said it. `:person[]{#kato}`',
    )
    expect((await library.trashed()).map(({ record }) => record.id)).toEqual(['kato'])
    expect(await ask('backlinks.list', { id: 'katsunobu-kato' })).toMatchObject({
      briefs: [{ brief: 'evening' }, { brief: 'morning' }, { brief: 'morning' }],
      evidence: [{ words: 'We will not act on it.' }, { words: 'It does exist as an option.' }],
    })
  })

  test('is undone exactly', async () => {
    const desk = await deskWithTwo()
    const before = await stateOf(desk)
    await desk.ask('person.merge', merging)
    expect(await stateOf(desk)).not.toEqual(before)
    await desk.ask('person.unmerge', merging)
    expect(await stateOf(desk)).toEqual(before)
    expect(await desk.library.trashed()).toEqual([])
    await expect(desk.ask('person.unmerge', merging)).rejects.toThrow(/was not merged/)
  })

  test('is undone around what was written since', async () => {
    const desk = await deskWithTwo()
    const { ask, library, body, act } = desk
    await ask('person.merge', merging)
    const { body: merged } = await library.get('briefs', 'morning')
    await ask('brief.set', { id: 'morning', fields: { body: `At noon. ${merged}` } })
    await ask('quote.set', { id: act, fields: { role: 'minister' } })
    await ask('person.set', {
      id: 'katsunobu-kato',
      fields: { role: 'prime minister', aliases: ['Kato', '加藤', 'Kato-san'] },
    })
    await ask('person.unmerge', merging)
    expect((await library.get('briefs', 'morning')).body).toBe(`At noon. ${body}`)
    expect(await library.get('quotes', act)).toMatchObject({ person: 'kato', role: 'minister' })
    expect(await library.get('people', 'katsunobu-kato')).toMatchObject({
      role: 'prime minister',
      aliases: ['Kato-san'],
      organisation: null,
    })
  })

  test('leads earlier states and what comes back from the trash to the kept one', async () => {
    const desk = await deskWithTwo()
    const { ask, library, act } = desk
    await ask('brief.set', { id: 'evening', fields: { body: 'Nothing.' } })
    await ask('record.delete', { id: act, evenIfUsed: true })
    await ask('person.merge', merging)
    const at = (await library.versions('evening')).at(-1) ?? ''
    expect((await ask('version.restore', { id: 'evening', at })).record).toMatchObject({
      body: ':person[He]{#katsunobu-kato} again.',
    })
    expect((await ask('trash.restore', { id: act })).record).toMatchObject({ person: 'katsunobu-kato' })
  })

  test('loses nothing when the library is closed: the other one comes back from the trash as it was', async () => {
    const desk = await deskWithTwo()
    const other = await desk.library.get('people', 'kato')
    await desk.ask('person.merge', merging)
    await desk.library.close()
    const { ask, library } = await openDesk({}, desk.folder)
    await expect(ask('person.unmerge', merging)).rejects.toThrow(/in the trash/)
    expect((await ask('trash.restore', { id: 'kato' })).record).toEqual(other)
    await ask('brief.set', { id: 'evening', fields: { body: ':person[]{#kato}' } })
    await library.close()
    const later = await openDesk({}, desk.folder)
    await later.ask('brief.set', { id: 'evening', fields: { body: 'Nothing.' } })
    const at = (await later.library.versions('evening')).at(-1) ?? ''
    expect((await later.ask('version.get', { id: 'evening', at })).record).toMatchObject({
      body: ':person[]{#kato}',
    })
  })

  test('is refused for one and the same, and for who is not there, and changes nothing', async () => {
    const desk = await deskWithTwo()
    const before = await stateOf(desk)
    const { ask } = desk
    await expect(ask('person.merge', { keep: 'kato', merge: 'kato' })).rejects.toThrow(/with itself/)
    await expect(ask('person.merge', { keep: 'kato', merge: 'nobody' })).rejects.toThrow(/no person "nobody"/)
    await expect(ask('person.merge', { keep: 'morning', merge: 'kato' })).rejects.toThrow(/no person/)
    expect(await stateOf(desk)).toEqual(before)
  })

  test('keeps the other one’s id from becoming another’s', async () => {
    const { ask } = await deskWithTwo()
    await ask('person.merge', merging)
    await expect(ask('record.rename', { id: 'katsunobu-kato', to: 'kato' })).rejects.toThrow(
      /something else before/,
    )
    expect((await ask('person.create', { fields: { name: 'Kato' } })).id).toBe('kato-2')
  })
})

test('a person who is quoted is deleted only when asked again', async () => {
  const { ask, act } = await deskWithTwo()
  await ask('brief.set', { id: 'morning', fields: { body: '' } })
  await ask('brief.set', { id: 'evening', fields: { body: '' } })
  await expect(ask('record.delete', { id: 'kato' })).rejects.toThrow(`the evidence ${act}`)
})

test('references to people are checked', async () => {
  const { ask } = await deskWithTwo()
  await ask('brief.set', { id: 'morning', fields: { body: 'Said :person[]{#kato} to :person[]{#nobody}.' } })
  const { findings } = await ask('brief.verify', { id: 'morning' })
  expect(findings.filter(({ rule }) => rule === 'reference-dangling')).toMatchObject([{ evidence: 'nobody' }])
})

test('a quote whose speaker is named like one person is theirs, whether or not that was said', async () => {
  const { ask } = await openDesk({})
  const { id } = await ask('person.create', {
    fields: { name: 'Katsunobu Kato', aliases: ['the finance minister'] },
  })
  const said = (speaker: string) =>
    ask('quote.create', {
      place: null,
      fields: { speaker, text: 'It does exist as an option.', kind: 'opinion' },
    })
  expect((await said('The finance minister')).person).toBe(id)
  expect((await said('Nicholas Smith')).person).toBeNull()
})
