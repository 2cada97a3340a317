// What is wrong with a printed brief, told from the PDF and from what was to be printed.
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { pageMargin } from '../../shared/brief/paper.ts'
import type { LaidOutPdf, Run } from './laid-out-pdf.ts'

export type Look = { name: string; looked: number; problems: string[] }

const pointsPerPixel = 0.75

/** Everything that can be told; `body` is the Markdown, in which `Call 12.` stands before the call of `Note 12:`. */
export function lookOver(pdf: LaidOutPdf, document: BriefDocument, body: string, html: string): Look[] {
  return [
    notesOnTheirPages(pdf, body),
    contentsRight(pdf, document),
    wordsKept(pdf, html),
    textsInOrder(pdf, html),
    markingTwice(pdf, document),
    wordsWhole(pdf, document),
    nothingOverlaps(pdf),
    nothingOutside(pdf),
    outlineRight(pdf, document),
    ownFacesAlone(pdf),
  ]
}

function notesOnTheirPages({ pages }: LaidOutPdf, body: string): Look {
  const numbers = [...body.matchAll(/Call\s(\d+)\.\[\^/g)].map(([, number]) => number)
  const pageOf = (words: RegExp) => pages.findIndex(page => words.test(page.words)) + 1
  const problems = numbers.flatMap(number => {
    const [call, note] = [pageOf(new RegExp(`Call ${number}\\.`)), pageOf(new RegExp(`Note ${number}:`))]
    return call > 0 && call === note
      ? []
      : [`note ${number} is called on page ${call} and stands on page ${note}`]
  })
  return { name: 'notes on the page that calls them', looked: numbers.length, problems }
}

function contentsRight({ pages, destinations }: LaidOutPdf, { headings: entries }: BriefDocument): Look {
  const lines = pages.flatMap(page => linesOf(page.runs))
  let from = 0
  const problems = entries.flatMap(({ id, html }) => {
    const title = words(textOf(html)).join('')
    const at = lines.findIndex((line, index) => index >= from && line.startsWith(title) && /\d+$/.test(line))
    const printed = at < 0 ? null : Number(/\d+$/.exec(lines[at] ?? '')?.[0].slice(-3))
    from = Math.max(from, at + 1)
    const page = destinations.get(id)
    // A title may end in a digit of its own.
    return at >= 0 && page !== undefined && (lines[at] ?? '') === `${title}${page}`
      ? []
      : [`“${textOf(html)}” is on page ${page}, the contents say ${printed}`]
  })
  return { name: 'entries of the contents', looked: entries.length, problems }
}

/** The text of each line, without spaces. */
function linesOf(runs: readonly Run[]): string[] {
  const lines: { bottom: number; runs: Run[] }[] = []
  for (const run of runs) {
    const line = lines.find(({ bottom }) => Math.abs(bottom - run.bottom) < 2)
    if (line) line.runs.push(run)
    else lines.push({ bottom: run.bottom, runs: [run] })
  }
  return lines.map(({ runs: own }) =>
    own
      .toSorted((one, other) => one.left - other.left)
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, ''),
  )
}

/** What of a brief's HTML is printed. */
function printedHtml(html: string): string {
  return (
    html
      .replace(/<p class="marking">[\s\S]*?<\/p>|<h2 id="notes-of-this-brief">[\s\S]*?<\/h2>/g, ' ')
      // What a picture says to who does not see it is in the PDF, and not printed.
      .replace(/<(title|desc)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<h\d[^>]* class="empty">[\s\S]*?<\/h\d>/g, ' ')
  )
}

const ofBlocks =
  /<\/?(?:address|blockquote|br|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|g|h[1-6]|header|hr|img|legend|li|main|nav|ol|p|pre|section|svg|table|tbody|td|text|th|thead|tr|ul)\b[^>]*>/g

/** A text that goes over so many ends of pages is told as lost. */
const mostParts = 6

/** Every text of a block stands in the PDF sign by sign, on one page or going on from one to the next. */
function textsInOrder({ pages }: LaidOutPdf, html: string): Look {
  const texts = printedHtml(html)
    // Raised marks are drawn after the text that they stand in; that they are there is told by the signs.
    .replace(/<sup\b[\s\S]*?<\/sup>/g, '')
    .split(ofBlocks)
    .map(piece => squeezed(textOf(piece).replaceAll('\u00ad', '')))
    // What is read from the right is drawn from the left; that it is there is told by the signs.
    .filter(text => text.length > 1 && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text))
  const printed = pages.map(({ copied }) => squeezed(copied))
  const problems = texts.filter(
    text => !printed.some((_, page) => standsFrom(printed.slice(page, page + mostParts), text, mostParts)),
  )
  return {
    name: 'texts whole and in their order',
    looked: texts.length,
    problems: problems.map(text => `“${text.slice(0, 60)}”`),
  }
}

