// The margins of a printed page, in CSS Paged Media's margin boxes. How they look is in resources/print.
import type { BriefDocument } from './brief-document.ts'

const longestRunningTitle = 90

/** The style sheet of one brief's margins: marking top and bottom, running title from page 2, "Page x of y". */
export function renderPageStyle({ title, marking }: Pick<BriefDocument, 'title' | 'marking'>): string {
  const shownMarking = marking === null ? 'none' : cssString(marking)
  return `@page {
  @top-center { content: ${shownMarking}; }
  @bottom-center { content: ${shownMarking}; }
  @bottom-left { content: ${cssString(shorten(title))}; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }
}
@page :first {
  @bottom-left { content: none; }
}
`
}

/** Every word that may stand in the margins, for whoever loads their fonts: nothing in the page itself may use them. */
export function marginWords({ title, marking }: Pick<BriefDocument, 'title' | 'marking'>): string {
  return `${marking ?? ''} ${title}… Page of 0123456789`
}

function shorten(title: string): string {
  const characters = [...title.replace(/\s+/g, ' ').trim()]
  if (characters.length <= longestRunningTitle) return characters.join('')
  const cut = characters.slice(0, longestRunningTitle).join('')
  return `${cut.replace(/\s+\S*$/, '')}…`
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
