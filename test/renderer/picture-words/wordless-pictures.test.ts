import { expect, test } from 'vitest'
import { wordlessPictures, writtenWords } from '../../../renderer/picture-words/wordless-pictures.ts'

test('pictures without words are found by the place between their brackets', () => {
  expect(wordlessPictures('\n\n![](attachment:a)\n\n![](attachment:b)\n\n![words](c)', 10)).toEqual([14, 33])
})

test('words are written so that they stay between the brackets', () => {
  expect(writtenWords(' A chart [of 2025]\n, C:\\ ')).toBe('A chart \\[of 2025\\] , C:\\\\')
})
