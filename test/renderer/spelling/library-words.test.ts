import { expect, test } from 'vitest'
import { createLibraryWords } from '../../../renderer/spelling/library-words.ts'
import { emptyLists } from '../../../renderer/state/lists.ts'
import { aQuote } from '../../shared/people/a-person.ts'

test('the words of evidence and of names are known as they are written, in the genitive and within others too', async () => {
  const quote = aQuote('quote-1', { text: 'Kato’s l’État holds Viet-Nam', organisation: 'Nihon Ginkō' })
  const isKnown = await createLibraryWords().of({ ...emptyLists, quotes: [quote] })
  const tried = [
    'Kato',
    'Kato’s',
    "Kato's",
    'État',
    'l’État',
    'Viet',
    'Ginkō',
    'Ginkō’s',
    'kato',
    'Gink',
    'Holds',
  ]
  expect(tried.filter(isKnown)).toEqual([
    'Kato',
    'Kato’s',
    "Kato's",
    'État',
    'l’État',
    'Viet',
    'Ginkō',
    'Ginkō’s',
  ])
})

test('what comes to a library is read, and what has been read is not read again', async () => {
  const words = createLibraryWords()
  const first = aQuote('quote-1', { text: 'Jesper' })
  await words.of({ ...emptyLists, quotes: [first] })
  const reads: string[] = []
  const watched = new Proxy(first, {
    get: (record, key) => {
      reads.push(String(key))
      return Reflect.get(record, key)
    },
  })
  const second = aQuote('quote-2', { text: 'Kolltun' })
  const known = await words.of({ ...emptyLists, quotes: [second, first] })
  expect(['Jesper', 'Kolltun'].every(known)).toBe(true)
  await words.of({ ...emptyLists, quotes: [watched, second] })
  const once = reads.length
  expect(once).toBeGreaterThan(0)
  await words.of({ ...emptyLists, quotes: [second, watched] })
  expect(reads).toHaveLength(once)
})

test('a long list leaves the window time between', async () => {
  const quotes = Array.from({ length: 60_000 }, (_, index) =>
    aQuote(`quote-${index}`, { text: `one two three four five six seven ${index} Kolltun` }),
  )
  let turns = 0
  const timer = setInterval(() => turns++)
  const known = await createLibraryWords().of({ ...emptyLists, quotes })
  clearInterval(timer)
  expect(known('Kolltun')).toBe(true)
  expect(turns).toBeGreaterThan(0)
})
