import { expect, test } from 'vitest'
import { marksOf, smartMark } from '../../../renderer/editor/smart-marks.ts'

/** A line as it becomes when it is typed key by key, in a text that has other words already. */
function typed(keys: string, text = ''): string {
  let line = ''
  for (const key of keys) {
    const marks = marksOf(text)
    const mark = marks && smartMark(line, key, marks)
    line = mark ? line.slice(0, line.length - mark.cut) + mark.insert : line + key
  }
  return line
}

test.each([
  ['He said "it is an \'option\'".', 'He said “it is an ‘option’”.'],
  ["Japan's bonds, don't", 'Japan’s bonds, don’t'],
  ['("no")', '(“no”)'],
  ['2024--25 -- so...', '2024–25 – so…'],
  ['**"No"**', '**“No”**'],
])('%s is set as %s', (keys, set) => {
  expect(typed(keys)).toBe(set)
})

test.each([
  '---',
  '| --- | :--: |',
  '<!-- asked -->'.slice(0, 4),
  '`"a" -- b`',
  '::decision{options="agreed, noted"}',
  ':quote["words"]{#kato}',
  '[chart](https://example.org/a--b)',
])('%s stays as it is typed', keys => {
  expect(typed(keys)).toBe(keys)
})

test('a text goes on with the marks it has', () => {
  expect(typed('Er sagte "ja, \'gern\'".', 'Kato: „Nein“.')).toBe('Er sagte „ja, ‚gern‘“.')
  expect(typed('Il dit "oui", l\'an', 'Kato : « Non ».')).toBe('Il dit «\u202foui\u202f», l’an')
})

test('Japanese is left alone', () => {
  expect(typed('"日本"', '加藤財務相は「選択肢として存在する」と述べた。')).toBe('"日本"')
})
