import { expect, test } from 'vitest'
import { type TraceEvent, workFromKeyToPaint } from './key-work.ts'

const on = (tid: number) => (name: string, ts: number, dur: number, type?: string) => {
  const event: TraceEvent = { name, ph: 'X', pid: 1, tid, ts: ts * 1000, dur: dur * 1000 }
  return type === undefined ? event : { ...event, args: { data: { type } } }
}
const [page, other] = [on(1), on(2)]
const task = 'ThreadControllerImpl::RunTask'

test('counts what the thread did from the key to its paint, without the wait between', () => {
  const events = [
    page(task, 0, 10),
    page('EventDispatch', 2, 3, 'keydown'),
    other(task, 10, 50),
    other('Paint', 12, 1),
    page(task, 20, 1),
    page(task, 30, 5),
    page('Paint', 33, 1),
    page(task, 40, 7),
  ]
  expect(workFromKeyToPaint(events)).toEqual([8 + 1 + 5])
})

test('a key that nothing is painted after has no time', () => {
  expect(workFromKeyToPaint([page(task, 0, 10), page('EventDispatch', 2, 3, 'keydown')])).toEqual([])
})
