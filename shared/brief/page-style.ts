// The margins of a printed page, in CSS Paged Media's margin boxes. How they look is in resources/print.
import type { BriefDocument } from './brief-document.ts'
import { pageMargin, papers } from './paper.ts'
import { runningTitle } from './running-title.ts'

/** Millimetres that the running title has beside a marking (resources/print/page.css), and where there is none. */
const titleWidth = { besideMarking: 48, alone: 110 }
/** Of the margins' face, 7.5 points high, in millimetres. */
const em = 7.5 * (25.4 / 72)

/** The style sheet of one brief's pages: paper, marking top and bottom, running title from page 2, "Page x of y". */
export function renderPageStyle({
  title,
  marking,
  paper = 'a4',
  hasContents = false,
}: Pick<BriefDocument, 'title' | 'marking'> & Partial<Pick<BriefDocument, 'paper' | 'hasContents'>>): string {
  const { name, text, turnedText } = papers[paper]
  // A brief with contents is long enough to lose one's way in: its pages name their section.
  const section = !hasContents ? '' : `\n  @top-left { content: counter(page, running-section); }`
  const shownMarking = marking === null ? 'none' : cssString(marking)
  return `@page {
  size: ${name};
  margin: ${pageMargin.block}px ${pageMargin.inline}px;
  @top-center { content: ${shownMarking}; }
  @bottom-center { content: ${shownMarking}; }
  @bottom-left { content: ${cssString(titleInMargin({ title, marking }))}; width: ${widthOfTitle(marking)}mm; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }${section}
}
@page turned {
  size: ${name} landscape;
}
@page :first {
  @top-left { content: none; }
  @bottom-left { content: none; }
}
:root {
  --text-width: ${text.width}px;
  --text-height: ${text.height}px;
  --turned-width: ${turnedText.width}px;
  --turned-height: ${turnedText.height}px;
}
`
}

function widthOfTitle(marking: string | null): number {
  return marking === null ? titleWidth.alone : titleWidth.besideMarking
}

/** A brief's title as its pages repeat it: on one line, and no longer than there is room for. */
export function titleInMargin({ title, marking }: Pick<BriefDocument, 'title' | 'marking'>): string {
  return runningTitle(title, widthOfTitle(marking) / em)
}

/** Every word that may stand in the margins, for whoever loads their fonts: nothing in the page itself may use them. */
export function marginWords({ title, marking }: Pick<BriefDocument, 'title' | 'marking'>): string {
  return `${marking ?? ''} ${title}… Page of 0123456789`
}

/** A CSS string that no text can break out of: all but plain letters, digits and spaces are written by code point. */
function cssString(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 ]/gu, character => {
    const code = character.codePointAt(0) ?? 0
    const isCharacter = code !== 0 && !(code >= 0xd800 && code <= 0xdfff)
    return `\\${(isCharacter ? code : 0xfffd).toString(16)} `
  })
  return `"${escaped}"`
}
