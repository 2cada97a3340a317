import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../../main/capture/pdf/pdf.ts'
import { rowsAsLines } from './rows-as-lines.ts'

const folder = 'test/fixtures/capture/pdf/'

/** The paragraphs of a PDF without Markdown's marks. */
async function paragraphsOf(name: string): Promise<string[]> {
  const { text } = await readPdf(name, new Uint8Array(readFileSync(folder + name)), () => {})
  return rowsAsLines(text)
    .split('\n\n')
    .map(paragraph => paragraph.replace(/^(?:#+|-|\d\.) /, ''))
}

const html = readFileSync(`${folder}layouts.html`, 'utf8')
const original = [...html.matchAll(/<(h1|h2|p|li|tr|blockquote|b(?=>In))\b[^>]*>(.*?)(?=<\/\1>|<ul>)/gs)].map(
  ([, , words = '']) =>
    words
      .replace(/<\/t[dh]><t[dh]>/g, '\t')
      .replace(/<br>/g, ' ')
      .replace(/<[^>]+>/g, ''),
)
const isInBox = (words: string) => /^(?:In brief|The box stands|It has two)/.test(words)
const isAddress = (words: string) => words.startsWith('First line')

test('the original has what the layouts are about', () => {
  expect(original).toHaveLength(23)
})

describe('three columns under a heading, a table, a side box, lists, a watermark, letters set apart, Hebrew and Arabic', () => {
  test('are read in the order of its tags where it has them', async () => {
    expect(await paragraphsOf('layouts.pdf')).toEqual(original)
  })

  test('are read by where they stand where it has none, the side box behind the page’s text', async () => {
    const read = await paragraphsOf('layouts-untagged.pdf')
    const flow = original.filter(words => !isInBox(words) && !isAddress(words))
    expect(read.filter(words => flow.includes(words))).toEqual(flow)
    const box = read.findIndex(isInBox)
    expect(read.slice(box, box + 3)).toEqual(original.filter(isInBox))
    expect(read.toSpliced(box, 3).slice(flow.length)).toEqual([
      'First line of an address',
      'Second line of it',
      'Third line',
    ])
  })
})

test('a ruled table whose cells have several lines and stand at several heights is read row by row', async () => {
  const html = readFileSync(`${folder}outlook.html`, 'utf8')
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.replace(/<\/t[dh]><t[dh][^>]*>/g, '\t').replace(/<[^>]+>/g, ''),
  )
  const read = await paragraphsOf('outlook.pdf')
  expect(rows).toHaveLength(4)
  expect(read.filter(paragraph => paragraph.includes('\t'))).toEqual(rows)
})

test('bullets, numbers and raised and lowered figures are read as such', async () => {
  const { text } = await readPdf(
    'outlook.pdf',
    new Uint8Array(readFileSync(`${folder}outlook.pdf`)),
    () => {},
  )
  expect(text.match(/^- \S+/gm)).toEqual(['- Inflation', '- Employment', '- Exports'])
  expect(text.match(/^\d\. \S+/gm)).toEqual(['1. Keep', '2. Publish', '3. Review'])
  expect(text).toContain('Some bold words, italic words and H2O, CO2 and 10³.')
})
