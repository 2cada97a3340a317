// What the terminal refuses, and what it says then.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './desk.ts'
import { ask, brief, start } from './terminal.ts'

test.describe('bad input is refused with a clear error and loses nothing', () => {
  const cases: [string, (folder: string) => string[], RegExp][] = [
    ['a missing file', () => ['import', 'none.md'], /none\.md” is not there/],
    ['a binary file', () => ['import', 'photo.md'], /“photo\.md” is named as Markdown, and holds an image/],
    [
      'a text of 50 MB',
      () => ['import', 'long.txt'],
      /“long\.txt” is 50 MB; a file of its kind may have 20 MB/,
    ],
    ['invalid UTF-8', () => ['import', 'latin.txt'], /“latin\.txt” is not valid UTF-8/],
    ['an empty article', () => ['import', 'empty.md'], /“empty\.md” is empty/],
    ['an empty article to make', () => ['make', 'empty.md', '--to', 'x.pdf'], /“empty\.md” is empty/],
    ['an unknown brief', () => ['export', 'unknown', '--to', 'x.pdf'], /There is no brief "unknown"/],
    [
      'a target in no folder',
      () => ['export', 'kept', '--to', 'none/x.pdf'],
      /none\/x\.pdf: .*the folder is not there/,
    ],
    ['a target that is write-protected', () => ['export', 'kept', '--to', 'kept.pdf'], /is write-protected/],
    [
      'a library that is not there',
      () => ['delete', 'kept', '--library', 'typo'],
      /There is no library at .*typo/,
    ],
    ['a target that is a folder', () => ['export', 'kept', '--to', '.'], /a folder has that name/],
    [
      'words that are not in the source',
      () => ['quote', 'add', '--source', 'words', '--exact', 'No', '--speaker', 'A'],
      /do not stand in words/,
    ],
  ]
  for (const [name, words, message] of cases) {
    test(name, async ({ folder }) => {
      writeFileSync(join(folder, 'photo.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
      writeFileSync(join(folder, 'long.txt'), Buffer.alloc(50 * 1024 * 1024, 'word '))
      writeFileSync(join(folder, 'latin.txt'), Buffer.from('café', 'latin1'))
      writeFileSync(join(folder, 'empty.md'), '')
      writeFileSync(join(folder, 'words.md'), 'Words')
      writeFileSync(join(folder, 'kept.pdf'), '%PDF-1.7', { mode: 0o444 })
      await ask(folder, 'import', 'words.md')
      await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Kept')
      const before = await ask(folder, 'list')
      const files = readdirSync(folder)

      const asked = words(folder)
      const ended = await brief(
        folder,
        asked.includes('--library') ? asked : [...asked, '--library', 'library'],
      )
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(ended.error).toMatch(message)
      expect(ended.error.trim().split('\n')).toHaveLength(1)
      expect(await ask(folder, 'list')).toEqual(before)
      expect(readdirSync(folder)).toEqual(files)
    })
  }

  test('a library file cut in half is set aside and named, and the rest is there', async ({ folder }) => {
    await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Whole')
    await ask(folder, 'new', '--template', 'uk-submission', '--title', 'Half')
    const file = join(folder, 'library/briefs/half.json')
    const half = readFileSync(file).subarray(0, 200)
    writeFileSync(file, half)
    const ended = await brief(folder, [
      'new',
      '--template',
      'uk-submission',
      '--title',
      'Another',
      '--library',
      'library',
    ])
    expect(ended).toMatchObject({ code: 0, out: 'another\n' })
    expect(ended.error).toMatch(/half\.json cannot be read: it is not whole JSON.*It is kept as .*set-aside/)
    const kept = join(folder, 'library/set-aside/briefs')
    expect(readFileSync(join(kept, readdirSync(kept)[0] ?? ''))).toEqual(half)
    expect((await ask(folder, 'list', 'briefs')).briefs.map(({ id }: { id: string }) => id).sort()).toEqual([
      'another',
      'whole',
    ])
  })

  test('a folder of other files is not taken for a library', async ({ folder }) => {
    mkdirSync(join(folder, 'photos'))
    writeFileSync(join(folder, 'photos/a.jpg'), '')
    const ended = await brief(folder, [
      'new',
      '--template',
      'uk-submission',
      '--title',
      'A',
      '--library',
      'photos',
    ])
    expect(ended.code).toBe(1)
    expect(ended.error).toMatch(/holds other files and no library/)
    expect(readdirSync(join(folder, 'photos'))).toEqual(['a.jpg'])
  })
})

test('wrong usage ends with 2 and says how it goes', async ({ folder }) => {
  for (const words of [
    ['quote', 'add'],
    ['export', 'a'],
    ['nonsense'],
    ['import'],
    ['list', 'poems'],
    ['event', 'add', '--title', 'Talks', '--when', '2025-13', '--status', 'expected'],
    ['quote', 'add', '--exact', 'Yes.', '--speaker', 'Kato', '--kind', 'silly'],
  ]) {
    const ended = await brief(folder, [...words, '--library', 'library'])
    expect(ended, words.join(' ')).toMatchObject({ code: 2, out: '' })
    expect(ended.error).not.toBe('')
  }
  expect((await brief(folder, ['--help'])).out).toContain('quote add')
  expect((await brief(folder, ['new', '--help'])).out).toContain('market-morning-note')
})

test('without a command the help is an error', async ({ folder }) => {
  const ended = await brief(folder, [])
  expect(ended).toMatchObject({ code: 2, out: '' })
  expect(ended.error).toContain('quote add')
})

test('of several files the good are imported and printed, and the bad are named', async ({ folder }) => {
  writeFileSync(join(folder, 'empty.md'), '')
  writeFileSync(join(folder, 'words.md'), 'Words')
  const ended = await brief(folder, ['import', 'words.md', 'empty.md', '--library', 'library', '--json'])
  expect(ended.code).toBe(1)
  expect(JSON.parse(ended.out)).toMatchObject({ sources: [{ id: 'words' }] })
  expect(ended.error).toMatch(/^“empty\.md” is empty.*\n$/)
})

test('no control character of an article reaches the terminal', async ({ folder }) => {
  writeFileSync(join(folder, 'words.md'), 'Words')
  await ask(folder, 'import', 'words.md', '--title', 'a\u001b[31m\u009bred')
  const listed = await brief(folder, ['list', 'sources', '--library', 'library'])
  expect(listed.out).toMatch(/\ta\ufffd\[31m\ufffdred\n$/)
  const refused = await brief(folder, ['export', 'no\u001b[31m', '--to', 'x.pdf', '--library', 'library'])
  expect(refused.error).not.toContain('\u001b')
})

test('a pipe is refused at once, and one that closes early ends quietly', async ({ folder }) => {
  const pipe = join(folder, 'pipe.md')
  execFileSync('mkfifo', [pipe])
  const ended = await brief(folder, ['import', 'pipe.md', '--library', 'library'])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.error).toMatch(/is a device or a pipe, not a file/)
  const running = start(folder, ['--help'], {})
  running.child.stdout?.destroy()
  expect((await running.ended).error).toBe('')
})
