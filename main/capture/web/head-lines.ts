// The lines at the head of an article that say what stands in the fields of a source: its title, who wrote it and when.
import { blocksOfLines } from '../from-html/block-elements.ts'
import type { DomElement } from '../from-html/dom.ts'
import { foldAll } from '../from-html/words-kept.ts'
import { linkShare } from './page-chrome.ts'
import type { PageFacts } from './page-facts.ts'
import { writtenDay } from './written-day.ts'

/** How many lines are looked at; the text itself ends the search sooner. */
const headLines = 12

/** Takes away the lines before an article's first sentence that say no more than its facts do, or lead elsewhere. */
export function removeHeadLines(article: DomElement, facts: PageFacts): void {
  let seen = 0
  for (const line of blocksOfLines(article)) {
    const words = foldAll(line.textContent ?? '')
    if (words === '') continue
    if (isFact(line, words, facts) || linkShare(line) > 0.9) line.remove()
    else if (++seen > headLines || /[.。!?！？”"」]$/.test(words) || words.length > 200) return
  }
}

function isFact(line: DomElement, words: string, facts: PageFacts): boolean {
  if (words === facts.title) return true
  const parts = words.split(/\s+[·•|–—]\s+|\s{2,}/)
  return parts.every(part => isDate(line, part, facts) || isByline(part, facts) || isReadingTime(part))
}

function isDate(line: DomElement, part: string, facts: PageFacts): boolean {
  const times = [...line.querySelectorAll('time')].map(time => foldAll(time.textContent ?? ''))
  if (times.some(time => time !== '' && part.replace(time, '').length <= 12)) return true
  return facts.publishedOn !== null && part.length <= 50 && writtenDay(part) === facts.publishedOn
}

function isByline(part: string, { authors, publisher }: PageFacts): boolean {
  const names = [...authors, ...(publisher ? [publisher] : [])]
  if (authors.length === 0 || part.length > 200) return false
  const rest = names.reduce((words, name) => words.replaceAll(name, ''), part)
  return rest !== part && /^(?:\s|,|;|、|・|＝|by|and|for|in|at|文|記者|取材)*$/i.test(rest)
}

function isReadingTime(part: string): boolean {
  return /^\d+[- ]min(?:ute)?s?(?: read| listen)?$/i.test(part)
}
