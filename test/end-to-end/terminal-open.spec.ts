// A brief exported, opened from its PDF elsewhere and exported again, from a terminal and in the window, on the built app.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { attachedIn } from '../../main/pdf/attached-files.ts'
import { projectRoot } from '../../scripts/executable.mjs'
import { archiveProblems } from '../proof-pdf/archive-check.ts'
import { structureProblems } from '../proof-pdf/structure-check.ts'
import { answerOpenDialog, chooseMenu, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'
import { brief } from './terminal.ts'

const article = join(projectRoot, 'resources/sample/japan-treasuries.md')
const names = ['brief.md', 'evidence.json', 'sources.json']

async function carriedBy(file: string): Promise<Record<string, string>> {
  const files = await attachedIn(readFileSync(file), name => names.includes(name), 1_000_000)
  return Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

/** Evidence without its place, which is where its words stand in the text that is there. */
function saidBy(evidence = '{}'): unknown {
  return JSON.parse(evidence, (name, value) => (name === 'anchor' ? value?.quote.exact : value))
}

/** A brief with evidence of each kind in `first`, printed to a.pdf. */
async function exported(folder: string) {
  const typed = ['make', article, '--date', '2025-05-03', '--template', 'briefing-paper', '--to', 'a.pdf']
  const made = await brief(folder, [...typed, '--library', 'first', '--json'])
  expect(made, made.error).toMatchObject({ code: 0 })
  return { id: JSON.parse(made.out).brief as string, pdf: join(folder, 'a.pdf') }
}

test('a brief opened from its PDF is the same brief, and its PDF carries the same again', async ({
  folder,
}) => {
  const { id, pdf } = await exported(folder)
  const there = (...words: string[]) => brief(folder, [...words, '--library', 'other'])
  const opened = await there('open', 'a.pdf')
  expect(opened).toEqual({ code: 0, out: `${id}\n`, error: expect.any(String) })
  expect((await there('export', id, '--to', 'b.pdf')).code).toBe(0)

  const [first, second] = [await carriedBy(pdf), await carriedBy(join(folder, 'b.pdf'))]
  expect(first['brief.md']).not.toBe('')
  expect(second['brief.md']).toBe(first['brief.md'])
  expect(saidBy(second['evidence.json'])).toEqual(saidBy(first['evidence.json']))
  const foundIn = async (library: string) => {
    const { out } = await brief(folder, ['verify', id, '--library', library, '--json'])
    return JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)
  }
  expect(await foundIn('other')).toEqual(await foundIn('first'))

  const again = await brief(folder, ['open', 'b.pdf', '--library', 'other', '--json'])
  expect(JSON.parse(again.out)).toMatchObject({ id, added: 0, renamed: [] })
})

test('the PDF keeps to PDF/A-3a and PDF/UA-1, and no path of this computer is in it', async ({ folder }) => {
  const { pdf } = await exported(folder)
  const bytes = readFileSync(pdf)
  expect((await archiveProblems(bytes)).problems).toEqual([])
  expect((await structureProblems(bytes)).problems).toEqual([])
  const all = JSON.stringify(await carriedBy(pdf))
  for (const words of [folder, projectRoot, 'japan-treasuries.md']) expect(all).not.toContain(words)
})

test('a damaged PDF is refused by name, and nothing of it is taken in', async ({ folder }) => {
  const { pdf } = await exported(folder)
  writeFileSync(pdf, readFileSync(pdf).subarray(0, 20_000))
  const refused = await brief(folder, ['open', 'a.pdf', '--library', 'other'])
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toContain('“a.pdf” ')
  expect((await brief(folder, ['list', '--library', 'other'])).out).toBe('')
})

test('the menu opens a brief from its PDF, and says what of its sources did not come', async ({
  folder,
  openApp,
}) => {
  const { pdf } = await exported(folder)
  const opened = await openApp()
  const { app, page } = opened
  await answerOpenDialog(app, [pdf])
  await chooseMenu(app, 'open-brief')
  await expect(page.getByText('was opened from its PDF')).toBeVisible()
  await expect(page.getByText('only the passages around evidence came')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' }).first()).toHaveValue(/^Japan holds a powerful/)
  await keepScreen(opened, 'opened-from-pdf')
})

test('the PDF of a brief that is dropped is opened as the brief, or its words become a source, as one chooses', async ({
  folder,
  openApp,
}) => {
  const { id, pdf } = await exported(folder)
  const open = await openApp()
  const { page } = open
  const drop = () =>
    page.evaluate(
      numbers => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(numbers)], 'a.pdf', { type: 'application/pdf' }))
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      },
      [...readFileSync(pdf)],
    )
  const asked = page.getByRole('dialog', { name: '“a.pdf” carries a brief' })
  await drop()
  await keepScreen(open, 'dropped-brief')
  await asked.getByRole('button', { name: 'Open as a brief' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue(/^Japan holds/)
  const stored = JSON.parse(readFileSync(join(folder, 'library', 'briefs', `${id}.json`), 'utf8'))
  expect(stored.template).toBe('briefing-paper')

  const sources = join(folder, 'library', 'sources')
  const before = readdirSync(sources)
  await drop()
  await expect(asked).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  expect(readdirSync(sources)).toEqual(before)
  await drop()
  await asked.getByRole('button', { name: 'Import its words' }).click()
  await expect.poll(() => readdirSync(sources).length).toBeGreaterThan(before.length)
})
