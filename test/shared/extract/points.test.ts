import { expect, test } from 'vitest'
import { pointsIn } from '../../../shared/extract/points.ts'

test.each([
  ['Bell leads Ito by 4 points.', '4', 'pp'],
  ['She had a six-point advantage over him.', '6', 'pp'],
  ['The index gained 64.06 points.', '64.06', 'point'],
])('%s', (text, value, unit) => {
  expect(pointsIn(text)).toMatchObject([{ value, unit }])
})

test.each(['At one point it rained.', 'She made two points about the wall.'])('%s has none', text => {
  expect(pointsIn(text)).toEqual([])
})
