import { expect, test } from 'vitest'
import { exampleBrief } from '../../../shared/verify/example-records.ts'
import { verifyBrief } from '../../../shared/verify/verify-brief.ts'

const table = '| A | B |\n|---|---|\n| c | d |'
const body = `One.[^a]

${table}

[^a]: A note.

    ${table.replaceAll('\n', '\n    ')}

> ${table.replaceAll('\n', '\n> ')}

- Item.

  ${table.replaceAll('\n', '\n  ')}
`

function linesOf(brokenTables: number[]): number[] {
  const findings = verifyBrief({ ...exampleBrief(body), brokenTables })
  return findings.filter(({ rule }) => rule === 'table-too-wide').map(({ line }) => line)
}

test('tables are counted as they stand in the text, and those of notes apart', () => {
  expect(linesOf([0, 1, 2])).toEqual([3, 13, 19])
  expect(linesOf([-1])).toEqual([1])
  expect(linesOf([])).toEqual([])
})
