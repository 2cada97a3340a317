import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../main/capture/archive/capture-archive.ts'
import { captureBytes, captureFile } from '../../../main/capture/capture.ts'
import { type CapturedFile, capturePaste } from '../../../main/capture/capture-one.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { reading } from './reading.ts'
import { zipOf } from './zip-of.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function stepsOf(steps: AsyncIterable<Step>): Promise<Step[]> {
  const all: Step[] = []
  for await (const step of steps) all.push(step)
  return all
}

async function only(steps: AsyncIterable<Step>): Promise<CapturedFile> {
  const [step, ...more] = await stepsOf(steps)
  if (!step || !('captured' in step) || more.length > 0) throw new Error('It is not one file.')
  return step.captured
}

const capture = (name: string, content: Uint8Array) => only(captureBytes(name, content, { reading }))

const sample = 'resources/sample/japan-treasuries.md'

describe('capturing a file', () => {
  test('keeps its text to the letter, with the SHA-256 of its bytes', async () => {
    const { source, bytes: original } = await only(captureFile(sample, { reading }))
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

  test('keeps Windows line ends, and takes only a byte order mark away', async () => {
    expect((await capture('a.txt', bytes('\ufeffOne.\r\nTwo.\r\n'))).source.text).toBe('One.\r\nTwo.\r\n')
  })

  test('reads UTF-16 where a byte order mark says so', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeffŁódź', 'utf16le'))
    expect((await capture('a.txt', utf16)).source.text).toBe('Łódź')
  })

  test.each([
    [
      'a missing file',
      () => only(captureFile('/nowhere/article.md', { reading })),
      /“\/nowhere\/article.md” is not there/,
    ],
    ['an empty file', () => capture('empty.md', bytes('')), /“empty.md” is empty/],
    ['a file of blanks', () => capture('blank.md', bytes(' \n\t ')), /“blank.md” has no words in it/],
    [
      'a binary file',
      () => capture('photo.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])),
      /“photo.md” is named as Markdown, and holds an image/,
    ],
    ['control characters', () => capture('dump.txt', bytes('a\u0001b')), /“dump.txt” is not text/],
    [
      'the escapes of a terminal',
      () => capture('log.txt', bytes('\u001b[31mred\u001b[0m')),
      /“log.txt” is not text/,
    ],
    [
      'invalid UTF-8',
      () => capture('latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9])),
      /“latin.txt” is not valid UTF-8/,
    ],
    [
      'a file that is named as another',
      () => capture('page.pdf', bytes('<html>')),
      /“page.pdf” is named as a PDF, and holds a web page/,
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
    await expect(only(captureFile(file, { reading }))).rejects.toThrow(
      /“long.txt” is 50 MB; a file of its kind may have 20 MB/,
    )
  })

  test('refuses a folder', async () => {
    const folder = join(temporaryFolder(), 'articles')
    mkdirSync(folder)
    await expect(only(captureFile(folder, { reading }))).rejects.toThrow(/is a folder/)
  })
})

describe('proposing what a text says of itself', () => {
  const proposed = async (text: string) => (await capture('article.md', bytes(text))).source

  test('reads a front matter', async () => {
    const text =
      '---\ntitle: Rates held\nauthor: [Ann Lee, Bo Ek]\ndate: 2025-05-03\npublisher: The Paper\nurl: https://example.org/a\n---\nBody.'
    expect(await proposed(text)).toMatchObject({
      title: 'Rates held',
      authors: ['Ann Lee', 'Bo Ek'],
      publishedOn: '2025-05-03',
      publisher: 'The Paper',
      url: 'https://example.org/a',
      text,
    })
  })

  test('reads the lines under a headline', async () => {
    const text =
      '# Rates held\n\nBy Ann Lee and Bo Ek\nPublished: 3 May 2025\nSource: The Paper\nhttps://example.org/a\n\nThe bank held rates.'
    expect(await proposed(text)).toMatchObject({
      title: 'Rates held',
      authors: ['Ann Lee', 'Bo Ek'],
      publishedOn: '2025-05-03',
      publisher: 'The Paper',
      url: 'https://example.org/a',
    })
  })

  test('parts a byline into people, paper and date', async () => {
    expect(
      await proposed('# Berths\n\nBy Margaret Okafor and Bo Ek, The Harbour Gazette, 14 March 2025\n\nText'),
    ).toMatchObject({
      authors: ['Margaret Okafor', 'Bo Ek'],
      publisher: 'The Harbour Gazette',
      publishedOn: '2025-03-14',
    })
  })

  test('takes a date that stands alone on its line, and none from running text', async () => {
    expect((await proposed('Rates held\nMay 3, 2025\nThe bank held rates.')).publishedOn).toBe('2025-05-03')
    expect((await proposed('Rates held\nThe bank met on May 3, 2025.')).publishedOn).toBeNull()
  })

  test('does not take a damaged front matter for one', async () => {
    expect((await proposed('---\ntitle: [\n---\nBody.')).title).toBe('Body')
  })

  test('does not take a byline, a date or an address for the title', async () => {
    const text = 'By Ann Lee, The Daily Post\n3 May 2025\nhttps://example.org/a\n\nThe deficit fell.'
    expect(await proposed(text)).toMatchObject({
      title: 'The deficit fell',
      authors: ['Ann Lee'],
      publisher: 'The Daily Post',
      publishedOn: '2025-05-03',
    })
    expect((await proposed('By Ann Lee')).title).toBe('By Ann Lee')
  })

  test('cuts a first line that is no title at a word', async () => {
    const { title } = await proposed(`${'word '.repeat(60)}\n`)
    expect(title).toMatch(/word…$/)
    expect(title.length).toBeLessThanOrEqual(121)
  })
})

describe('capturing pasted text', () => {
  const paste = async (text: string, html: string | null = null) =>
    (await capturePaste(text, html, { reading })).source

  test('has no original file, and the SHA-256 of its UTF-8 bytes', async () => {
    const source = await paste('“It does exist,” Kato said.')
    expect(source.attachment).toBeNull()
    expect(source.kind).toBe('text')
    expect(source.sha256).toBe(
      createHash('sha256').update('“It does exist,” Kato said.', 'utf8').digest('hex'),
    )
  })

  test('is Markdown where it has Markdown’s marks', async () => {
    expect((await paste('## Head\n\nText')).kind).toBe('markdown')
  })

  test('keeps its words where the page behind them cannot be read', async () => {
    expect((await paste('Held.', '')).text).toBe('Held.')
  })
})

describe('capturing a large text', () => {
  test('is done in the other process, and changes nothing in it', async () => {
    const text = `# Rates\n\n${'Rates were held.\r\n'.repeat(100_000)}`
    const { source } = await capture('rates.md', bytes(text))
    expect(source.text === text).toBe(true)
    expect(source.title).toBe('Rates')
  })

  test('refuses what is no text there too', async () => {
    await expect(capture('rates.md', bytes(`${'word '.repeat(300_000)}\u0001`))).rejects.toThrow(
      /“rates.md” is not text/,
    )
  })
})

describe('capturing a ZIP', () => {
  const outcomes = async (content: Uint8Array) =>
    (await stepsOf(captureBytes('may.zip', content, { reading }))).map(step =>
      'captured' in step
        ? step.captured.source.title
        : 'failed' in step
          ? [step.failed.file, step.failed.message]
          : { leftOut: step.leftOut },
    )

  test('gives each file in it, and the reason for each that cannot be taken in', async () => {
    const content = await zipOf({
      'a/kato.md': '# Kato',
      'b/rates.txt': 'Rates were held.',
      'empty.txt': '',
      'page.pdf': '<html>',
      'inner.zip': await zipOf({ 'a.txt': 'a' }),
      'old.rtf': '{\\rtf1 Words}',
      'chart.png': 'x',
      'style.css': 'p {}',
      README: 'Words.',
    })
    expect(await outcomes(content)).toEqual([
      { leftOut: 'may.zip › chart.png' },
      { leftOut: 'may.zip › style.css' },
      'Kato',
      'Rates were held',
      ['may.zip › empty.txt', expect.stringMatching(/^“may.zip › empty.txt” is empty/)],
      [
        'may.zip › page.pdf',
        expect.stringMatching(/is named as a PDF, and holds a web page.*Rename it to page.html and/),
      ],
      ['may.zip › inner.zip', expect.stringMatching(/is a ZIP file inside another/)],
      ['may.zip › old.rtf', expect.stringMatching(/is rich text/)],
      'Words',
    ])
  })

  test('keeps the bytes and the name of the file in it', async () => {
    const { source, bytes: own } = await only(
      captureBytes('may.zip', await zipOf({ 'a/kato.md': '# Kato' }), { reading }),
    )
    expect(Buffer.from(own).toString()).toBe('# Kato')
    expect(source.attachment).toEqual({
      sha256: createHash('sha256').update('# Kato').digest('hex'),
      name: 'kato.md',
      bytes: 6,
    })
  })

  test('leaves out what a browser saves beside a page', async () => {
    const content = await zipOf({
      'rates.txt': 'Rates.',
      'p/x.html': '<html>',
      'p/x_files/frame.html': '<html>',
    })
    expect(await outcomes(content)).toContainEqual({ leftOut: 'may.zip › p/x_files/frame.html' })
  })

  test('refuses one with nothing to take in', async () => {
    await expect(outcomes(await zipOf({ 'chart.png': 'x' }))).rejects.toThrow(
      /“may.zip” has no file in it that can be imported/,
    )
  })

  test('says how far it is, and is broken off between two files', async () => {
    const content = await zipOf({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' })
    const seen: [number, number][] = []
    const stop = new AbortController()
    const taken: Step[] = []
    const run = async () => {
      const report = (done: number, of: number) => seen.push([done, of])
      for await (const step of captureBytes('may.zip', content, { reading, report, signal: stop.signal })) {
        taken.push(step)
        if (taken.length === 2) stop.abort()
      }
    }
    await expect(run()).rejects.toThrow('aborted')
    expect(taken).toHaveLength(2)
    expect(seen.slice(-2)).toEqual([
      [0, 3],
      [1, 3],
    ])
  })
})
