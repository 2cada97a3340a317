import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { captureBytes, captureFile, capturePaste } from '../../../main/capture/capture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const sample = 'resources/sample/japan-treasuries.md'

describe('capturing a file', () => {
  test('keeps its text to the letter, with the SHA-256 of its bytes', async () => {
    const { source, bytes: original } = await captureFile(sample)
    const stored = readFileSync(sample)
    expect(source.text).toBe(stored.toString('utf8'))
    expect(source.sha256).toBe(createHash('sha256').update(stored).digest('hex'))
    expect(source.attachment).toEqual({
      sha256: source.sha256,
      name: 'japan-treasuries.md',
      bytes: stored.length,
    })
    expect(Buffer.from(original).equals(stored)).toBe(true)
    expect(source.kind).toBe('markdown')
    expect(source.title).toBe('Japan holds a powerful financial card—$1.13 trillion in US Treasury bonds')
    expect(source).toMatchObject({ publisher: null, publishedOn: null, url: null, authors: [] })
  })

  test('keeps Windows line ends, and takes only a byte order mark away', () => {
    expect(captureBytes('a.txt', bytes('\ufeffOne.\r\nTwo.\r\n')).source.text).toBe('One.\r\nTwo.\r\n')
  })

  test('reads UTF-16 where a byte order mark says so', () => {
    expect(captureBytes('a.txt', new Uint8Array(Buffer.from('\ufeffŁódź', 'utf16le'))).source.text).toBe(
      'Łódź',
    )
  })

  test.each([
    ['a missing file', () => captureFile('/nowhere/article.md'), /“\/nowhere\/article.md” is not there/],
    ['an empty file', async () => captureBytes('empty.md', bytes('')), /“empty.md” is empty/],
    [
      'a file of blanks',
      async () => captureBytes('blank.md', bytes(' \n\t ')),
      /“blank.md” has no words in it/,
    ],
    [
      'a binary file',
      async () => captureBytes('photo.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])),
      /“photo.md” is named as Markdown, and holds an image/,
    ],
    ['control characters', async () => captureBytes('dump.txt', bytes('a\u0001b')), /“dump.txt” is not text/],
    [
      'the escapes of a terminal',
      async () => captureBytes('log.txt', bytes('\u001b[31mred\u001b[0m')),
      /“log.txt” is not text/,
    ],
    [
      'invalid UTF-8',
      async () => captureBytes('latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9])),
      /“latin.txt” is not valid UTF-8/,
    ],
    [
      'a kind to come',
      async () => captureBytes('page.html', bytes('<p>')),
      /“page.html” is of a kind that cannot be imported yet/,
    ],
  ])('refuses %s, names it, and says that nothing was lost', async (_name, capture, message) => {
    await expect(capture()).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(message),
    })
    await expect(capture()).rejects.toThrow(/Nothing was imported and the file was not touched/)
  })

  test('refuses a text of 50 MB before reading it', async () => {
    const file = join(temporaryFolder(), 'long.txt')
    writeFileSync(file, Buffer.alloc(50 * 1024 * 1024, 'word '))
    await expect(captureFile(file)).rejects.toThrow(/“long.txt” is 50 MB; a file of its kind may have 20 MB/)
  })

  test('refuses a folder', async () => {
    const folder = join(temporaryFolder(), 'articles')
    mkdirSync(folder)
    await expect(captureFile(folder)).rejects.toThrow(/is a folder/)
  })
})

describe('proposing what a text says of itself', () => {
  const proposed = (text: string) => captureBytes('article.md', bytes(text)).source

  test('reads a front matter', () => {
    const text =
      '---\ntitle: Rates held\nauthor: [Ann Lee, Bo Ek]\ndate: 2025-05-03\npublisher: The Paper\nurl: https://example.org/a\n---\nBody.'
    expect(proposed(text)).toMatchObject({
      title: 'Rates held',
      authors: ['Ann Lee', 'Bo Ek'],
      publishedOn: '2025-05-03',
      publisher: 'The Paper',
      url: 'https://example.org/a',
      text,
    })
  })

  test('reads the lines under a headline', () => {
    const text =
      '# Rates held\n\nBy Ann Lee and Bo Ek\nPublished: 3 May 2025\nSource: The Paper\nhttps://example.org/a\n\nThe bank held rates.'
    expect(proposed(text)).toMatchObject({
      title: 'Rates held',
      authors: ['Ann Lee', 'Bo Ek'],
      publishedOn: '2025-05-03',
      publisher: 'The Paper',
      url: 'https://example.org/a',
    })
  })

  test('parts a byline into people, paper and date', () => {
    expect(
      proposed('# Berths\n\nBy Margaret Okafor and Bo Ek, The Harbour Gazette, 14 March 2025\n\nText'),
    ).toMatchObject({
      authors: ['Margaret Okafor', 'Bo Ek'],
      publisher: 'The Harbour Gazette',
      publishedOn: '2025-03-14',
    })
  })

  test('takes a date that stands alone on its line, and none from running text', () => {
    expect(proposed('Rates held\nMay 3, 2025\nThe bank held rates.').publishedOn).toBe('2025-05-03')
    expect(proposed('Rates held\nThe bank met on May 3, 2025.').publishedOn).toBeNull()
  })

  test('does not take a damaged front matter for one', () => {
    expect(proposed('---\ntitle: [\n---\nBody.').title).toBe('Body')
  })

  test('does not take a byline, a date or an address for the title', () => {
    const text = 'By Ann Lee, The Daily Post\n3 May 2025\nhttps://example.org/a\n\nThe deficit fell.'
    expect(proposed(text)).toMatchObject({
      title: 'The deficit fell',
      authors: ['Ann Lee'],
      publisher: 'The Daily Post',
      publishedOn: '2025-05-03',
    })
    expect(proposed('By Ann Lee').title).toBe('By Ann Lee')
  })

  test('cuts a first line that is no title at a word', () => {
    const { title } = proposed(`${'word '.repeat(60)}\n`)
    expect(title).toMatch(/word…$/)
    expect(title.length).toBeLessThanOrEqual(121)
  })
})

describe('capturing pasted text', () => {
  test('has no original file, and the SHA-256 of its UTF-8 bytes', () => {
    const source = capturePaste('“It does exist,” Kato said.')
    expect(source.attachment).toBeNull()
    expect(source.kind).toBe('text')
    expect(source.sha256).toBe(
      createHash('sha256').update('“It does exist,” Kato said.', 'utf8').digest('hex'),
    )
  })

  test('is Markdown where it has Markdown’s marks', () => {
    expect(capturePaste('## Head\n\nText').kind).toBe('markdown')
  })
})
