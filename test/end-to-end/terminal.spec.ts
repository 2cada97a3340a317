// The main job from a terminal, as it is typed, on the built app.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { test } from './desk.ts'
import { readPdf } from './read-pdf.ts'
import { ask, brief, start } from './terminal.ts'

const sample = join(projectRoot, 'resources/sample/japan-treasuries.md')

test('make turns the sample article into a tagged A4 brief with its speakers, figure and dates', async ({
  folder,
}) => {
  const made = await brief(folder, ['make', sample, '--date', '2025-05-03', '--to', 'x.pdf', '--json'])
  expect(made, made.error).toMatchObject({ code: 0, error: '' })
  expect(JSON.parse(made.out)).toEqual({
    file: join(folder, 'x.pdf'),
    also: [],
    format: 'pdf',
    brief: expect.any(String),
    findings: [],
  })

  const pdf = await readPdf(join(folder, 'x.pdf'))
  for (const words of [
    'It does exist as an option. Whether or not we act on it is a separate matter.',
    'In high-stakes negotiations, having strong leverage matters. You don’t necessarily have to use it—just make sure the other side knows it’s there.',
    'For Japan’s finance minister to openly discuss this possibility shows a new level of confidence in dealing with trade challenges.',
    'Katsunobu Kato',
    'Nicholas Smith',
    'Jesper Koll',
    '$1.13 trillion',
    'through May 2025',
    'by June 2025',
    'Annex: Evidence',
    'Page 1 of 2',
  ]) {
    expect(pdf.text).toContain(words)
  }
  expect(pdf).toMatchObject({ isTagged: true, language: 'en-GB', size: { width: 210, height: 297 } })
  expect(pdf.title).toContain('Japan')
  expect(pdf.outline.length).toBeGreaterThan(0)
  expect(pdf.fonts.length).toBeGreaterThan(0)
  expect(pdf.fonts.filter(font => !font.isEmbedded)).toEqual([])
  expect(readdirSync(folder)).toEqual(['x.pdf'])
})

test('names in other scripts are printed in fonts of the app’s own', async ({ folder }) => {
  writeFileSync(join(folder, 'body.md'), '加藤勝信財務大臣 met Łucja Αθήνα and Київ over ¥170兆.')
  const { id } = await ask(
    folder,
    'new',
    '--template',
    'uk-submission',
    '--title',
    '財務大臣',
    '--body',
    'body.md',
  )
  expect(id).toBe('財務大臣')
  const { file } = await ask(folder, 'export', id, '--to', 'x.pdf')
  const pdf = await readPdf(file)
  expect(pdf.title).toBe('財務大臣')
  expect(pdf.text).toContain('加藤勝信財務大臣 met Łucja Αθήνα and Київ over ¥170兆.')
  for (const { name, isEmbedded } of pdf.fonts) {
    expect(isEmbedded).toBe(true)
    // Letters made bold or slanted, which the font itself has not, are drawings of it: Type 3.
    expect(name).toMatch(/SourceSerif4|Inter|NotoSerifJP|Type3/)
  }
})

test('make without a date leaves relative dates as they stand, and says so', async ({ folder }) => {
  const made = await brief(folder, ['make', sample, '--to', 'x.pdf', '--json'])
  expect(JSON.parse(made.out).findings).toMatchObject([{ rule: 'source-undated' }])
  const { text } = await readPdf(join(folder, 'x.pdf'))
  expect(text).toContain('through May, with potential resolutions by June')
  expect(text).not.toMatch(/May 20\d\d|June 20\d\d/)
})

