import { describe, expect, test } from 'vitest'
import { isMarkedEnough, markingSchemes } from '../../../shared/verify/markings.ts'

describe('a marking is high enough', () => {
  test.each(markingSchemes)('in the order of the $name scheme, and not below it', ({ levels }) => {
    for (const [low, lower] of levels.entries()) {
      for (const [high, higher] of levels.entries()) {
        if (low > high) continue
        expect(isMarkedEnough(higher, lower), `${higher} for ${lower}`).toBe(true)
        if (low < high) expect(isMarkedEnough(lower, higher), `${lower} for ${higher}`).toBe(false)
      }
    }
  })

  test('whatever its case, its dashes, and what follows the level', () => {
    expect(isMarkedEnough('Official–Sensitive', 'OFFICIAL-SENSITIVE')).toBe(true)
    expect(isMarkedEnough('SECRET//NOFORN', 'SECRET')).toBe(true)
    expect(isMarkedEnough('TOP SECRET//SI', 'SECRET')).toBe(true)
    expect(isMarkedEnough('UK OFFICIAL', 'UK SECRET')).toBe(false)
  })

  test('a brief without a marking holds only what is in the open', () => {
    expect(isMarkedEnough(null, null)).toBe(true)
    expect(isMarkedEnough(null, 'UNCLASSIFIED')).toBe(true)
    expect(isMarkedEnough(null, 'SECRET')).toBe(false)
  })

  test('nobody can say where no scheme has both', () => {
    expect(isMarkedEnough('INTERNAL', 'SECRET')).toBeNull()
    expect(isMarkedEnough('FOR THE COMMITTEE', 'SECRET')).toBeNull()
    expect(isMarkedEnough('FOR THE COMMITTEE', 'For the committee')).toBe(true)
  })
})
