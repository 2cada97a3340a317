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

/**
 * The same HTML in its parts, for a window that shows anew only those that changed: what stands before the text, the text
 * block by block with what follows it (which begins on no line), and what stands after.
 */
export type BriefPieces = {
  before: string
  isNumbered: boolean
  main: readonly BriefPiece[]
  after: string
}

/** A piece of a brief's HTML; `line`, from 1, is that of the Markdown on which it begins. */
export type BriefPiece = { line: number | null; html: string }

/** Renders a composed brief. */
export function renderBrief(document: BriefDocument): RenderedBrief {
  const { title, language } = document
  const { before, isNumbered, main, after } = renderPieces(document)
  const html = `${before}<main${isNumbered ? ' class="numbered-document"' : ''}>
${main.map(piece => piece.html).join('')}</main>
${after}`
  return { title, language, html, pageStyle: renderPageStyle(document), marginWords: marginWords(document) }
}

/** Renders a composed brief in pieces. */
export function renderPieces(document: BriefDocument): BriefPieces {
  const { title, marking, annex, notes, notesPlace, headings, hasContents } = document
  const band = marking === null ? '' : `<p class="marking">${escapeHtml(marking)}</p>\n`
  const before = `<header class="title-block">
${band}<p class="form">${annex ? annexLink : ''}${escapeHtml(document.form)}</p>
<h1>${renderTitle(title)}</h1>
${renderParticulars(document)}</header>
${hasContents ? renderContents(headings) : ''}`
  const sources =
    document.bodyListsSources || document.sources.length === 0
      ? ''
      : `<section class="sources-section">\n<h2 id="section-sources-of-this-brief">Sources</h2>\n${renderSourceList(document.sources)}</section>\n`
  const rest = `${notesPlace === 'annex' ? '' : renderNotes(notes, notesPlace)}${sources}`
  return {
    before,
    isNumbered: document.numbered,
    main: [...document.blocks, { line: null, html: rest }],
    after: `${annex ? renderAnnex(annex, notesPlace === 'annex' ? renderNotes(notes, notesPlace) : '') : ''}${band === '' ? '' : `<footer>\n${band}</footer>\n`}`,
  }
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
