// Blocks to Markdown that reads as they do.
import { sourceGrammar } from '../../../shared/markdown/grammar.ts'
import { readingBlocks } from '../../../shared/markdown/reading-blocks.ts'
import type { Block } from './paragraphs.ts'
import { placeInLine, rowsFrom, tableLines } from './table-markdown.ts'

const prefixes: Record<Block['kind'], string> = {
  title: '# ',
  heading: '## ',
  item: '- ',
  paragraph: '',
  numbered: '',
  row: '',
}

/** The text of a document, its blocks parted by blank lines, and where each page's first words stand in it (UTF-16 code units, rising). */
export function markdownOf(blocks: readonly Block[]): {
  text: string
  pages: { page: number; start: number }[]
} {
  let text = ''
  const pages: { page: number; start: number }[] = []
  const turnTo = (page: number, start: number) => {
    if (page > (pages.at(-1)?.page ?? -1)) pages.push({ page, start })
  }
  const numbered = numberedOf(blocks)
  const shown = blocks.filter(block => block.text.trim() !== '')
  for (let index = 0; index < shown.length; index++) {
    const block = shown[index]
    if (!block) break
    if (text !== '') text += '\n\n'
    const rows = shown.slice(index, index + rowsFrom(shown, index))
    const lines = rows.length > 0 ? tableLines(rows) : null
    if (lines) {
      for (const [line, written] of lines.entries()) {
        // The second line only parts the head from the rest.
        const row = line === 0 ? rows[0] : line === 1 ? undefined : rows[line - 1]
        if (line > 0) text += '\n'
        for (const { page, start } of row?.pages ?? [])
          turnTo(page, text.length + (row ? placeInLine(row, start) : 0))
        text += written
      }
      index += rows.length - 1
      continue
    }
    const prefix = prefixes[block.kind]
    // The number of an item is a mark of Markdown as it is.
    const mark = numbered.has(block) ? (/^\d{1,3}[.)] /.exec(block.text)?.[0] ?? '') : ''
    const escapes = escapesOf(prefix + mark, block.text.slice(mark.length)).map(at => at + mark.length)
    for (const { page, start } of block.pages) {
      const before = escapes.filter(at => at < start).length
      turnTo(page, text.length + prefix.length + start + before)
    }
    text += prefix + withEscapes(block.text, escapes)
  }
  return { text, pages }
}

/** The paragraphs that are items of a numbered list: the numbered one before or after has the number before or after. */
function numberedOf(blocks: readonly Block[]): Set<Block> {
  const found = blocks.flatMap(block => {
    const number =
      block.kind === 'paragraph' || block.kind === 'numbered'
        ? /^(\d{1,3})[.)] /.exec(block.text)?.[1]
        : undefined
    return number === undefined ? [] : [{ block, number: Number(number) }]
  })
  const isItem = ({ block, number }: { block: Block; number: number }, index: number) =>
    block.kind === 'numbered' ||
    found[index - 1]?.number === number - 1 ||
    found[index + 1]?.number === number + 1
  return new Set(found.filter(isItem).map(({ block }) => block))
}

const suspect = /[*_`~[<]| #+$|^(?:[#>:=+-]|\d{1,9}[.)](?:\s|$))/

/** Where a backslash must stand in a text so that none of its words is taken for a mark: nowhere, mostly. */
function escapesOf(prefix: string, text: string): number[] {
  if (!suspect.test(text)) return []
  let escapes: number[] = []
  for (let round = 0; round < 8; round++) {
    const written = prefix + withEscapes(text, escapes)
    if (readsAs(written, withEscapes(text, escapes))) return escapes
    const added = new Set(escapes)
    for (const at of marksOf(written, prefix.length)) {
      const before = escapes.filter((place, index) => prefix.length + place + index < at).length
      const place = at - prefix.length - before
      // A backslash of the text would take the one that is put after it for its own.
      for (let first = place; first >= 0; first--) {
        added.add(first)
        if (text[first - 1] !== '\\') break
      }
    }
    if (added.size === escapes.length) return escapes
    escapes = [...added].sort((a, b) => a - b)
  }
  return escapes
}

function withEscapes(text: string, escapes: readonly number[]): string {
  let written = ''
  let from = 0
  for (const at of escapes) {
    written += `${text.slice(from, at)}\\`
    from = at
  }
  return written + text.slice(from)
}

function readsAs(written: string, words: string): boolean {
  const blocks = readingBlocks(written, 'pdf')
  const isPlain = !blocks.some(({ tag }) => tag === 'pre' || tag === 'blockquote')
  const read = blocks.map(({ runs }) => runs.map(run => run.text).join('')).join('\n')
  return isPlain && read === words.trim() && !blocks.some(({ runs }) => runs.some(isStyled))
}

function isStyled({ strong, emphasis, code }: { strong?: true; emphasis?: true; code?: true }): boolean {
  return strong === true || emphasis === true || code === true
}

/** Each character that is read as a mark; of a number with a stop, the stop; of a rule, the first from `start` on. */
function marksOf(written: string, start: number): number[] {
  const places: number[] = []
  sourceGrammar.parse(written).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'HorizontalRule' || name === 'CommentBlock' || name === 'Comment')
        places.push(Math.max(from, start))
      if (name === 'ListMark' && to - from > 1) places.push(to - 1)
      else if (name.endsWith('Mark')) for (let at = from; at < to; at++) places.push(at)
    },
  })
  return places
}
