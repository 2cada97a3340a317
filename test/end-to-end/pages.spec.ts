// Where notes, contents and everything else come to stand on paper, on the built app.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as plain } from '@playwright/test'
import type { Finding } from '../../shared/verify/finding.ts'
import { generatedBrief } from '../proof-pdf/generated-brief.ts'
import { laidOutPdf } from '../proof-pdf/laid-out-pdf.ts'
import { lookAt } from '../proof-pdf/look-at.ts'
import { stressBrief } from '../proof-pdf/stress-brief.ts'
import { stressEvents } from '../proof-pdf/stress-events.ts'
import { test } from './desk.ts'
import { brief } from './terminal.ts'

for (const [name, body, form] of [
  ['ten pages', generatedBrief(10)],
  ['what is hard to set', stressBrief()],
  ['the same with hyphens on other paper', stressBrief(), { hyphens: true, paper: 'letter' }],
] as const) {
  plain(
    `a brief of ${name} has its notes, contents, words and tags where they belong, each time the same`,
    async () => {
      for (const look of await lookAt(body, stressEvents, form)) {
        expect(look.problems, look.name).toEqual([])
        expect(look.looked, look.name).toBeGreaterThan(0)
      }
    },
  )
}

/** A brief of that Markdown as it is printed, and what the checks found. */
async function printed(folder: string, body: string) {
  writeFileSync(join(folder, 'body.md'), body)
  const library = ['--library', join(folder, 'library')]
  await brief(folder, [
    'new',
    '--template',
    'briefing-paper',
    '--title',
    'Brief',
    '--body',
    'body.md',
    ...library,
  ])
  const made = await brief(folder, ['export', 'brief', '--to', 'x.pdf', '--json', ...library])
  expect(made).toMatchObject({ code: 0 })
  const { findings } = JSON.parse(made.out) as { findings: Finding[] }
  const { pages, outline } = await laidOutPdf(readFileSync(join(folder, 'x.pdf')))
  const words = pages.map(page => page.words)
  return { pages, words, outline, findings, rules: findings.map(({ rule }) => rule) }
}

test('a page ends where it is told to, and a wide table keeps its columns', async ({ folder }) => {
  const columns = Array.from({ length: 12 }, (_, index) => `Administration${index}`)
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const table = [columns, columns.map(() => '---'), columns.map(() => '1234567')].map(row).join('\n')
  const { words, findings } = await printed(folder, `One.\n\n::page-break\n\nTwo.\n\n${table}\n`)
  expect(words.map(page => page.includes('Two.'))).toEqual([false, true, false])
  expect(words.join('').replace(/\s/g, '').split('1234567').length - 1).toBe(12)
  // Its words have no room even on a turned page.
  expect(findings).toMatchObject([{ rule: 'table-too-wide', severity: 'warning', line: 7 }])
})

test('a table too wide for the page has turned ones with its heading, head and notes, and the text goes on upright', async ({
  folder,
}) => {
  const columns = Array.from({ length: 8 }, (_, index) => `Administration${index}`)
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const rows = Array.from({ length: 40 }, (_, index) =>
    columns.map((_, column) => (index === 30 && column === 0 ? '30[^a]' : `${index}`)),
  )
  const table = [columns, columns.map(() => '---'), ...rows].map(row).join('\n')
  const { pages, words, rules } = await printed(
    folder,
    `Before.[^b]\n\n## Spent\n\n${table}\n\nAfter.[^c]\n\n[^a]: Note A.\n[^b]: Note B.\n[^c]: Note C.\n`,
  )
  expect(rules).toEqual([])
  expect(pages.map(({ width, height }) => width > height)).toEqual([false, true, true, false])
  const [before, first, second, after] = words
  expect(before).toMatch(/Before\..*Note B\./)
  expect(first).toMatch(/Spent.*Administration7/)
  expect(second).toMatch(/Page 3 of 4.*Administration0.*Administration7.*Note A\./)
  expect(after).toMatch(/After\..*Note C\./)
})

test('a table is told of where words are broken in it, and not where lines may end', async ({ folder }) => {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const tableOf = (cell: (column: number) => string, columns: number) => {
    const all = Array.from({ length: columns }, (_, column) => column)
    return [all.map(column => `C${column}`), all.map(() => '---'), all.map(cell)].map(row).join('\n')
  }
  const address = `https://example.org/${'a'.repeat(250)}`
  const body = [
    tableOf(() => '内閣府経済財政諮問会議資料第三号', 25),
    tableOf(column => (column === 0 ? address : 'Words'), 3),
    `- In a list:\n\n  ${tableOf(() => 'Administration', 9).replaceAll('\n', '\n  ')}`,
    tableOf(() => '1,234,567.89', 90),
    tableOf(() => 'Words of more than one line', 9),
  ].join('\n\nText.\n\n')
  const { findings } = await printed(folder, body)
  const heads = [...body.split('\n').entries()]
    .filter(([, line]) => line.includes('C0'))
    .map(([at]) => at + 1)
  const told = findings.filter(({ rule }) => rule === 'table-too-wide').map(({ line }) => line)
  expect(told).toEqual([heads[2], heads[3]])
})