/** Whether a text stands on the first of the pages, or begins there and goes on from each to the next. */
function standsFrom([page, ...others]: readonly string[], text: string, parts: number): boolean {
  if (page === undefined || parts === 0) return false
  if (page.includes(text)) return true
  const longest = longestBeginning(text, page)
  // A sign or two of what goes on may stand on this page by chance.
  const cuts = [longest, longest - 1, longest - 2].filter(cut => cut > 0)
  return cuts.some(cut => standsFrom(others, text.slice(cut), parts - 1))
}

function longestBeginning(text: string, page: string): number {
  let [low, high] = [0, text.length]
  while (low < high) {
    const half = (low + high + 1) >> 1
    if (page.includes(text.slice(0, half))) low = half
    else high = half - 1
  }
  return low
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Every word of the document stands in the PDF as often, at least: the heads of tables are printed again. */
function wordsKept({ pages }: LaidOutPdf, html: string): Look {
  const expected = words(textOf(printedHtml(html)))
  // Words may be cut at the end of a line, so what is compared is how often each sign stands.
  const printed = countSigns(pages.map(page => page.copied).join(''))
  const wanted = countSigns(expected.join(''))
  const problems = [...wanted].flatMap(([sign, count]) => {
    const there = printed.get(sign) ?? 0
    return there >= count ? [] : [`“${sign}” stands ${there} times and not ${count}`]
  })
  return { name: 'words of the document', looked: expected.length, problems }
}

/** A hyphen at a line's end is drawn beside its word, and none is hidden within one. */
function wordsWhole({ pages }: LaidOutPdf, { hyphens }: BriefDocument): Look {
  const problems = pages.flatMap(({ copied }, index) =>
    copied.includes('\u00ad') ? [`page ${index + 1} has soft hyphens within its words`] : [],
  )
  const isDivided = pages.some(({ runs }) => runs.some(({ text }) => text === '-'))
  if (hyphens !== isDivided) problems.push(`words are ${isDivided ? '' : 'not '}divided at the ends of lines`)
  return { name: 'pages whose words are whole', looked: pages.length, problems }
}

function countSigns(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sign of text.normalize('NFKC'))
    if (/\S/.test(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

function markingTwice({ pages }: LaidOutPdf, { marking }: BriefDocument): Look {
  const problems = pages.flatMap(({ words: text }, index) => {
    const count = marking === null ? 2 : text.split(marking).length - 1
    return count === 2 ? [] : [`page ${index + 1} has the marking ${count} times`]
  })
  return { name: 'marking twice on each page', looked: pages.length, problems }
}

function nothingOverlaps({ pages }: LaidOutPdf): Look {
  const problems = pages.flatMap(({ runs }, index) =>
    runs.flatMap((one, at) =>
      runs.slice(at + 1).flatMap(other => {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        const lower = Math.min(one.bottom - one.top, other.bottom - other.top)
        return wide > 1 && high > lower * 0.3
          ? [`page ${index + 1}: “${one.text.slice(0, 30)}” and “${other.text.slice(0, 30)}”`]
          : []
      }),
    ),
  )
  return {
    name: 'runs that overlap no other',
    looked: pages.reduce((sum, { runs }) => sum + runs.length, 0),
    problems,
  }
}

function nothingOutside({ pages }: LaidOutPdf): Look {
  const inline = pageMargin.inline * pointsPerPixel
  const problems = pages.flatMap(({ runs, width, height }, index) =>
    runs
      .filter(
        run => run.left < inline - 8 || run.right > width - inline + 1 || run.top < 0 || run.bottom > height,
      )
      .map(run => `page ${index + 1}: “${run.text.slice(0, 40)}”`),
  )
  return {
    name: 'runs inside the sheet and its side margins',
    looked: pages.reduce((sum, { runs }) => sum + runs.length, 0),
    problems,
  }
}

function outlineRight({ outline, isTagged }: LaidOutPdf, { headings }: BriefDocument): Look {
  let from = 0
  const problems = headings.flatMap(({ html }) => {
    const title = squeezed(textOf(html))
    const at = outline.findIndex((entry, index) => index >= from && squeezed(entry) === title)
    from = Math.max(from, at + 1)
    return at === -1 ? [`“${textOf(html)}” is not in the outline, or not in its place`] : []
  })
  return {
    name: 'tags and outline',
    looked: outline.length,
    problems: isTagged ? problems : ['no tags', ...problems],
  }
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

/** The words of HTML that this project made: no attribute of it has a mark of its own in it. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** No drawn letters (Type 3), and no face that only this machine may have. */
function ownFacesAlone({ faces }: LaidOutPdf): Look {
  const own =
    /^[A-Z]{6}\+(?:SourceSerif4|Inter|IBMPlexMono|Noto(?:NaskhArabic|Serif|SansMath|SansSymbols2|Emoji))/
  const problems = faces.filter(face => !own.test(face)).map(face => `“${face}” is no face of the app`)
  return { name: 'faces that are the app’s own', looked: faces.length, problems }
}
