import { escapeHtml } from '../markdown/escape-html.ts'
import { annexLink, renderAnnex } from './annex-html.ts'
import type { BriefDocument } from './brief-document.ts'
import { renderContents, renderNotes } from './notes-html.ts'
import { marginWords, renderPageStyle } from './page-style.ts'
import { particularsOf } from './particulars.ts'
import { renderSourceList } from './source-list-html.ts'

/** A brief ready for the document page, which the preview shows and the printer prints. */
export type RenderedBrief = {
  /** Plain text. */
  title: string
  /** A BCP 47 tag. */
  language: string
  /** What goes into the page's body: classes and ids, no styles and no scripts. */
  html: string
  /** The part of the style that is this brief's own: its marking, running title and page numbers. */
  pageStyle: string
  /** The words of the margins, whose fonts are to be loaded before printing. */
  marginWords: string
}

/** Renders a composed brief. */
export function renderBrief(document: BriefDocument): RenderedBrief {
  const { title, language, marking, annex, notes, notesPlace, headings, hasContents } = document
  const band = marking === null ? '' : `<p class="marking">${escapeHtml(marking)}</p>\n`
  const sources =
    document.bodyListsSources || document.sources.length === 0
      ? ''
      : `<section class="sources-section">\n<h2 id="section-sources-of-this-brief">Sources</h2>\n${renderSourceList(document.sources)}</section>\n`
  const html = `${band}<header class="title-block">
<p class="form">${annex ? annexLink : ''}${escapeHtml(document.form)}</p>
<h1>${renderTitle(title)}</h1>
${renderParticulars(document)}</header>
${hasContents ? renderContents(headings) : ''}<main${document.numbered ? ' class="numbered-document"' : ''}>
${document.body}${notesPlace === 'annex' ? '' : renderNotes(notes, notesPlace)}${sources}</main>
${annex ? renderAnnex(annex, notesPlace === 'annex' ? renderNotes(notes, notesPlace) : '') : ''}${band}`
  return { title, language, html, pageStyle: renderPageStyle(document), marginWords: marginWords(document) }
}

/** A line of a title may end with a dash and must not begin with one. */
function renderTitle(title: string): string {
  return escapeHtml(title).replace(/[^\s—–]+[—–](?=\S)/g, '<span class="with-dash">$&</span>')
}

function renderParticulars(document: BriefDocument): string {
  const shown = particularsOf(document).map(
    ({ name, value }) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>\n`,
  )
  return shown.length === 0 ? '' : `<dl class="particulars">\n${shown.join('')}</dl>\n`
}
