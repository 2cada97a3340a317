// What was lost of a brief between Word's file and its pages, told from the pages.
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import { wordsOfHtml } from '../../shared/markdown/escape-html.ts'
import type { LaidOutPdf } from '../proof-pdf/laid-out-pdf.ts'
import type { Look } from '../proof-pdf/look-over.ts'

/** `body` is the Markdown, in which `Call 3.` stands before the call of `Note 3:`. */
export function lookOverDocx(pdf: LaidOutPdf, document: BriefDocument, body: string): Look[] {
  return [
    headingsKept(pdf, document),
    wordsKept(pdf, document),
    markingTwice(pdf, document),
    pagesNumbered(pdf),
    ...(document.notesPlace === 'foot'
      ? [notesOnTheirPages(pdf, body), notesLettered(pdf, document, body)]
      : []),
  ]
}

function headingsKept({ outline }: LaidOutPdf, { headings }: BriefDocument): Look {
  const squeezed = outline.map(squeeze)
  const problems = headings
    .map(({ html }) => wordsOfHtml(html.replace(/<sup\b[\s\S]*?<\/sup>/g, '')))
    .filter(words => !squeezed.some(title => title.includes(squeeze(words))))
  return { name: 'headings in the outline', looked: headings.length, problems }
}

/** Words may be cut at the end of a line, so what is compared is how often each letter stands. */
function wordsKept({ pages }: LaidOutPdf, document: BriefDocument): Look {
  const html = renderBrief(document)
    .html.replace(/<p class="marking">[\s\S]*?<\/p>|<h\d[^>]* class="empty">[\s\S]*?<\/h\d>/g, ' ')
    // At the foot of pages notes have no heading.
    .replace(/<h[23] id="notes-of-this-brief">[\s\S]*?<\/h[23]>/g, ' ')
    .replace(/<(title|desc)\b[\s\S]*?<\/\1>/g, ' ')
  const wanted = countLetters(wordsOfHtml(html))
  const there = countLetters(pages.map(({ words }) => words).join(' '))
  const problems = [...wanted].flatMap(([letter, count]) =>
    (there.get(letter) ?? 0) >= count
      ? []
      : [`“${letter}” stands ${there.get(letter) ?? 0} times and not ${count}`],
  )
  return { name: 'letters and digits, none of them lost', looked: wanted.size, problems }
}

function markingTwice({ pages }: LaidOutPdf, { marking }: BriefDocument): Look {
  const problems = pages.flatMap(({ words }, index) => {
    const count = words.split(marking ?? '\0').length - 1
    return count === 2 ? [] : [`page ${index + 1} has the marking ${count} times`]
  })
  return { name: 'marking twice on each page', looked: pages.length, problems }
}

function pagesNumbered({ pages }: LaidOutPdf): Look {
  const problems = pages.flatMap(({ words }, index) =>
    words.includes(`Page ${index + 1} of ${pages.length}`) ? [] : [`page ${index + 1} does not say so`],
  )
  return { name: 'pages that say which they are of how many', looked: pages.length, problems }
}

function notesOnTheirPages({ pages }: LaidOutPdf, body: string): Look {
  const numbers = [...new Set([...body.matchAll(/Call\s(\d+)\.\[\^/g)].map(([, number]) => number))]
  const pageOf = (words: string) => pages.findIndex(page => page.words.includes(words)) + 1
  const problems = numbers.flatMap(number => {
    const [call, note] = [pageOf(`Call ${number}.`), pageOf(`Note ${number}:`)]
    return call > 0 && call === note
      ? []
      : [`note ${number} is called on page ${call} and stands on page ${note}`]
  })
  return { name: 'notes on the page that calls them', looked: numbers.length, problems }
}

/** The letters are counted by Word, and here by LibreOffice. */
function notesLettered({ pages }: LaidOutPdf, { notes }: BriefDocument, body: string): Look {
  const all = squeeze(pages.map(({ words }) => words).join(' '))
  const lettered = notes.flatMap(({ letter, html }) => {
    const number = /Note (\d+):/.exec(html)?.[1]
    return new RegExp(`Call\\s${number}\\.\\[`).test(body) ? [{ letter, number }] : []
  })
  const problems = lettered.flatMap(({ letter, number }) => {
    const [one] = letter
    const call = new RegExp(`Call${number}\\.${letter}(?!${one})`)
    const note = new RegExp(`(?<!${one})${letter}Note${number}:`)
    return call.test(all) && note.test(all) ? [] : [`note ${number} is not called ${letter}`]
  })
  return { name: 'notes with the letters of the brief', looked: lettered.length, problems }
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.normalize('NFKC'))
    if (/[\p{L}\p{N}]/u.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}
