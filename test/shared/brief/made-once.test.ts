import { expect, test } from 'vitest'
import { madeOnce } from '../../../shared/brief/made-once.ts'

test('is made again for another object and for other arguments, and only then', () => {
  let count = 0
  const made = madeOnce((of: { name: string }, number: number | null) => {
    count += 1
    return `${of.name} ${number}`
  })
  const [one, other] = [{ name: 'one' }, { name: 'one' }]
  expect([made(one, 1), made(one, 1), count]).toEqual(['one 1', 'one 1', 1])
  expect([made(one, 2), made(one, null), made(other, null), count]).toEqual([
    'one 2',
    'one null',
    'one null',
    4,
  ])
  expect([made(one, null), count]).toEqual(['one null', 4])
})
