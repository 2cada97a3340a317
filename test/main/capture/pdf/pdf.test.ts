import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Captured } from '../../../../main/capture/captured.ts'
import { fillFacts } from '../../../../main/capture/fill-facts.ts'
import { readPdf } from '../../../../main/capture/pdf/pdf.ts'
import { rowsAsLines } from './rows-as-lines.ts'

const folder = 'test/fixtures/capture/pdf'
const fixture = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
const read = async (name: string) => fillFacts(await readPdf(name, fixture(name), () => {}))

/** Words without Markdown's marks, raised figures as plain ones, white space folded. */
const wordsOf = (text: string) =>
  rowsAsLines(text)
    .replace(/^(?:#{1,2}|-) /gm, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()

const withoutTags = (markup: string) =>
  markup
    .replace(/<\/(?:p|h1|h2|li|td|th|tr|text:p|text:h)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')

const bodyOf = (html: string) => html.slice(html.indexOf('<body>'))

/** What stands at the beginning of each page. */
const headsOf = ({ text, pages }: Captured) =>
  pages.map(({ label, start }) => [
    label,
    text
      .slice(start, start + 28)
      .replaceAll(' | ', ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 24),
  ])

describe('a paper made by LibreOffice, in two columns with notes, a table and hyphenated words', async () => {
  const paper = await read('grain.pdf')
  const source = readFileSync(join(folder, 'grain.fodt'), 'utf8')
  const body = source.slice(source.indexOf('<office:text>'))
  const notes = [
    ...body.matchAll(/<text:note-citation>(\d+)<\/text:note-citation>.*?<text:p[^>]*>(.*?)<\/text:p>/g),
  ]
  const note = (index: number) => wordsOf(`${notes[index]?.[1]} ${notes[index]?.[2]}`)

  test('has the words of the original, to the word', () => {
    const main = body.replace(/<text:note-body>.*?<\/text:note-body>/g, '')
    const readNotes = paper.text.split('\n\n').filter(paragraph => /^\d [A-Z]/.test(paragraph))
    expect(readNotes.map(wordsOf)).toEqual([note(0), note(1)])
    const withoutNotes = paper.text
      .split('\n\n')
      .filter(paragraph => !readNotes.includes(paragraph))
      .join('\n\n')
    expect(wordsOf(withoutNotes)).toBe(wordsOf(withoutTags(main)))
  })

  test('has its paragraphs, joined over lines, columns and pages, and nothing of the running lines', () => {
    const paragraphs = [
      ...body.matchAll(/<text:p text:style-name="Body">(.*?)<\/text:p>(?=\n|<\/text:section>)/g),
    ]
    expect(paragraphs).toHaveLength(11)
    const readParagraphs = paper.text.split('\n\n').map(wordsOf)
    for (const [, markup = ''] of paragraphs) {
      const words = wordsOf(withoutTags(markup.replace(/<text:note-body>.*?<\/text:note-body>/g, '')))
      expect(readParagraphs).toContain(words)
    }
    expect(paper.text).not.toMatch(/Working paper 14|Page \d/)
  })

  test('has its headings, its table row by row, and its pages where their first words stand', () => {
    expect(paper.text.match(/^#.*$/gm)).toEqual([
      '# Grain reserves of the lake provinces',
      '## Why a reserve',
      '## What it holds',
      '## What it would do',
      '## What else could be done',
    ])
    expect(rowsAsLines(paper.text)).toContain('Western lake\t128,400\t3,200\n\nSouthern lake\t31,100\t6,900')
    expect(headsOf(paper)).toEqual([
      ['1', 'Grain reserves of the la'],
      ['2', 'a long winter,” its dire'],
      ['3', 'Province Wheat, tonnes R'],
      ['4', 'about a third, and the g'],
    ])
  })

  test('says what it says of itself', () => {
    expect(paper).toMatchObject({
      title: 'Grain reserves of the lake provinces',
      authors: ['Oda Linde'],
      publishedOn: null,
      language: 'en-GB',
      kind: 'pdf',
      images: [],
    })
  })
})

describe('an article printed by Chromium', async () => {
  const article = await read('harbour.pdf')

  test('has the words of the original, to the word', () => {
    const html = readFileSync(join(folder, 'harbour.html'), 'utf8')
    expect(wordsOf(article.text)).toBe(wordsOf(withoutTags(bodyOf(html))))
  })

  test('has its pages, its list, and figures that are raised', () => {
    expect(headsOf(article)).toEqual([
      ['1', 'Harbour towns weigh the '],
      ['2', 'A survey that was finish'],
      ['3', 'Ostrand 2,600 €61 millio'],
      ['4', 'the foundations are laid'],
    ])
    expect(article.text.match(/^- The /gm)).toHaveLength(2)
    expect(article.text).toContain(
      'E = mc² has nothing to do with it, Dr Rehn remarked, but 10⁶ cubic metres',
    )
  })

  test('says who wrote it, and when, in its head', () => {
    expect(article).toMatchObject({
      title: 'Harbour towns weigh the price of a wall',
      authors: ['Maren Holt'],
      publishedOn: '2025-03-03',
      language: 'en-GB',
    })
  })

  test('is read where only changing it is locked', async () => {
    expect((await read('owner-locked.pdf')).text).toBe(article.text)
  })

  test('tells each page that was read', async () => {
    const told: number[][] = []
    await readPdf('harbour.pdf', fixture('harbour.pdf'), (page, pages) => told.push([page, pages]))
    expect(told).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ])
  })
})

describe('a paper made by LaTeX, with bitmap fonts and their ligatures, two columns and running heads that differ', async () => {
  const paper = await read('tariffs.pdf')

  test('has the words of the original, to the word, in its paragraphs', () => {
    const tex = readFileSync(join(folder, 'tariffs.tex'), 'utf8')
    let note = 0
    const plain = tex
      .slice(tex.indexOf('\\section'), tex.indexOf('\\end{document}'))
      .replace(/\\footnote\{.*?\}(?=\n)/g, () => '¹²'[note++] ?? '')
      .replaceAll('``', '“')
      .replaceAll("''", '”')
      .replace(/\\([$%])/g, '$1')
    const paragraphs = plain.split(/\n+/).filter(line => line !== '' && !line.startsWith('\\section'))
    const isNote = (paragraph: string) => /^[¹²]/.test(paragraph)
    const read = paper.text.split('\n\n')
    const text = read.slice(read.indexOf('## 1 The question'))
    expect(text.filter(paragraph => !paragraph.startsWith('#') && !isNote(paragraph))).toEqual(paragraphs)
    expect(text.filter(isNote)).toHaveLength(2)
  })

  test('has no title or author that are none, and the date in its head', () => {
    expect(paper).toMatchObject({
      title: 'Tariffs and the price of bread',
      authors: [],
      publishedOn: '2025-05-14',
    })
    expect(headsOf(paper).map(([label]) => label)).toEqual(['1', '2', '3'])
  })
})

test('German with soft hyphens, of which Chromium draws each, has none, and its other hyphens', async () => {
  const html = readFileSync(join(folder, 'soft-hyphens.html'), 'utf8').replaceAll('\u00ad', '')
  const { text } = await read('soft-hyphens.pdf')
  expect(html).toContain('Wahlkampfmaßnahme')
  expect(wordsOf(text)).toBe(wordsOf(withoutTags(html.slice(html.indexOf('<h1>')))))
})

describe('Japanese', () => {
  test('has no spaces where lines end', async () => {
    const html = readFileSync(join(folder, 'japanese.html'), 'utf8')
    const { text, language } = await read('japanese.pdf')
    expect(text.replace(/^# /, '').split('\n\n')).toEqual(
      withoutTags(bodyOf(html))
        .trim()
        .split(/\s*\n\s*/),
    )
    expect(language).toBe('ja')
  })

  test('is read where its font is not in the file', async () => {
    expect((await read('unembedded-japanese.pdf')).text).toBe('日本銀行は政策金利を据え置いた。')
  })
})

test('pages have the labels that are printed on them', async () => {
  const document = await PDFDocument.load(fixture('grain.pdf'))
  const { context } = document
  const nums = context.obj([
    PDFNumber.of(0),
    context.obj({ S: PDFName.of('r') }),
    PDFNumber.of(2),
    context.obj({ S: PDFName.of('D'), P: PDFString.of('A-') }),
  ])
  document.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: nums }))
  const { pages } = await readPdf('labelled.pdf', await document.save(), () => {})
  expect(pages.map(({ label }) => label)).toEqual(['i', 'ii', 'A-1', 'A-2'])
})

