import { describe, expect, test } from 'vitest'
import type { Place } from '../../../renderer/places/trail.ts'
import {
  arrived,
  besideFront,
  nextInSight,
  onlyThose,
  type Tabs,
  withoutTab,
  withTab,
} from '../../../renderer/tabs/tab-list.ts'

const [one, two, three, four]: Place[] = ['one', 'two', 'three', 'four'].map(open => ({
  room: 'briefs',
  open,
})) as [Place, Place, Place, Place]
const tabs = (front: number): Tabs => ({ all: [one, two, three], front })

describe('tabs', () => {
  test('the front one shows what comes in sight, unless another one has it', () => {
    expect(arrived(tabs(1), four)).toEqual({ all: [one, four, three], front: 1 })
    expect(arrived(tabs(1), { ...three })).toEqual({ all: [one, two, three], front: 2 })
  })

  test('a new one stands beside the front one, each place once', () => {
    expect(withTab(tabs(0), four)).toEqual({ all: [one, four, two, three], front: 0 })
    expect(withTab(tabs(2), { ...one })).toEqual(tabs(2))
  })

  test('one that is closed or gone leaves the same one in front', () => {
    expect(withoutTab(tabs(2), { ...one })).toEqual({ all: [two, three], front: 1 })
    expect(withoutTab(tabs(0), three)).toEqual({ all: [one, two], front: 0 })
    expect(onlyThose(tabs(1), () => false)).toEqual({ all: [two], front: 0 })
  })

  test('the next one comes in sight, after the last the one before', () => {
    expect([0, 1, 2].map(front => nextInSight(tabs(front)))).toEqual([two, three, two])
    expect(nextInSight({ all: [one], front: 0 })).toBeNull()
  })

  test('one goes round and round', () => {
    expect([besideFront(tabs(2), 1), besideFront(tabs(0), -1)]).toEqual([one, three])
    expect(besideFront({ all: [one], front: 0 }, 1)).toBeNull()
  })
})
