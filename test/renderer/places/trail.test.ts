import { describe, expect, test } from 'vitest'
import { type Place, stepped, type Trail, visited } from '../../../renderer/places/trail.ts'

const one: Place = { room: 'briefs', open: 'one' }
const two: Place = { room: 'briefs', open: 'two' }
const source: Place = { room: 'sources', open: 'article' }
const start: Trail = { before: [], at: { room: 'briefs', open: null }, after: [] }
const through = (...places: Place[]) => places.reduce(visited, start)
const always = () => true

describe('the trail of places', () => {
  test('what is opened first takes the place of the empty room', () => {
    expect(through(one)).toEqual({ before: [], at: one, after: [] })
  })

  test('a search that is typed on with is one place, and one that was come back to stays', () => {
    const yen: Place = { room: 'search', open: 'yen' }
    const bond: Place = { room: 'search', open: 'bond' }
    const trail = through(one, { room: 'search', open: 'ye' }, yen, source)
    expect(trail.before).toEqual([one, yen])
    const back = stepped(trail, -1, always) ?? start
    expect(visited(back, bond)).toEqual({ before: [one, yen], at: bond, after: [] })
  })

  test('goes back and forward again', () => {
    const trail = through(one, two, source)
    const back = stepped(trail, -1, always)
    expect(back).toEqual({ before: [one], at: two, after: [source] })
    expect(back && stepped(back, 1, always)).toEqual(trail)
  })

  test('ends at its ends', () => {
    expect(stepped(through(one), -1, always)).toBeNull()
    expect(stepped(through(one, two), 1, always)).toBeNull()
  })

  test('another place after a step back takes away what lay ahead', () => {
    const back = stepped(through(one, two), -1, always) ?? start
    expect(visited(back, source)).toEqual({ before: [one], at: source, after: [] })
  })

  test('what is closed in a room is no place of its own', () => {
    expect(through(one, { room: 'briefs', open: null })).toEqual(through(one))
    expect(through(one, one)).toEqual(through(one))
  })

  test('goes past what is no more, and forgets it', () => {
    const trail = through(one, two, source)
    expect(stepped(trail, -1, place => place.open !== 'two')).toEqual({
      before: [],
      at: one,
      after: [source],
    })
  })

  test('does not stand still where only what lay between is gone', () => {
    const trail = through(one, two, one)
    expect(stepped(trail, -1, place => place.open !== 'two')).toBeNull()
  })

  test('keeps a hundred steps', () => {
    const places = Array.from({ length: 150 }, (_, at): Place => ({ room: 'briefs', open: `${at}` }))
    expect(through(...places).before).toHaveLength(100)
  })
})
