import { expect, test } from 'vitest'
import { placeNow } from '../../../renderer/places/place-now.ts'
import { openBrief, openSource, room } from '../../../renderer/state/desk.ts'
import type { Brief, Source } from '../../../shared/model/records.ts'

test('a place is the same one for as long as one stays, however much is typed there', () => {
  openBrief.value = { id: 'morning', body: 'A' } as Brief
  const before = placeNow.value
  expect(before).toEqual({ room: 'briefs', open: 'morning' })
  openBrief.value = { id: 'morning', body: 'AB' } as Brief
  expect(placeNow.value).toBe(before)
  openSource.value = { id: 'article' } as Source
  expect(placeNow.value).toBe(before)
  room.value = 'sources'
  expect(placeNow.value).toEqual({ room: 'sources', open: 'article' })
})
