// A long brief as people write one: headings, paragraphs, lists, a table, quotes of a library, and notes.
import type { Quote, Source } from '../../shared/model/records.ts'
import { generatedRecords } from './generated-library.ts'
import { prose } from './sample-brief.ts'

/** `length` UTF-16 code units or a little more; `quotes` are the records that it refers to. */
export function writtenBrief(
  length: number,
  seed: number,
): { body: string; quotes: Quote[]; sources: Source[] } {
  const [quotes, sources]: [Quote[], Source[]] = [[], []]
  for (const { collection, record } of generatedRecords(20, seed)) {
    if (collection === 'quotes') quotes.push(record as Quote)
    if (collection === 'sources') sources.push(record as Source)
  }
  const blocks: string[] = []
  let written = 0
  for (const [number, paragraph] of prose(length).split('\n\n').entries()) {
    const added = beside(paragraph, number, quotes[number % quotes.length]?.id ?? '')
    blocks.push(added)
    written += added.length + 2
    if (written >= length) break
  }
  return { body: blocks.join('\n\n'), quotes, sources }
}

/** What stands in the place of a paragraph. */
function beside(paragraph: string, number: number, quote: string): string {
  if (paragraph.startsWith('#')) return paragraph
  const sentences = paragraph.split('. ')
  switch (number % 8) {
    case 1:
      return `${paragraph} As one of them put it, :quote[]{#${quote}}.`
    case 2:
      return sentences.map(sentence => `- ${sentence}`).join('\n')
    case 3:
      return `${paragraph} Nobody said *how much*, or **when**.[^note-${number}]\n\n[^note-${number}]: ${sentences[0]}.`
    case 4:
      return `${paragraph}\n\n::quote{#${quote}}`
    case 5:
      return `| Month | Holdings |\n| --- | ---: |\n| April | ${number},100 |\n| May | ${number},300 |\n\n${paragraph}`
    default:
      return paragraph
  }
}
