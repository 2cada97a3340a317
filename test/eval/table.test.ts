import { expect, test } from 'vitest'
import { evalTable } from './table.ts'

test('one line a measure, one column a tool, and a star at the best', () => {
  const row = { text: 'own texts', measure: 'date value F1', count: 7 }
  const rows = [
    { ...row, tool: 'ours', score: 90 },
    { ...row, tool: 'theirs', score: 81.25 },
    { ...row, measure: 'value and unit F1', tool: 'ours', score: 70 },
    { ...row, measure: 'value and unit F1', tool: 'theirs', score: null },
  ]
  expect(evalTable(rows, ['ours', 'theirs']).split('\n')).toEqual([
    'texts      measure            n   ours  theirs',
    'own texts  date value F1      7  90.0*   81.3 ',
    'own texts  value and unit F1  7  70.0*       –',
  ])
})
