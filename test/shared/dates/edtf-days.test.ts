import { describe, expect, test } from 'vitest'
import { firstDay, lastDay } from '../../../shared/dates/edtf-days.ts'
import { formatEdtf } from '../../../shared/dates/format-edtf.ts'
import { isEdtf } from '../../../shared/dates/is-edtf.ts'
import { namesRealDays } from '../../../shared/dates/names-real-days.ts'
import { edtfTable, noDays, noEdtf } from './edtf-table.ts'

describe('an EDTF date of level 1', () => {
  test.each(edtfTable)('$edtf is from $first to $last', ({ edtf, first, last }) => {
    expect(isEdtf(edtf)).toBe(true)
    expect(namesRealDays(edtf)).toBe(true)
    expect([firstDay(edtf)?.toString() ?? null, lastDay(edtf)?.toString() ?? null]).toEqual([first, last])
  })

  test.each(edtfTable)('$edtf is said in words that keep what is not certain', ({ edtf }) => {
    const words = formatEdtf(edtf)
    expect(words).not.toMatch(/[~?%X/]|\.\./)
    expect(/about|approximately|around|circa/i.test(words)).toBe(/[~%]/.test(edtf))
    expect(/perhaps|possibly|uncertain|probably/i.test(words)).toBe(/[?%]/.test(edtf))
  })

  test.each(noDays)('%s names a day that there is not', text => {
    expect(namesRealDays(text)).toBe(false)
  })

  test.each(noEdtf)('%s is none', text => {
    expect(isEdtf(text)).toBe(false)
  })
})
