// Where notes, contents and everything else come to stand on paper, on the built app.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as plain } from '@playwright/test'
import { generatedBrief } from '../proof-pdf/generated-brief.ts'
import { laidOutPdf } from '../proof-pdf/laid-out-pdf.ts'
import { lookAt } from '../proof-pdf/look-at.ts'
import { stressBrief } from '../proof-pdf/stress-brief.ts'
import { test } from './desk.ts'
import { brief } from './terminal.ts'

for (const [name, body] of [
  ['ten pages', generatedBrief(10)],
  ['what is hard to set', stressBrief()],
] as const) {
  plain(
    `a brief of ${name} has its notes, contents, words and tags where they belong, each time the same`,
    async () => {
      for (const look of await lookAt(body)) {
        expect(look.problems, look.name).toEqual([])
        expect(look.looked, look.name).toBeGreaterThan(0)
      }
    },
  )
}

test('a page ends where it is told to, and a wide table keeps its columns', async ({ folder }) => {
  const columns = Array.from({ length: 12 }, (_, index) => `Administration${index}`)
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const table = [columns, columns.map(() => '---'), columns.map(() => '1234567')].map(row).join('\n')
  writeFileSync(join(folder, 'body.md'), `One.\n\n::page-break\n\nTwo.\n\n${table}\n`)
  const library = ['--library', join(folder, 'library')]
  await brief(folder, [
    'new',
    '--template',
    'briefing-paper',
    '--title',
    'Break',
    '--body',
    'body.md',
    ...library,
  ])
  expect(await brief(folder, ['export', 'break', '--to', 'x.pdf', ...library])).toMatchObject({ code: 0 })
  const { pages } = await laidOutPdf(readFileSync(join(folder, 'x.pdf')))
  expect(pages.map(page => /Two\./.test(page.words))).toEqual([false, true])
  const printed = pages
    .map(page => page.words)
    .join('')
    .replace(/\s/g, '')
  expect(columns.filter((_, index) => !printed.includes(`${index}`))).toEqual([])
  expect(printed.split('1234567').length - 1).toBe(12)
})

test('a note that has no room on its page sends all notes after the text, and that is told', async ({
  folder,
}) => {
  const long = 'A sentence of a note that is longer than a page of print. '.repeat(150)
  writeFileSync(join(folder, 'body.md'), `Words.[^1] More words.[^2]\n\n[^1]: Short.\n[^2]: ${long}\n`)
  const library = ['--library', join(folder, 'library')]
  await brief(folder, [
    'new',
    '--template',
    'briefing-paper',
    '--title',
    'Long',
    '--body',
    'body.md',
    ...library,
  ])
  const made = await brief(folder, ['export', 'long', '--to', 'x.pdf', '--json', ...library])
  expect(made.code).toBe(0)
  expect(JSON.parse(made.out).findings).toMatchObject([{ rule: 'notes-moved', severity: 'note' }])
  const { pages } = await laidOutPdf(readFileSync(join(folder, 'x.pdf')))
  const words = pages.map(page => page.words).join(' ')
  expect(words).toContain('Notes')
  expect(words.split('A sentence of a note').length - 1).toBe(150)
})
