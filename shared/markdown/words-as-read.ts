// A source's words as a reader sees them: without Markdown's marks, and with the line ends of hand-wrapped text as spaces.
import type { Source } from '../model/records.ts'
import { beginsCell, readingBlocks } from './reading-blocks.ts'

type Text = Pick<Source, 'text' | 'kind'>

/** Each character as it is read, with its offset (UTF-16 code units) in the source's text. */
type Read = { characters: string[]; offsets: number[] }

/** The words between two offsets of a source's text, as they are read; paragraphs are parted by a blank line. */
export function wordsBetween(source: Text, start: number, end: number): string {
  const { characters, offsets } = read(source)
  return characters.slice(firstAt(offsets, start), firstAt(offsets, end)).join('').trim()
}

/** The index of the first of rising offsets that is not before another. */
function firstAt(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The ranges of a source's text in which words stand as they are read, in order. */
export function rangesOfWords(words: string, source: Text): { start: number; end: number }[] {
  const { characters, offsets } = read(source)
  const text = characters.join('')
  const sought = words.replace(/\s*\n\s*/g, ' ').trim()
  const found: { start: number; end: number }[] = []
  if (sought === '') return found
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    found.push({ start: offsets[at] ?? 0, end: (offsets[at + sought.length - 1] ?? 0) + 1 })
  }
  return found
}

/** A source is asked for the words of one place after another. */
const lastRead = new WeakMap<Text, Read>()

function read(source: Text): Read {
  const known = lastRead.get(source) ?? readWhole(source)
  lastRead.set(source, known)
  return known
}

function readWhole({ text, kind }: Text): Read {
  const result: Read = { characters: [], offsets: [] }
  const add = (character: string, offset: number) => {
    result.characters.push(character)
    result.offsets.push(offset)
  }
  for (const block of readingBlocks(text, kind)) {
    const { tag, runs } = block
    const first = runs[0]
    if (!first) continue
    if (result.characters.length > 0) for (const end of '\n\n') add(end, first.start - 1)
    // A line end and the white space around it, quotation marks of Markdown between included, are one space.
    let isFolding = false
    for (const [at, run] of runs.entries()) {
      if (beginsCell(block, at)) add(' ', run.start - 1)
      for (let index = 0; index < run.text.length; index++) {
        const character = run.text[index] ?? ''
        const isBlank = /\s/.test(character)
        if (isFolding && isBlank) continue
        isFolding = tag !== 'pre' && /^[ \t\r]*\n/.test(run.text.slice(index, index + 50))
        add(isFolding ? ' ' : character, run.start + index)
      }
    }
  }
  return result
}
