import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../main/capture/pdf.ts'

const folder = 'test/fixtures/capture/pdf/'

/** The paragraphs of a PDF without Markdown's marks. */
async function paragraphsOf(name: string): Promise<string[]> {
  const { text } = await readPdf(name, new Uint8Array(readFileSync(folder + name)), () => {})
  return text.split('\n\n').map(paragraph => paragraph.replace(/^(?:#+|-|\d\.) /, ''))
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
