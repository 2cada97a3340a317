import { describe, expect, test } from 'vitest'
import { createSaveQueue, type SaveState, type Waits } from '../../../renderer/state/save-queue.ts'
import type { Result } from '../../../shared/result.ts'
import { waitFor } from '../../patient.ts'

type Fields = { title?: string; body?: string }
type Sent = { id: string; fields: Fields; answer: (result: Result<unknown>) => void }

const saved: Result<unknown> = { ok: true, value: null }
const full: Result<unknown> = { ok: false, problem: { code: 'unwritable', message: 'the disk is full' } }

/** A queue whose saves are answered by the test. */
function desk(waits: Partial<Waits> = {}) {
  const sent: Sent[] = []
  const drafts: { id: string; fields: Fields }[] = []
  const states: SaveState['is'][] = []
  const queue = createSaveQueue<Fields>({
    waits: () => ({ pause: 1e6, most: 1e7, draft: 1e6, ...waits }),
    keepDraft: (id, fields) => drafts.push({ id, fields }),
    onState: state => states.push(state.is),
    save: (id, fields) => new Promise(answer => sent.push({ id, fields, answer })),
  })
  return { queue, sent, states, drafts }
}

const settled = () => new Promise(done => setTimeout(done, 0))

describe('saving what is typed', () => {
  test('changes of one pause go in one save, the newest of each field', async () => {
    const { queue, sent, states } = desk({ pause: 0 })
    queue.change('one', { body: 'a' })
    queue.change('one', { body: 'ab', title: 'T' })
    await waitFor(() => expect(sent).not.toEqual([]))
    expect(sent.map(({ id, fields }) => ({ id, fields }))).toEqual([
      { id: 'one', fields: { body: 'ab', title: 'T' } },
    ])
    sent[0]?.answer(saved)
    await settled()
    expect(states.at(-1)).toBe('saved')
  })

  test('never two saves at once: what is typed during one goes after it', async () => {
    const { queue, sent } = desk()
    queue.change('one', { body: 'a' })
    const done = queue.flush()
    queue.change('one', { body: 'ab' })
    const doneToo = queue.flush()
    expect(sent).toHaveLength(1)
    sent[0]?.answer(saved)
    await settled()
    expect(sent[1]?.fields).toEqual({ body: 'ab' })
    sent[1]?.answer(saved)
    expect(await done).toBe(true)
    expect(await doneToo).toBe(true)
  })

  test('what waits is taken from a newer state, and nothing that does not wait is sent', async () => {
    const { queue, sent } = desk()
    queue.amend('one', { body: 'nothing waits' })
    queue.change('one', { body: 'a' })
    void queue.flush()
    queue.change('one', { body: 'ab' })
    queue.amend('one', { body: 'theirs, ab', title: 'T' })
    queue.amend('two', { body: 'b' })
    sent[0]?.answer(saved)
    await settled()
    expect(sent.map(({ id, fields }) => ({ id, fields }))).toEqual([
      { id: 'one', fields: { body: 'a' } },
      { id: 'one', fields: { body: 'theirs, ab' } },
    ])
  })

  test('it is not called saved before main has answered', async () => {
    const { queue, sent, states } = desk()
    queue.change('one', { body: 'a' })
    void queue.flush()
    await settled()
    expect(states).not.toContain('saved')
    sent[0]?.answer(saved)
    await settled()
    expect(states.at(-1)).toBe('saved')
  })

  test('a failed save keeps its text, under what was typed since, and goes again', async () => {
    const { queue, sent, states } = desk()
    queue.change('one', { body: 'a', title: 'T' })
    const done = queue.flush()
    queue.change('one', { body: 'ab' })
    sent[0]?.answer(full)
    expect(await done).toBe(false)
    expect(states.at(-1)).toBe('failed')
    void queue.flush()
    await settled()
    expect(sent[1]?.fields).toEqual({ body: 'ab', title: 'T' })
  })

  test('records are saved in the order in which they were changed', async () => {
    const { queue, sent } = desk()
    queue.change('one', { body: 'a' })
    queue.change('two', { body: 'b' })
    void queue.flush()
    sent[0]?.answer(saved)
    await settled()
    expect(sent.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  test('a closing window does not wait for the save under way', async () => {
    const { queue, sent } = desk()
    queue.change('one', { body: 'a' })
    void queue.flush()
    queue.change('one', { body: 'ab' })
    queue.sendAtOnce()
    expect(sent.map(({ fields }) => fields.body)).toEqual(['a', 'ab'])
  })

  test('what was not sent of a deleted record is forgotten', async () => {
    const { queue, sent } = desk()
    queue.change('one', { body: 'a' })
    queue.forget('one')
    expect(await queue.flush()).toBe(true)
    expect(sent).toEqual([])
  })
})

describe('keeping drafts of what is typed', () => {
  test('a draft has everything that is not saved, what is on its way included', async () => {
    const { queue, sent, drafts } = desk({ draft: 0 })
    queue.change('one', { title: 'T' })
    void queue.flush()
    queue.change('one', { body: 'a' })
    queue.change('one', { body: 'ab' })
    await waitFor(() => expect(drafts).toEqual([{ id: 'one', fields: { title: 'T', body: 'ab' } }]))
    expect(sent).toHaveLength(1)
  })

  test('a save that failed leaves a draft at once', async () => {
    const { queue, sent, drafts } = desk()
    queue.change('one', { body: 'a' })
    const done = queue.flush()
    sent[0]?.answer(full)
    expect(await done).toBe(false)
    expect(drafts).toEqual([{ id: 'one', fields: { body: 'a' } }])
  })

  test('typing that never pauses is saved all the same', async () => {
    const { queue, sent } = desk({ pause: 30, most: 60 })
    const start = performance.now()
    while (sent.length === 0 && performance.now() - start < 5000) {
      queue.change('one', { body: 'a' })
      await new Promise(done => setTimeout(done, 5))
    }
    expect(sent).toHaveLength(1)
  })
})
