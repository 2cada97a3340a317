// The words of a label: how many, which are left over at its ends, and Markdown's marks.

export const mostWords = 8

const emptyEnd =
  /(?:^|\s)(?:the|an?|of|in|on|at|to|by|for|with|from|about|around|roughly|nearly|almost|some|over|under|above|below|more|less|than|up|as|much|least|between|and|or|its|their|his|her|is|are|was|were|only|just|worth|an?other|estimated|approximately|—|–|-)$/i

/** Words without those at their end that only lead on to others. */
export function trimmedEnd(words: string): string {
  let label = words.replace(/\s+/g, ' ')
  for (let longer = ''; longer !== label; ) {
    longer = label
    label = label.replace(emptyEnd, '').replace(/[\s,.;:—–-]+$/, '')
  }
  return label.trim()
}

/** "The two raised" would be less without its article. */
export function withoutArticle(words: string): string {
  return words.replace(
    /^(?:the|an?)\s(?!\d|top|bottom|(?:two|three|four|five|six|seven|eight|nine|ten)\s)(?=\S)/i,
    '',
  )
}

export function firstWords(text: string): string {
  return text.split(/\s+/).filter(Boolean).slice(0, mostWords).join(' ')
}

export function lastWords(text: string): string {
  return text.split(/\s+/).filter(Boolean).slice(-mostWords).join(' ')
}

export function countOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** Text without Markdown's marks, each run of white space a space. */
export function plain(text: string): string {
  return text.replace(/[*_#`>|“”"]+/g, ' ').replace(/\s+/g, ' ')
}
