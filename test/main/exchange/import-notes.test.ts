import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { exportLibrary } from '../../../main/exchange/export-library.ts'
import type { Brief, Source } from '../../../shared/model/records.ts'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'

async function importFrom(folder: string) {
  const desk = await openDesk({ dialogs: { chooseFolder: async () => resolve(folder) } })
  const outcome = await desk.ask('notes.import', {})
  if (!outcome) throw new Error('No folder was chosen.')
  const brief = async (id: string) => (await desk.ask('record.get', { id })).record as Brief
  return { ...desk, outcome, brief }
}

const sha256Of = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const chart = sha256Of('test/fixtures/obsidian-vault/files/chart.png')

/** A folder of notes, by path. */
function notes(files: Record<string, string>): string {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

test('the notes of a vault become briefs that link one another, and clipped pages sources', async () => {
  const { outcome, brief, ask } = await importFrom('test/fixtures/obsidian-vault')
  expect(outcome.notes).toEqual([
    {
      file: 'Clippings/Kato on holdings.md',
      collection: 'sources',
      id: 'kato-on-japans-holdings',
      title: 'Kato on Japan’s holdings',
    },
    {
      file: 'Meetings/2025-05-02 Call.md',
      collection: 'briefs',
      id: '2025-05-02-call',
      title: '2025-05-02 Call',
    },
    { file: 'Treasury talks.md', collection: 'briefs', id: 'treasury-talks', title: 'Treasury talks' },
  ])
  const talks = await brief('treasury-talks')
  expect(talks).toMatchObject({
    date: '2025-05-03',
    tags: ['trade', 'japan/treasury', 'urgent'],
    template: 'briefing-paper',
    marking: null,
  })
  expect(talks.body).toBe(`# Where we are

See :brief[the call]{#2025-05-02-call} and :source[Kato on holdings]{#kato-on-japans-holdings} #urgent, also :brief[the call]{#2025-05-02-call}.
An unwritten note: Yen scenarios<!-- [[Yen scenarios]] -->. \`[[not a link]]\`

![chart.png](attachment:${chart})

![Chart](attachment:${chart}) and [the web](https://example.org/a).

\`\`\`
[[nor this]] #nor-this
\`\`\`


<!-- From the note’s front matter:
status: open
people:
  - "[[Ann Lee]]"
-->
`)
  expect(parseReferences(talks.body)).toHaveLength(3)
  // By its alias.
  expect((await brief('2025-05-02-call')).body).toContain(':brief[the talks]{#treasury-talks}')
  expect(outcome.unresolvedLinks).toBe(1)
  expect(outcome.attachments).toBe(1)
  const { record } = await ask('record.get', { id: 'kato-on-japans-holdings' })
  expect(record).toMatchObject({
    url: 'https://example.org/kato',
    authors: ['Ann Lee'],
    publishedOn: '2025-05-02',
    publisher: null,
    tags: ['clippings'],
    attachment: { name: 'Kato on holdings.md' },
    // Somebody else's words stay as they are.
    text: expect.stringContaining('See [[Treasury talks]].'),
  })
})

test('a file that a brief links is kept byte for byte, once, and outlasts the emptying of the trash', async () => {
  const { ask, library, outcome } = await importFrom('test/fixtures/obsidian-vault')
  expect(outcome.problems).toEqual([])
  const original = readFileSync('test/fixtures/obsidian-vault/files/chart.png')
  expect(Buffer.from((await library.holdings.readAttachment(chart)) ?? []).equals(original)).toBe(true)
  const kept = join(library.folder, 'attachments', chart)
  const old = new Date('2025-05-01T10:00:00Z')
  utimesSync(kept, old, old)
  const unused = join(library.folder, 'attachments', 'a'.repeat(64))
  writeFileSync(unused, '')
  utimesSync(unused, old, old)
  // A version mentions it as well as the brief itself.
  await ask('brief.set', { id: 'treasury-talks', fields: { body: 'Rewritten.' }, keepsVersion: true })
  await ask('trash.empty', {})
  expect(existsSync(kept)).toBe(true)
  expect(existsSync(unused)).toBe(false)
  await library.remove('treasury-talks')
  await ask('trash.empty', {})
  expect(existsSync(kept)).toBe(false)
})

test('no kept file goes while what is typed in a brief is not saved', async () => {
  const { ask, library } = await importFrom('test/fixtures/obsidian-vault')
  const kept = join(library.folder, 'attachments', chart)
  const old = new Date('2025-05-01T10:00:00Z')
  utimesSync(kept, old, old)
  await ask('draft.keep', { id: '2025-05-02-call', fields: { body: `![chart](attachment:${chart})` } })
  await library.remove('treasury-talks')
  await ask('trash.empty', {})
  expect(existsSync(kept)).toBe(true)
})

test('a kept file goes with an export under its name, and into the library that takes it in', async () => {
  const { library } = await importFrom('test/fixtures/obsidian-vault')
  const folder = join(temporaryFolder(), 'export')
  expect((await exportLibrary(library, folder, new Date('2025-05-03T10:00:00Z'))).problems).toEqual([])
  const original = readFileSync('test/fixtures/obsidian-vault/files/chart.png')
  expect(readFileSync(join(folder, 'originals/chart.png')).equals(original)).toBe(true)
  const other = await openDesk({ dialogs: { chooseFolder: async () => folder } })
  await other.ask('library.import', {})
  expect(await other.library.holdings.attachments()).toContain(chart)
  expect(((await other.ask('record.get', { id: 'treasury-talks' })).record as Brief).body).toContain(
    `![chart.png](attachment:${chart})`,
  )
})

test('a plain text is a source that links lead to, and one that is no text is kept as it is', async () => {
  const folder = notes({
    'Note.md': '[[terms.txt]] and [old](files/latin.txt)',
    'files/terms.txt': 'Terms.\n',
  })
  writeFileSync(join(folder, 'files/latin.txt'), Buffer.from([0x47, 0xfc, 0x6e]))
  const { outcome, brief, ask } = await importFrom(folder)
  expect(outcome.notes.map(({ file, collection }) => [collection, file])).toEqual([
    ['briefs', 'Note.md'],
    ['sources', 'files/terms.txt'],
  ])
  const { id } = outcome.notes[1] ?? { id: '' }
  expect((await ask('record.get', { id })).record).toMatchObject({
    text: 'Terms.\n',
    attachment: { name: 'terms.txt', bytes: 7 },
  })
  expect((await brief('note')).body).toMatch(
    new RegExp(`^:source\\[terms\\.txt\\]\\{#${id}\\} and \\[old\\]\\(attachment:[0-9a-f]{64}\\)$`),
  )
  expect(outcome.problems).toEqual([])
})

test('files that no brief links, and those that are too large, are named and not taken in', async () => {
  const folder = notes({
    'Note.md': '![[huge.bin]] [out](../secret.bin)',
    'files/unlinked.png': 'x',
    'huge.bin': '',
  })
  truncateSync(join(folder, 'huge.bin'), 101 * 1024 * 1024)
  const { outcome, library, brief } = await importFrom(folder)
  expect(outcome.problems.map(({ message }) => message)).toEqual([
    '“files/unlinked.png” is no note, and no brief links it. It was not taken in and stays where it is.',
    '“huge.bin” has 101 MB; 100 MB are the most that is read. It was not taken in and stays where it is.',
  ])
  expect(await library.holdings.attachments()).toEqual([])
  expect((await brief('note')).body).not.toContain('attachment:')
  expect(outcome.unresolvedLinks).toBe(2)
})

test('Joplin’s Markdown with front matter is taken in', async () => {
  const { outcome, brief } = await importFrom('test/fixtures/joplin-front-matter')
  expect(outcome.notes.map(({ title }) => title)).toEqual(['Evening', 'Morning: yen and bonds'])
  expect(await brief('morning-yen-and-bonds')).toMatchObject({
    date: '2025-05-03',
    tags: ['market'],
    body: expect.stringContaining('Follows :brief[Evening]{#evening}. ![table.png](attachment:'),
  })
  expect((await brief('evening')).body).toContain('completed?: no')
  expect(outcome).toMatchObject({ problems: [], attachments: 1 })
})

test('Joplin’s own export is taken in, with its links by id and its tags', async () => {
  const { outcome, brief, ask } = await importFrom('test/fixtures/joplin-raw')
  expect(outcome.notes.map(({ collection, title }) => [collection, title])).toEqual([
    ['briefs', 'Raw note'],
    ['sources', 'Raw article'],
  ])
  expect(await brief('raw-note')).toMatchObject({
    date: '2025-05-03',
    tags: ['market'],
    body: `Links :source[another]{#raw-article}, [the table](attachment:${sha256Of('test/fixtures/joplin-raw/resources/00000000000000000000000000000004.csv')}) and nothing<!-- [nothing](:/${'9'.padStart(32, '0')}) -->.`,
  })
  expect((await ask('record.get', { id: 'raw-article' })).record).toMatchObject({
    url: 'https://example.org/raw',
  })
  expect(outcome.problems).toEqual([])
})

test('a link means the note in the same folder, else that with the shortest path', async () => {
  const folder = notes({
    'Plan.md': 'Top.',
    'a/Plan.md': 'In a.',
    'a/Note.md': '[[Plan]] [[/Plan]] [[../Plan]] [[plan]]',
    'b/c/Note.md': '[[Plan]] [[a/Plan]] [up](../../a/Plan.md)',
  })
  const { outcome, brief } = await importFrom(folder)
  const idOf = (file: string) => outcome.notes.find(note => note.file === file)?.id ?? ''
  const linked = async (file: string) => parseReferences((await brief(idOf(file))).body).map(({ id }) => id)
  const [top, inA] = [idOf('Plan.md'), idOf('a/Plan.md')]
  expect(await linked('a/Note.md')).toEqual([inA, top, top, inA])
  expect(await linked('b/c/Note.md')).toEqual([top, inA, inA])
})

test('links out of the folder, links of the disk and files that are no text are named and not followed', async () => {
  const outside = notes({ 'Secret.md': 'secret words' })
  const folder = notes({
    'Note.md': '[up](../Secret.md) [[../Secret]]',
    '.trash/Old.md': 'old',
    'Latin.md': '',
  })
  symlinkSync(join(outside, 'Secret.md'), join(folder, 'Linked.md'))
  symlinkSync(outside, join(folder, 'linked'))
  writeFileSync(join(folder, 'Latin.md'), Buffer.from([0x47, 0xfc, 0x6e]))
  writeFileSync(join(folder, 'Huge.md'), '')
  truncateSync(join(folder, 'Huge.md'), 21 * 1024 * 1024)
  const { outcome, brief } = await importFrom(folder)
  expect(outcome.notes.map(({ file }) => file)).toEqual(['Note.md'])
  expect((await brief('note')).body).not.toContain('{#')
  const messages = outcome.problems.map(({ file, message }) => `${file}: ${message}`).join('\n')
  expect(messages).toMatch(/Linked\.md: .*is a link, which is not followed/)
  expect(messages).toMatch(/linked: .*is a link, which is not followed/)
  expect(messages).toMatch(/Latin\.md: .*is not valid UTF-8 text/)
  expect(messages).toMatch(/Huge\.md: .*has 21 MB; 20 MB are the most/)
})

test('a front matter that cannot be read stays in the brief, in a comment', async () => {
  const { brief } = await importFrom(notes({ 'Note.md': '---\ntitle: a: b\n---\nWords.' }))
  expect(await brief('note')).toMatchObject({
    title: 'Note',
    body: expect.stringMatching(/^Words\.[\s\S]*title: a: b\n-->/),
  })
})

test('the original of a source from a note is kept byte for byte', async () => {
  const text = '\uFEFF---\r\nurl: https://example.org/a\r\n---\r\nWords.\r\n'
  const { outcome, library, ask } = await importFrom(notes({ 'Page.md': text }))
  const { sha256 } = (await ask('record.get', { id: outcome.notes[0]?.id ?? '' })).record as Source
  expect(Buffer.from((await library.holdings.readAttachment(sha256)) ?? []).toString('utf8')).toBe(text)
})

test('a folder without notes is refused in plain words', async () => {
  await expect(importFrom(notes({ 'a.txt': 'x' }))).rejects.toThrow(
    /No notes were imported from .*: there is no Markdown file in it/,
  )
  await expect(importFrom(join(temporaryFolder(), 'gone'))).rejects.toThrow(/it is not there/)
})
