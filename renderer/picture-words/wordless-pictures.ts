// Pictures in a text that want words for those who do not see them. Pure; offsets are UTF-16 code units.

/** Where words go, between the brackets, of each picture without any in Markdown that stands at an offset. */
export function wordlessPictures(markdown: string, at: number): number[] {
  return [...markdown.matchAll(/!\[\]\(/g)].map(({ index }) => at + index + 2)
}

/** Words as they are written between a picture's brackets. */
export function writtenWords(words: string): string {
  return words.replace(/\s+/g, ' ').trim().replace(/[\\[\]]/g, '\\$&') // biome-ignore format: one line
}
