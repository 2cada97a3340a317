import { expect, test } from 'vitest'
import { FolderNames, stemOf } from '../../../main/exchange/file-names.ts'

test.each([
  ['What: a “day”?', 'What a “day”'],
  ['a/b\\c', 'a b c'],
  ['../../etc/passwd', 'etc passwd'],
  ['CON', 'CON file'],
  ['nul.txt', 'nul file'],
  ['ends with a dot.', 'ends with a dot'],
  [' .hidden ', 'hidden'],
  ['\u202Egnp.exe\u0000', 'gnp.exe'],
  ['***', 'untitled'],
  ['日本国債', '日本国債'],
])('%j is named %j', (words, stem) => {
  expect(stemOf(words)).toBe(stem)
})

test('a long title is cut between characters, below what any system takes', () => {
  const stem = stemOf('👩‍👩‍👧‍👦'.repeat(100))
  expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(120)
  expect(stem).toMatch(/^(?:👩‍👩‍👧‍👦)+$/u)
})

test('names that differ in capitals or in the form of an accent alone are told apart by a number', () => {
  const names = new FolderNames()
  expect(['Café', 'CAFÉ', 'Cafe\u0301', 'Straße', 'STRASSE'].map(words => names.take(words))).toEqual([
    'Café',
    'CAFÉ 2',
    'Café 3',
    'Straße',
    'STRASSE 2',
  ])
})
