import { foldWhite } from './shown-blocks.ts'
import { plainMarkdown } from './words-kept.ts'

/**
 * A plain text as Markdown that is read as its words: paragraphs, in the lines they were wrapped in, and what is quoted
 * with `>` as quotations.
 */
export function plainTextMarkdown(text: string): string {
  const blocks: string[] = []
  let lines: string[] = []
  let depth = 0
  const end = () => {
    if (lines.length > 0) {
      const mark = depth > 0 ? `${'> '.repeat(depth)}` : ''
      blocks.push(
        plainMarkdown(lines.join('\n'))
          .split('\n')
          .map(line => mark + line)
          .join('\n'),
      )
    }
    lines = []
  }
  for (const written of text.split(/\r\n?|\n/)) {
    const quoted = /^(?:> ?)+/.exec(written)?.[0] ?? ''
    const words = foldWhite(written.slice(quoted.length))
    const quotes = Math.min(quoted.replaceAll(' ', '').length, 10)
    if (words === '' || quotes !== depth) end()
    depth = quotes
    if (words !== '') lines.push(words)
  }
  end()
  return blocks.join('\n\n')
}