test('figures of a column stand under their decimal marks, with notes beside them', async ({ folder }) => {
  const cells = ['$1,234.5 billion[^a]', '12', '**0.25**', '−3.75%']
  const table = ['| Held | What |', '|---|---|', ...cells.map(cell => `| ${cell} | words |`)].join('\n')
  const { pages } = await printed(folder, `${table}\n\n[^a]: Note A.\n`)
  const runs = pages[0]?.runs ?? []
  const places = ['.5 billion', '.25', '.75%'].map(text => runs.find(run => run.text === text)?.left ?? 0)
  const whole = runs.find(run => run.text === '12')?.right ?? 0
  expect(Math.min(...places)).toBeGreaterThan(100)
  expect(Math.max(...places, whole) - Math.min(...places, whole)).toBeLessThan(0.1)
  expect(pages[0]?.words).toContain('$1,234.5 billion')
})

test('a heading stands on the page of what it heads, also over a listing longer than that', async ({
  folder,
}) => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`)
  const listing = ['```', ...lines.flatMap(line => [line, '']), '```'].join('\n')
  const { words, outline } = await printed(
    folder,
    `## Before[^a]\n\nText.\n\n## Listing\n\n${listing}\n\n[^a]: Note.\n`,
  )
  const last = words.findLastIndex(page => page.includes('Listing') && page.includes('line 0'))
  expect(last).toBeGreaterThanOrEqual(0)
  expect(words.filter(page => page.includes('line')).length).toBe(words.length - (last === 0 ? 0 : 1))
  expect(outline).toEqual(['Brief', 'Contents', 'Before', 'Listing'])
})

test('text between blocks of a list item goes on over the page', async ({ folder }) => {
  const run = (index: number) =>
    `  \`\`\`\n  code\n  \`\`\`\n  RUN${index} ${'and words that go on '.repeat(9)}`
  const item = `- item\n${Array.from({ length: 16 }, (_, index) => run(index)).join('\n')}`
  const { words, rules } = await printed(folder, `${item}\n\n## Two[^a]\n\nText.\n\n[^a]: Note A.\n`)
  expect(rules).toEqual([])
  expect(words.map(page => page.match(/RUN\d+/g)?.length ?? 0).reduce((sum, count) => sum + count)).toBe(16)
  expect(words[0]?.match(/RUN\d+/g)?.length).toBeGreaterThan(4)
  expect(words.at(-1)).toMatch(/Two.*Note A\./)
})

test('an item of much text with a list in it goes on over the page within its text', async ({ folder }) => {
  const item = `- ${'ITEM and words that go on. '.repeat(200)}\n  - inner\n`
  const { words } = await printed(folder, `${'Words before it. '.repeat(150)}\n\n${item}`)
  const counts = words.map(page => page.match(/ITEM/g)?.length ?? 0)
  expect(counts.reduce((sum, count) => sum + count)).toBe(200)
  expect(counts[0]).toBeGreaterThan(20)
  expect(words.at(-1)).toContain('inner')
})

test('a note longer than a page begins under its call and goes on at the feet of the next pages', async ({
  folder,
}) => {
  const long = 'A sentence of a note that is longer than a page of print. '.repeat(150)
  const body = `Words.[^1] More words.[^2]\n\n[^1]: Short.\n[^2]: ${long}\n\n    Its end.\n`
  const { words, rules } = await printed(folder, body)
  expect(rules).toEqual([])
  expect(words.map(page => page.includes('A sentence of a note'))).toEqual([true, true])
  expect(words[0]).toMatch(/More words.*Short\..*A sentence of a note/)
  expect(words[1]).toContain('Its end.')
  // A sentence may go over the end of a page, a word does not.
  expect(words.join(' ').split('longer').length - 1).toBe(150)
})

test('a note that cannot begin on its page sends all notes after the text, and that is told', async ({
  folder,
}) => {
  const long = 'Words of a cell that is higher than a page. '.repeat(300)
  const body = `Words.[^1]\n\n| One | Two |\n|---|---|\n| ${long}[^2] | x |\n\n[^1]: Short.\n[^2]: Note B.\n`
  const { words, rules } = await printed(folder, body)
  expect(rules).toEqual(['notes-moved'])
  expect(words.at(-1)).toMatch(/Notes.*Short\..*Note B\./)
})
