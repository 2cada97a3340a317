import { expect, test } from 'vitest'
import { renderPageStyle } from '../../../shared/brief/page-style.ts'

test('the marking stands top and bottom, the running title from page 2, and each page has its number', () => {
  const style = renderPageStyle({ title: 'Talks', marking: 'OFFICIAL' })
  expect(style).toContain('@top-center { content: "OFFICIAL"; }')
  expect(style).toContain('@bottom-center { content: "OFFICIAL"; }')
  expect(style).toContain('@bottom-left { content: "Talks"; width: 48mm; }')
  expect(style).toContain('content: "Page " counter(page) " of " counter(pages);')
  expect(style).toMatch(
    /@page :first \{\s*@top-left \{ content: none; \}\s*@bottom-left \{ content: none; \}/,
  )
})

test('without a marking the margins hold none', () => {
  expect(renderPageStyle({ title: 'x', marking: null })).toContain('@top-center { content: none; }')
})

test.each([
  '"; } body { display: none } @page { x: "',
  '\\',
  '\\"',
  'a\nb',
  '</style>',
  "'",
  '/* x',
  '\u0000\ud800',
  '“é😀',
])('a title or marking such as %j stays inside its string', hostile => {
  const style = renderPageStyle({ title: hostile, marking: hostile })
  const plain = renderPageStyle({ title: 'x', marking: 'x' })
  // Every string is plain letters, digits, spaces and escapes; without the strings, the sheets are the same.
  expect(style.replace(/"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"/g, '""')).toBe(plain.replace(/"[^"]*"/g, '""'))
})

test('a running title has the room that there is beside the marking, or without one', () => {
  const title = 'word '.repeat(60)
  expect(renderPageStyle({ title, marking: null })).toMatch(/"(?:word ){8,16}word\\2026 "; width: 110mm/)
  expect(renderPageStyle({ title, marking: 'OFFICIAL' })).toMatch(/"(?:word ){3,6}word\\2026 "; width: 48mm/)
})
