// Markdown in which every word is read as it was written. The stored text is what evidence is found in, and a backslash
// or an entity would stand among its words, so neither is written: see shared/markdown/reading-blocks.ts.
import { readingBlocks } from '../../../shared/markdown/reading-blocks.ts'
import { wordsBetween } from '../../../shared/markdown/words-as-read.ts'

/** The words of a Markdown text as they are read, with white space folded. */
export function wordsRead(markdown: string): string {
  return foldAll(wordsBetween({ text: markdown, kind: 'html' }, 0, markdown.length))
}

/** All white space, line ends and non-breaking spaces included, as single spaces. */
export function foldAll(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** A line that begins as a list, a heading, a quotation, a rule, a fence, a table or HTML would. */
const blockStart = /^(?:[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|#{1,6}(?=\s|$)|>|`{3}|~{3}|<|[-*_=\s]+$|[|:\s-]+$)/

/**
 * Guards the lines of a paragraph against being read as the start of another block, by a non-breaking space before them:
 * Markdown does not skip it, and whoever reads the words does.
 */
export function guardLines(markdown: string): string {
  return markdown
    .split('\n')
    .map(line => (blockStart.test(line.trimStart()) ? `\u00a0${line.trimStart()}` : line))
    .join('\n')
}

/**
 * A paragraph of plain words, of one or several lines, as Markdown that is read as those words. What Markdown would take
 * for its own marks is set as code, which is read as it is written.
 */
export function plainMarkdown(text: string): string {
  const guarded = guardLines(text)
  const words = foldAll(text)
  if (wordsRead(guarded) === words) return guarded
  const marked = guardLines(misreadAsCode(guarded))
  return wordsRead(marked) === words ? marked : guardLines(asCode(text))
}

/** The words of a table's cell, in which no `|` stands, as Markdown that is read as those words. */
export function cellMarkdown(words: string): string {
  const isKept = (markdown: string) =>
    wordsRead(`| ${markdown} | - |\n| --- | --- |`) === foldAll(`${words} -`)
  return isKept(words) ? words : asCode(words)
}

function misreadAsCode(markdown: string): string {
  const isRead = new Uint8Array(markdown.length)
  for (const { runs } of readingBlocks(markdown, 'html')) {
    for (const { start, end } of runs) isRead.fill(1, start, end)
  }
  let result = ''
  for (let at = 0; at < markdown.length; ) {
    const isMisread = (index: number) => isRead[index] === 0 && /\S/.test(markdown[index] ?? ' ')
    if (!isMisread(at)) {
      result += markdown[at++]
      continue
    }
    const start = at
    while (at < markdown.length && isMisread(at)) at++
    result += asCode(markdown.slice(start, at))
  }
  return result
}

/** Words as a code span, whose fence is longer than any row of backticks in them. */
function asCode(words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([row]) => row.length))
  const fence = '`'.repeat(longest + 1)
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${words}${pad}${fence}`
}