test('each step of the job can be done by itself', async ({ folder }) => {
  const { sources } = await ask(folder, 'import', sample, '--date', '2025-05-03', '--publisher', 'The Paper')
  const source = sources[0].id
  const exact = 'It does exist as an option.'
  const quote = (
    await ask(
      folder,
      'quote',
      'add',
      '--source',
      source,
      '--exact',
      exact,
      '--speaker',
      'Kato',
      '--said-on',
      '2025-05-02',
    )
  ).id
  await ask(folder, 'quote', 'set', quote, '--speaker', 'Katsunobu Kato', '--role', 'Finance Minister')
  const figure = (
    await ask(
      folder,
      'figure',
      'add',
      '--source',
      source,
      '--start',
      '38',
      '--end',
      '52',
      '--measures',
      'holdings',
      '--value',
      '1130000000000',
      '--unit',
      'USD',
      '--shelf-life',
      'P3M',
    )
  ).id
  const event = (
    await ask(folder, 'event', 'add', '--title', 'Talks end', '--when', '../2025-06', '--status', 'expected')
  ).id
  expect(await ask(folder, 'show', quote)).toMatchObject({
    speaker: 'Katsunobu Kato',
    role: 'Finance Minister',
    text: exact,
    saidOn: '2025-05-02',
  })
  expect(await ask(folder, 'show', figure)).toMatchObject({
    anchor: { quote: { exact: '$1.13 trillion' } },
    scale: 'trillion',
    shelfLife: 'P3M',
  })
  expect(await ask(folder, 'show', event)).toMatchObject({ anchor: null, when: '../2025-06' })

  const { id } = await ask(
    folder,
    'new',
    '--template',
    'uk-submission',
    '--title',
    'Holdings',
    '--date',
    '2025-05-04',
  )
  const body = `## Issue\n\n::quote{#${quote}}\n\nHoldings of :figure[]{#${figure}}; talks end :event[]{#${event}}.\n`
  const edited = await brief(folder, ['edit', id, '--body', '-', '--library', 'library'], body)
  expect(edited).toEqual({ code: 0, out: `${id}\n`, error: '' })
  expect(await ask(folder, 'show', id)).toMatchObject({ body, date: '2025-05-04', marking: 'OFFICIAL' })

  const exported = await ask(folder, 'export', id, '--to', 'holdings.pdf')
  expect(exported).toEqual({
    file: join(folder, 'holdings.pdf'),
    also: [],
    format: 'pdf',
    brief: id,
    findings: [],
  })
  const pdf = await readPdf(exported.file)
  for (const words of [exact, 'Katsunobu Kato', '$1.13 trillion', 'by June 2025', 'The Paper', '4 May 2025'])
    expect(pdf.text).toContain(words)
  for (const page of pdf.pages) expect(page.match(/OFFICIAL/g)).toHaveLength(2)

  expect(await ask(folder, 'list', 'briefs')).toEqual({ briefs: [{ id, title: 'Holdings' }] })
  const spoken = await ask(folder, 'quote', 'add', '--exact', 'Not in any source.', '--speaker', 'Kato')
  expect(await ask(folder, 'show', spoken.id)).toMatchObject({ text: 'Not in any source.', anchor: null })
  expect((await brief(folder, ['delete', event, '--library', 'library'])).code).toBe(1)
  await ask(folder, 'delete', event, '--even-if-used')
  expect((await ask(folder, 'list')).events).toEqual([])
})

test('while the app has the library open, the terminal reads it and refuses to write', async ({
  folder,
  openApp,
}) => {
  await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Kept')
  await openApp()
  expect((await ask(folder, 'list', 'briefs')).briefs).toEqual([{ id: 'kept', title: 'Kept' }])
  const ended = await brief(folder, ['delete', 'kept', '--library', 'library'])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.error).toMatch(
    /is open in another Dispatch Box, so nothing was written; close it there and try again\.\n$/,
  )
})

