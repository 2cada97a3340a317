import { describe, expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import { isCertain } from '../../../shared/extract/pending.ts'

const eventsIn = (text: string) => findEvidence(text, '2025-05-03').events
const titlesIn = (text: string) => eventsIn(text).map(({ title }) => title)

describe('what happens at a date', () => {
  test.each([
    ['The ferry sank on Tuesday.', 'The ferry sank'],
    ['On Tuesday, the ferry sank.', 'The ferry sank'],
    ['The ferry sank on Tuesday morning.', 'The ferry sank'],
    [
      'By June the harbour wall will be finished, the council says.',
      'The harbour wall will be finished, the council says',
    ],
    [
      'The lock will open on **9 June 2025**, the canal trust said.',
      'The lock will open, the canal trust said',
    ],
    ['The mill, in 2019, burned.', 'The mill burned'],
    ['The mill (built in 1987) burned again.', 'The mill built'],
    ['A July report praised the mill.', 'A report praised the mill'],
    ['An October report praised the mill.', 'A report praised the mill'],
    ['The town argued over Tuesday’s strike.', 'The town argued over the strike'],
    ['The trust sold [the mill on 9 June 2024](https://example.org/mill).', 'The trust sold the mill'],
    ['The trust sold the mill[^2] in 2019.', 'The trust sold the mill'],
    ['1. Rents doubled in 2019.', 'Rents doubled'],
    ['3 The charter of 1987 protects the mill.', 'The charter protects the mill'],
    ['Tuesday', 'Tuesday'],
  ])('%s', (text, title) => {
    expect(titlesIn(text)).toEqual([title])
  })

  const tail =
    'and the miller, who had hoped for a grant from the county all through that long winter, moved to the coast'

  test.each([
    ['the clause around it', `The mill burned on 9 June 2024, ${tail}.`, 'The mill burned'],
    [
      'it without what joins it',
      `Rain fell all night, and the mill flooded in March, ${tail}.`,
      'The mill flooded',
    ],
    [
      'its verb with a subject that stands apart',
      `The old mill, which once ground all the barley of the county and its neighbours, was sold in March, ${tail}.`,
      'The old mill was sold',
    ],
    [
      'what "which" stands for',
      `The town bought the old mill, which was built in 1987, ${tail}.`,
      'The old mill was built',
    ],
    [
      'the main clause where the date stands beside it',
      `The mill will grind again, with flour for all by June, ${tail}.`,
      'The mill will grind again, with flour for all',
    ],
    [
      'who spoke with what was said',
      'The mill will be sold to whoever offers most for it and for its land, the trust said on Tuesday.',
      'The trust said the mill will be sold to whoever offers most for it',
    ],
  ])('in a long sentence is %s', (_, text, title) => {
    expect(titlesIn(text)).toEqual([title])
  })

  test('is told in few words, and no loose one ends them', () => {
    const [title = ''] = titlesIn(
      'The mill and the granary will both be sold in June to the family from the valley that offers the most to the trust for them.',
    )
    expect(title).toBe('The mill and the granary will both be sold to the family from the valley')
  })
})

describe('how sure it is', () => {
  const isSure = (text: string) => eventsIn(text).map(isCertain)

  test.each([
    'The ferry sank on Tuesday.',
    'Mills that burned were rebuilt in March.',
    'Parliament votes on 9 June.',
    'On 9 June at the town hall, the board votes.',
  ])('sure, with a subject and a verb: %s', text => {
    expect(isSure(text)).toEqual([true])
  })

  test.each([
    'The old mill at dusk, June 2024',
    'They did so in 2019.',
    'A miller who had sold his mill in 2019.',
    'is to be sold in June',
    'The mill burned down, much as the granary of the county and the barns around it in 1987, and nobody ever came back.',
  ])('not sure without: %s', text => {
    expect(isSure(text)).toEqual([false])
  })

  test('a line with the author’s name and a date tells of no event', () => {
    const [event] = eventsIn('By Ann Bell – 2 May 2025\n\nAll was well.')
    expect(event?.title).toBe(event?.text)
    expect(event?.confidence).toBeLessThan(0.5)
  })
})
