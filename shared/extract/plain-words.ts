// The words of a part of a text, without Markdown's marks and those of lists and footnotes.
import { monthNames } from '../dates/calendar-words.ts'

/**
 * Words without Markdown's marks, footnote marks and quotation marks, with single spaces. What it takes may begin or end
 * within a link or between a pair of marks.
 */
export function plainWords(text: string): string {
  return text
    .replace(/\[\^[^\]\s]{1,20}\]|\[\d{1,3}\]|\\\[\d{1,3}\\\]|[¹²³⁰⁴-⁹†‡]/gu, '')
    .replace(/\]\([^)\s]{0,500}(?:\s"[^"]{0,80}")?\)/g, '')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(/!?\[|\]/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|[*`“”"#]+/gu, '')
    .replace(/[|>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s(?=[,;.:](?:\s|$))/g, '')
    .trim()
}

const itemMark = new RegExp(
  `^(?:[-+•·–]\\s+|\\(?\\d{1,3}[.)]\\s+|\\(?\\p{Ll}\\)\\s+|\\d{1,2}\\s(?!${monthNames.join('|')})(?=\\p{Lu}\\p{Ll}*\\s\\p{Ll}))`,
  'u',
)

/** Words at the head of a line without the number or mark of a list's item or a footnote: "1. calls", "2 Letter of". */
export function withoutItemMark(words: string): string {
  return words.replace(itemMark, '')
}