test.each([90, 180, 270])('pages that are turned by %s° are read as if they were level', async turn => {
  const document = await PDFDocument.load(fixture('grain.pdf'))
  for (const page of document.getPages()) page.setRotation(degrees(turn))
  const { text } = await readPdf('turned.pdf', await document.save(), () => {})
  expect(text).toBe((await read('grain.pdf')).text)
})

test('a form has what was filled in', async () => {
  const document = await PDFDocument.create()
  const page = document.addPage([400, 400])
  page.drawText('Name of the applicant:', { x: 30, y: 350, size: 12 })
  const field = document.getForm().createTextField('name')
  field.setText('Harbour of Ostrand')
  field.addToPage(page, { x: 180, y: 342, width: 150, height: 20 })
  field.setFontSize(12)
  const { text } = await readPdf('form.pdf', await document.save(), () => {})
  expect(text.replace(/\s+/g, ' ')).toBe('Name of the applicant: Harbour of Ostrand')
})

describe('is refused, with the reason:', () => {
  const half = fixture('harbour.pdf').subarray(0, 31_000)
  const blank = async (count: number) => {
    const document = await PDFDocument.create()
    for (let page = 0; page < count; page++) document.addPage()
    return document.save()
  }

  test.each([
    ['a file locked with a password', async () => fixture('locked.pdf'), /“x.pdf” is locked with a password/],
    ['half a file', async () => half, /“x.pdf” is cut off/],
    ['what is no PDF', async () => fixture('harbour.html'), /“x.pdf” is not a whole PDF/],
    ['a scan', async () => fixture('scan.pdf'), /holds pictures of pages and no text.*\(OCR\)/],
    ['empty pages', () => blank(2), /“x.pdf” has nothing on its pages/],
    ['an empty file', async () => new Uint8Array(), /“x.pdf” is empty/],
    ['too many pages', () => blank(2001), /has 2001 pages; 2000 can be read/],
  ])('%s', async (_, bytes, message) => {
    await expect(readPdf('x.pdf', await bytes(), () => {})).rejects.toThrow(message)
    await expect(readPdf('x.pdf', await bytes(), () => {})).rejects.toThrow('Nothing was imported')
  })
})

test('the apostrophes of a font that draws two letters alike are apostrophes', async () => {
  const { text, title } = await read('apostrophes.pdf')
  expect(title).toBe('The harbour’s dues')
  expect(wordsOf(text)).toBe(
    'The harbour’s dues “It’s the towns’ money,” the minister’s aide said, “and they’ve a right to it.”',
  )
})
