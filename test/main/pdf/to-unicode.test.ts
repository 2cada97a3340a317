import { expect, test } from 'vitest'
import { withoutNothing } from '../../../main/pdf/to-unicode.ts'

test('no code says U+0000, and what says a character stays', () => {
  expect(withoutNothing('2 beginbfchar\n<0010> <0000>\n<0011> <0041>\nendbfchar')).toBe(
    '2 beginbfchar\n<0010> <FFFD>\n<0011> <0041>\nendbfchar',
  )
})

test('a range that begins with nothing says of none of its codes what it is', () => {
  expect(withoutNothing('1 beginbfrange\n<0010> <0012> <0000>\nendbfrange')).toBe(
    '1 beginbfrange\n<0010> <0012> [ <FFFD> <FFFD> <FFFD> ]\nendbfrange',
  )
})

test('the ends of a range are no characters', () => {
  const cmap =
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0000> <0002> <0041>\nendbfrange'
  expect(withoutNothing(cmap)).toBe(cmap)
})
