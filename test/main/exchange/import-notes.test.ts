import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
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
    template: 'market-morning-note',
    marking: null,
  })
  expect(talks.body).toBe(`# Where we are

See :brief[the call]{#2025-05-02-call} and :source[Kato on holdings]{#kato-on-japans-holdings} #urgent, also :brief[the call]{#2025-05-02-call}.
An unwritten note: Yen scenarios<!-- [[Yen scenarios]] -->. \`[[not a link]]\`

chart.png<!-- ![[chart.png|300]] -->

Chart<!-- ![Chart](files/chart.png) --> and [the web](https://example.org/a).

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
  expect(outcome.unresolvedLinks).toBe(3)
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

test('files that are no notes are named, and hidden folders are no notes', async () => {
  const { outcome } = await importFrom('test/fixtures/obsidian-vault')
  expect(outcome.problems).toEqual([
    {
      file: 'files/chart.png',
      message:
        '“files/chart.png” is no Markdown file, and a brief holds no attachments. It was not taken in and stays where it is.',
    },
  ])
})

test('Joplin’s Markdown with front matter is taken in', async () => {
  const { outcome, brief } = await importFrom('test/fixtures/joplin-front-matter')
  expect(outcome.notes.map(({ title }) => title)).toEqual(['Evening', 'Morning: yen and bonds'])
  expect(await brief('morning-yen-and-bonds')).toMatchObject({
    date: '2025-05-03',
    tags: ['market'],
    body: expect.stringContaining(
      'Follows :brief[Evening]{#evening}. table.png<!-- ![table.png](../_resources/table.png) -->',
    ),
  })
  expect((await brief('evening')).body).toContain('completed?: no')
  expect(outcome.problems.map(({ file }) => file)).toEqual(['_resources/table.png'])
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
    body: `Links :source[another]{#raw-article}, the table<!-- [the table](:/${'4'.padStart(32, '0')}) --> and nothing<!-- [nothing](:/${'9'.padStart(32, '0')}) -->.`,
  })
  expect((await ask('record.get', { id: 'raw-article' })).record).toMatchObject({
    url: 'https://example.org/raw',
  })
  expect(outcome.problems[0]?.message).toContain('(“table.csv”)')
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
