import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../../../main/terminal/run-command.ts'
import { parseCall, WrongUsage } from '../../../main/terminal/usage.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'

/** A terminal in a folder with an article in it, before a library that is named. */
async function openTerminal(print = async () => new TextEncoder().encode('%PDF-1.7')) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'article.md'), '# Holdings\n\nJapan holds $1.13 trillion.')
  const chosen = { sources: [] as string[], file: null as string | null }
  const { answer, library } = await openDesk({
    dialogs: { chooseSources: async () => chosen.sources, chooseExport: async () => chosen.file },
    printer: { print },
  })
  const run = async (...words: string[]) => {
    const call = parseCall([...words, '--library', 'library'])
    if ('helpFor' in call) throw new Error('That asks for help.')
    return runCommand(call, {
      answer,
      folder,
      choose: choice => void Object.assign(chosen, choice),
      standardInput: async () => new Uint8Array(),
    })
  }
  const titles = () => library.list('sources').map(({ title }) => title)
  return { run, titles, folder }
}

describe('make', () => {
  test.each([
    ['an unknown template', ['--template', 'haiku', '--to', 'x.pdf'], /There is no template “haiku”/],
    ['a target in no folder', ['--to', 'none/x.pdf'], /the folder is not there/],
    [
      'a target that is no PDF',
      ['--to', 'article.md'],
      /a file that is not an export of Dispatch Box has that name/,
    ],
    [
      'evidence beside the target that is somebody’s own',
      ['--to', 'own.md'],
      /own\.json: a file that is not an export of Dispatch Box has that name/,
    ],
  ])('refuses %s before it keeps anything', async (_name, words, message) => {
    const { run, titles, folder } = await openTerminal()
    writeFileSync(join(folder, 'own.json'), '{}')
    await expect(run('make', 'article.md', ...words)).rejects.toThrow(message)
    expect(titles()).toEqual([])
  })

  test('says what the library keeps where a later step fails', async () => {
    const { run, titles } = await openTerminal(async () => Promise.reject(new Error('no paper')))
    await expect(run('make', 'article.md', '--to', 'x.pdf')).rejects.toThrow(
      /no paper.*\nThe library keeps what was made before that: the source holdings, its evidence, the brief holdings-2\.$/,
    )
    expect(titles()).toEqual(['Holdings'])
  })
})

test('an export in a terminal names each file that it wrote, and takes a version and a look', async () => {
  const { run, folder } = await openTerminal()
  await run('new', '--template', 'lines-to-take', '--title', 'Holdings')
  const { lines, json } = await run(
    'export',
    'holdings',
    '--to',
    'a.md',
    '--notes',
    'end',
    '--paper',
    'letter',
  )
  expect(lines.slice(0, 2)).toEqual([join(folder, 'a.md'), join(folder, 'a.json')])
  expect(json).toMatchObject({ format: 'md', also: [join(folder, 'a.json')] })
  await expect(run('export', 'holdings', '--to', 'a.md', '--version', 'v1')).rejects.toThrow('never issued')
  await expect(run('export', 'holdings', '--to', 'a.md', '--version', 'one')).rejects.toThrow(WrongUsage)
  await expect(run('export', 'holdings', '--to', 'a.odt')).rejects.toThrow(/“a\.odt” does not end in \.pdf/)
  await expect(run('export', 'holdings', '--to', 'a.pdf', '--notes', 'top')).rejects.toThrow(/notes/)
})

test('import gives what was imported, and why the others were not', async () => {
  const { run, folder } = await openTerminal()
  writeFileSync(join(folder, 'empty.md'), '')
  expect(await run('import', 'article.md', 'empty.md')).toMatchObject({
    json: { sources: [{ id: 'holdings', title: 'Holdings' }] },
    failures: [expect.stringContaining('“empty.md” is empty')],
  })
  await expect(run('import', 'empty.md')).rejects.toThrow('“empty.md” is empty')
})

test('import says of words that are there already that they are known', async () => {
  const { folder, run } = await openTerminal()
  writeFileSync(join(folder, 'article.md'), '# Rates held\n\nThe bank held rates.')
  writeFileSync(join(folder, 'again.txt'), 'Rates held\n\nThe bank  held rates.\n')
  const first = await run('import', 'article.md')
  expect(first.lines).toEqual(['rates-held\tRates held'])
  expect(await run('import', 'again.txt')).toMatchObject({
    json: { sources: [{ id: 'rates-held' }], known: ['rates-held'] },
    lines: ['rates-held\tRates held\tknown'],
  })
})

test.each(['poems', 'constructor', 'toString', '__proto__'])('there is no list of %s', async name => {
  const { run } = await openTerminal()
  await expect(run('list', name)).rejects.toThrow(WrongUsage)
})
