import type { Range } from './sentences.ts'

/** The sentences of one Japanese paragraph, each with its 。 and what closes after it. */
export function japaneseSentencesOf(text: string, paragraph: Range): Range[] {
  const sentences: Range[] = []
  let start = paragraph.start
  const end = /[。！？!?][」』）)]*/gu
  end.lastIndex = start
  for (let match = end.exec(text); match !== null && match.index < paragraph.end; match = end.exec(text)) {
    const until = Math.min(end.lastIndex, paragraph.end)
    sentences.push({ start, end: until })
    start = until
  }
  if (/\S/.test(text.slice(start, paragraph.end))) sentences.push({ start, end: paragraph.end })
  return sentences
}
