import { expect, test } from 'vitest'
import { tableHtml } from '../../../shared/markdown/table-html.ts'

const table = (align: 'left' | null, cells: readonly string[]) =>
  tableHtml({ attributes: '', align: [align], head: ['Held'], rows: cells.map(cell => [cell]) }, '.')

test('a column of figures is on the right, head and all', () => {
  expect(table(null, ['12', '3.5'])).toBe(
    '<table>\n<thead><tr><th scope="col" class="align-right">Held</th></tr></thead>\n<tbody>\n' +
      '<tr><td class="align-right figures">12<span class="after-mark" data-widest="\n.0"></span></td></tr>\n' +
      '<tr><td class="align-right figures">3<span class="after-mark" data-widest="\n.0">.5</span></td></tr>\n' +
      '</tbody>\n</table>\n',
  )
})

test('says where marks of sources and notes hang in it', () => {
  expect(table(null, ['12<sup>1</sup>'])).toContain('<th scope="col" class="align-right marked">')
})

test('an alignment that the author set stays as it is', () => {
  expect(table('left', ['12', '3.5'])).toContain('<tr><td class="align-left">12</td></tr>')
})

test('a column of words has none', () => {
  expect(table(null, ['twelve'])).toContain('<tr><td>twelve</td></tr>')
})
