// The one way from HTML to Markdown: its words are read as they stood on the page, to the letter.
import { type DomElement, isElement } from './dom.ts'
import { type InlineWriter, inlineWriters } from './inline-markdown.ts'
import { foldWhite, type ShownBlock, shownBlocks } from './shown-blocks.ts'
import { cellMarkdown, foldAll, guardLines, plainMarkdown, wordsRead } from './words-kept.ts'

/**
 * The words of an element as Markdown: headings, lists, quotations, tables, code, links and emphasis, as far as they can
 * be written without a change to a word. Relative links are resolved against `base`, an address, or are words only.
 * Pictures and their alternative texts are no words. Throws a RangeError where the element is nested too deeply.
 */
export function htmlToMarkdown(element: DomElement, base: string | null): string {
  return write(shownBlocks(element), inlineWriters(base))
}

function write(blocks: readonly ShownBlock[], writers: readonly InlineWriter[]): string {
  return blocks
    .map(block => writeBlock(block, writers))
    .filter(text => text !== '')
    .join('\n\n')
}

function writeBlock(block: ShownBlock, writers: readonly InlineWriter[]): string {
  switch (block.kind) {
    case 'line':
      return block.heading > 0
        ? headingMarkdown(block.words, block.heading)
        : lineMarkdown(block.words, writers)
    case 'quote':
      return indented(write(block.blocks, writers), '> ', '> ')
    case 'list':
      return writeList(block.items, block.start, writers)
    case 'code':
      return writeCode(block.text)
    case 'table':
      return writeTable(block.rows)
    case 'rule':
      // Hyphens would make one rule of a list's mark and the rule in its item.
      return '***'
  }
}

function writeList(
  items: readonly ShownBlock[][],
  start: number | null,
  writers: readonly InlineWriter[],
): string {
  const written = items.map((blocks, index) => {
    const mark = start === null ? '- ' : `${start + index}. `
    const [first, ...rest] = blocks
    // A list directly under an item's one line is set close to it, as far as Markdown still sees it there.
    const isClose = ({ kind, ...rest }: ShownBlock) =>
      kind === 'list' && 'start' in rest && (rest.start === null || rest.start === 1)
    const isTight = first?.kind === 'line' && rest.length > 0 && rest.every(isClose)
    const text = isTight ? `${writeBlock(first, writers)}\n${write(rest, writers)}` : write(blocks, writers)
    return indented(text, mark, ' '.repeat(mark.length))
  })
  return written.join(
    items.some(blocks => blocks.filter(({ kind }) => kind === 'line').length > 1) ? '\n\n' : '\n',
  )
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (line === '' ? others.trimEnd() : (index === 0 ? first : others) + line))
    .join('\n')
}

function writeCode(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`+)/gm)].map(([, row]) => row?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

function writeTable([head, ...rows]: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellMarkdown).join(' | ')} |`
  if (!head) return ''
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}

function headingMarkdown(words: DomElement, depth: number): string {
  const text = foldWhite(wordsOf(words, ' '))
  const mark = `${'#'.repeat(depth)} `
  // Number signs at a heading's end would be no part of it.
  const markdown = plainMarkdown(text).replace(/#$/, '#\u00a0')
  return wordsRead(mark + markdown) === foldAll(text) ? mark + markdown : plainMarkdown(text)
}

/** The richest Markdown of a paragraph that is read as its words. */
function lineMarkdown(line: DomElement, writers: readonly InlineWriter[]): string {
  const text = wordsOf(line, '\n')
    .split('\n')
    .map(words => foldWhite(words))
    .filter(words => words !== '')
    .join('  \n')
  if (line.querySelector(':not(br):not(span)') !== null) {
    for (const write of writers) {
      const markdown = guardLines(withoutBlankLines(write(line)))
      if (wordsRead(markdown) === foldAll(text)) return markdown
    }
  }
  return plainMarkdown(text)
}

function withoutBlankLines(markdown: string): string {
  const lines = markdown.split('\n').filter(text => text.trim() !== '')
  return lines
    .map(text => text.replace(/^ +/, ''))
    .join('\n')
    .trimEnd()
}

function wordsOf(element: DomElement, lineEnd: string): string {
  return [...element.childNodes]
    .map(child => {
      if (!isElement(child)) return child.nodeType === 3 ? (child.textContent ?? '') : ''
      return child.localName === 'br' ? lineEnd : wordsOf(child, lineEnd)
    })
    .join('')
}
