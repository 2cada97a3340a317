import { expect, test } from 'vitest'
import { RecordQueue } from '../../../main/library/record-queue.ts'

const gate = () => Promise.withResolvers<void>()

test('work on one record is done in the order in which it was asked, also after a failure', async () => {
  const queue = new RecordQueue()
  const done: string[] = []
  const first = queue.inTurn(['a'], async () => {
    await Promise.resolve()
    done.push('first')
    throw new Error('no')
  })
  const second = queue.inTurn(['a'], async () => done.push('second'))
  await expect(first).rejects.toThrow('no')
  await second
  expect(done).toEqual(['first', 'second'])
})

test('work on different records does not wait', async () => {
  const queue = new RecordQueue()
  const held = gate()
  const slow = queue.inTurn(['a'], () => held.promise)
  await queue.inTurn(['b'], async () => undefined)
  held.resolve()
  await slow
})

test('work on several records waits for each of them, and each waits for it', async () => {
  const queue = new RecordQueue()
  const [a, both] = [gate(), gate()]
  const done: string[] = []
  const asked = [
    queue.inTurn(['a'], () => a.promise.then(() => void done.push('a'))),
    queue.inTurn(['a', 'b'], () => both.promise.then(() => void done.push('both'))),
    queue.inTurn(['b'], async () => void done.push('b')),
  ]
  both.resolve()
  await Promise.resolve()
  expect(done).toEqual([])
  a.resolve()
  await Promise.all(asked)
  expect(done).toEqual(['a', 'both', 'b'])
})

test('items that wait for the same turn are worked on together, each with its own result', async () => {
  const queue = new RecordQueue()
  const held = gate()
  const rounds: number[][] = []
  const work = async (items: readonly number[]) => {
    rounds.push([...items])
    if (rounds.length === 1) await held.promise
    return items.map(item => item * 10)
  }
  const first = queue.join('a', 1, work)
  await new Promise(resolve => setImmediate(resolve))
  const rest = [2, 3, 4].map(item => queue.join('a', item, work))
  held.resolve()
  expect(await Promise.all([first, ...rest])).toEqual([10, 20, 30, 40])
  expect(rounds).toEqual([[1], [2, 3, 4]])
})

test('an item never joins those that were asked before other work on the record', async () => {
  const queue = new RecordQueue()
  const done: unknown[] = []
  const work = async (items: readonly number[]) => {
    done.push([...items])
    return items
  }
  await Promise.all([
    queue.join('a', 1, work),
    queue.inTurn(['a'], async () => void done.push('removed')),
    queue.join('a', 2, work),
  ])
  expect(done).toEqual([[1], 'removed', [2]])
})