for (const command of ['make', 'export']) {
  test(`${command} that is interrupted leaves nothing of the article behind`, async ({ folder }) => {
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    // A printer that never ends.
    const printer = join(folder, 'printer')
    writeFileSync(printer, `#!/bin/sh\necho $$ > "${printer}.pid"\nexec sleep 60\n`, { mode: 0o755 })
    await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Kept')
    const words = command === 'make' ? ['make', sample] : ['export', 'kept', '--library', 'library']
    const running = start(folder, [...words, '--to', 'x.pdf'], {
      TMPDIR: temporary,
      DISPATCH_BOX_EXECUTABLE: printer,
    })
    await expect.poll(() => existsSync(`${printer}.pid`)).toBe(true)
    expect(readdirSync(temporary)).not.toEqual([])
    running.child.kill('SIGTERM')
    expect(await running.ended).toMatchObject({ code: 143, out: '' })
    expect(readdirSync(temporary)).toEqual([])
    expect(existsSync(join(folder, 'x.pdf'))).toBe(false)
    const pid = Number(readFileSync(`${printer}.pid`, 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
}

test('a library is put into one file and unpacked into another library', async ({ folder }) => {
  await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Kept')
  const made = await ask(folder, 'backup', '--to', 'backup.zip')
  expect(made).toMatchObject({ file: join(folder, 'backup.zip'), files: expect.any(Number) })
  await ask(folder, 'delete', 'kept')
  const restored = await brief(folder, ['restore', 'backup.zip', '--library', 'again', '--json'])
  expect(JSON.parse(restored.out)).toEqual({ library: join(folder, 'again'), files: made.files })
  const listed = await brief(folder, ['list', 'briefs', '--library', 'again', '--json'])
  expect(JSON.parse(listed.out)).toEqual({ briefs: [{ id: 'kept', title: 'Kept' }] })
  const refused = await brief(folder, ['restore', 'backup.zip', '--library', 'library'])
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toMatch(/is not empty.*Nothing was changed/)
  expect((await brief(folder, ['restore', 'backup.zip'])).code).toBe(2)
})

test('an id is renamed in every brief and back, and backlinks tell where it is used', async ({ folder }) => {
  await ask(folder, 'quote', 'add', '--exact', 'It exists.', '--speaker', 'Katsunobu Kato')
  writeFileSync(join(folder, 'body.md'), '# Head\n\nFirst. Kato said :quote[]{#kato-it-exists} in *Tokyo*.\n')
  await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Holdings', '--body', 'body.md')
  const use = { brief: 'holdings', title: 'Holdings', through: null, line: 3, column: 18 }
  const sentence = 'Kato said “It exists.” in Tokyo.'
  expect(await ask(folder, 'backlinks', 'kato-it-exists')).toEqual({
    backlinks: [{ ...use, sentence }],
    evidence: [],
  })
  expect(await ask(folder, 'rename', 'kato-it-exists', 'kato')).toEqual({ id: 'kato' })
  expect((await ask(folder, 'show', 'holdings')).body).toContain('{#kato}')
  const printed = await brief(folder, ['backlinks', 'kato', '--library', 'library'])
  expect(printed).toMatchObject({ code: 0, out: `holdings\t3:18\t${sentence}\n` })
  const refused = await brief(folder, ['rename', 'kato', 'holdings', '--library', 'library'])
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toMatch(/something called “holdings” already. Nothing was changed/)
  await ask(folder, 'rename', 'kato', 'kato-it-exists')
  expect((await ask(folder, 'show', 'holdings')).body).toContain('{#kato-it-exists}')
})

test('verify says what the checks find, and fails while an error stands', async ({ folder }) => {
  await ask(folder, 'make', sample, '--date', '2025-05-03', '--to', 'x.pdf')
  const { briefs, figures, quotes } = await ask(folder, 'list')
  const [{ id }] = briefs
  expect(await ask(folder, 'verify', id)).toEqual({ findings: [] })
  const { findings } = await ask(folder, 'verify', id, '--date', '2025-07-01')
  expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['event-overdue', 'event-overdue'])

  const kato = quotes.find(({ id }: { id: string }) => id.startsWith('kato')).id
  writeFileSync(
    join(folder, 'body.md'),
    `Japan holds :figure[$1.2 trillion]{#${figures[0].id}}.\n\n:quote[“It may exist as an option.”]{#${kato}}`,
  )
  await ask(folder, 'edit', id, '--body', 'body.md')
  const refused = await brief(folder, ['verify', id, '--library', 'library', '--json'])
  expect(refused).toMatchObject({ code: 1, error: '' })
  expect(JSON.parse(refused.out)).toEqual({
    findings: [
      {
        rule: 'figure-drifted',
        severity: 'error',
        line: 1,
        column: 13,
        endLine: 1,
        endColumn: expect.any(Number),
        message: expect.stringContaining('$1.13 trillion'),
        evidence: figures[0].id,
        fix: { words: 'Change to $1.13 trillion', edits: [expect.any(Object)] },
      },
      expect.objectContaining({ rule: 'quote-altered', line: 3, column: 1, evidence: kato }),
    ],
  })
  const { out } = await brief(folder, ['verify', id, '--library', 'library'])
  expect(out).toContain('It [-does-]{+may+} exist as an option.')
})

test('explain tells what a rule finds, and needs no library', async ({ folder }) => {
  const explained = await brief(folder, ['explain', 'figure-drifted'])
  expect(explained).toMatchObject({ code: 0, error: '' })
  expect(explained.out).toContain('Wrong:\n    Japan holds :figure[$1.2 trillion]{#us-treasuries}.')
  expect(explained.out).toContain('Right:\n    Japan holds :figure[US$1.1tn]{#us-treasuries}.')
  const unknown = await brief(folder, ['explain', 'haiku'])
  expect(unknown).toMatchObject({ code: 1, out: '' })
  expect(unknown.error).toContain('quote-altered')
})
