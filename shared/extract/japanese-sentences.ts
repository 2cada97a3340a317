import type { Range } from './sentences.ts'

/** The sentences of one Japanese paragraph, each with its 。 and what closes after it. */
export function japaneseSentencesOf(text: string, paragraph: Range): Range[] {
  const sentences: Range[] = []
  let start = paragraph.start
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(/[。！？!?][」』）)]*/gu)) {
    const end = paragraph.start + match.index + match[0].length
    sentences.push({ start, end })
    start = end
  }
  if (/\S/.test(text.slice(start, paragraph.end))) sentences.push({ start, end: paragraph.end })
  return sentences
}
