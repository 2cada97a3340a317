// What changed in a brief, as a document for the printer.
import { marginWords, renderPageStyle } from '../brief/page-style.ts'
import type { Paper } from '../brief/paper.ts'
import type { RenderedBrief } from '../brief/render-brief.ts'
import { formatEdtf } from '../dates/format-edtf.ts'
import { joinChanges } from '../diff/join-changes.ts'
import { type DiffPart, diffWords } from '../diff/word-diff.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import { isMarkedEnough } from '../verify/markings.ts'
import type { BriefChanges, EvidenceChange, FieldChange, ParagraphChange } from './brief-changes.ts'
import { fieldWords } from './field-words.ts'
import { foldText } from './fold-text.ts'

/** Calendar days: of the older version, and of the newer one or, where that is the brief as it is, of the comparison. */
export type DaysOfChanges = { from: string; to: string }

type Printed = { markings: readonly (string | null)[]; days: DaysOfChanges; paper: Paper }

/** The changes of a brief, bearing the higher marking of its two states. */
export function renderChanges(changes: BriefChanges, { markings, days, paper }: Printed): RenderedBrief {
  const { from, to, isSame } = changes
  const marking = highest(markings)?.toLocaleUpperCase('en') ?? null
  const title = changes.title
  const older = `v${from.version}, issued ${formatEdtf(days.from)}`
  const newer = to
    ? `v${to.version}, issued ${formatEdtf(days.to)}`
    : `As it stands on ${formatEdtf(days.to)}, not issued`
  const band = marking === null ? '' : `<p class="marking">${escapeHtml(marking)}</p>\n`
  const html = `${band}<header class="title-block">
<p class="form">What changed</p>
<h1>${escapeHtml(title)}</h1>
<dl class="particulars">
<div><dt>From</dt><dd>${escapeHtml(older)}</dd></div>
<div><dt>To</dt><dd>${escapeHtml(newer)}</dd></div>
</dl>
</header>
<main class="changes">
${isSame ? '<p>Nothing changed: the text, and all that it uses, are the same.</p>\n' : renderAll(changes)}</main>
${band}`
  const margins = { title: `What changed: ${title}`, marking }
  return {
    title: margins.title,
    language: 'en-GB',
    html,
    pageStyle: renderPageStyle({ ...margins, paper }),
    marginWords: marginWords(margins),
  }
}

function renderAll({ fields, text, evidence }: BriefChanges): string {
  const key =
    '<p class="key"><del>Struck through</del>: in the older one only. <ins>Underlined</ins>: in the newer one only.</p>\n'
  return (
    key +
    section('About the brief', fields.length === 0 ? '' : renderFields(fields)) +
    section('Text', text.some(({ kind }) => kind !== 'same') ? renderText(text) : '') +
    section('Evidence and sources', evidence.map(renderEvidence).join(''))
  )
}

/** A part of which nothing changed says so, where another did. */
function section(heading: string, html: string): string {
  return `<h2>${heading}</h2>\n${html === '' ? '<p class="folded">Unchanged</p>\n' : html}`
}

const markup = /^ {0,3}(#{1,6})\s+/

function renderText(text: readonly ParagraphChange[]): string {
  const paragraphs = foldText(text)
    .map(part => {
      if ('shown' in part) return renderParagraph(part.shown)
      const { length } = part.folded
      return `<p class="folded">${length === 1 ? '1 paragraph' : `${length} paragraphs`} unchanged</p>\n`
    })
    .join('')
  return `<div class="changed-text">\n${paragraphs}</div>\n`
}

function renderParagraph({ kind, parts }: ParagraphChange): string {
  const written = parts.map(({ text }) => text).join('')
  const marks = markup.exec(parts[0]?.text ?? '')
  if (marks) {
    const level = Math.min((marks[1]?.length ?? 1) + 1, 6)
    const [first, ...rest] = parts
    const words = first ? [{ ...first, text: first.text.slice(marks[0].length) }, ...rest] : []
    return `<h${Math.max(level, 3)} class="${kind}">${renderParts(words)}</h${Math.max(level, 3)}>\n`
  }
  return `<p class="${kind}${layoutOf(written)}">${renderParts(parts)}</p>\n`
}

/** An item of a list hangs; lines stay where they are what makes it up: in a table, in code. */
function layoutOf(written: string): string {
  if (/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(written)) return ' item'
  return /^\s*(?:\||>|```|~~~)/m.test(written) ? ' lines' : ''
}

const tags = { same: null, added: 'ins', removed: 'del' } as const

function renderParts(parts: readonly DiffPart[]): string {
  return parts
    .map(({ kind, text }) => {
      const html = emphasised(escapeHtml(text))
      const tag = tags[kind]
      return tag === null || html === '' ? html : `<${tag}>${html}</${tag}>`
    })
    .join('')
}

/** Markdown’s emphasis, where it begins and ends in the same run of words; where it does not its marks are left out. */
function emphasised(html: string): string {
  return html
    .replace(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '<em>$1</em>')
    .replace(/\*{2,3}/g, '')
}

const kinds = {
  quote: 'Quote',
  figure: 'Figure',
  event: 'Event',
  source: 'Source',
  person: 'Person',
} as const
const fates = {
  changed: 'changed',
  added: 'now used',
  removed: 'no longer used',
  deleted: 'deleted, and still linked',
} as const

function renderEvidence({ kind, title, change, fields }: EvidenceChange): string {
  const name = change === 'added' ? 'ins' : change === 'changed' ? 'span' : 'del'
  return `<section class="evidence-change">
<h3><span class="kind">${kinds[kind]}, ${fates[change]}</span> <${name}>${escapeHtml(title)}</${name}></h3>
${change === 'changed' ? renderFields(fields) : renderRecord(title, fields)}</section>
`
}

/** What came or went whole: its title is marked so, and the rest of it need not be. */
function renderRecord(title: string, fields: readonly FieldChange[]): string {
  const rest = fields.flatMap(({ name, before, after }) => {
    const value = after ?? before ?? ''
    return value === title ? [] : [row(name, escapeHtml(value))]
  })
  return rest.length === 0 ? '' : table(rest)
}

function renderFields(fields: readonly FieldChange[]): string {
  return table(fields.map(({ name, before, after }) => row(name, renderValues(before, after))))
}

function table(rows: readonly string[]): string {
  return `<table class="old-and-new"><tbody>\n${rows.join('')}</tbody></table>\n`
}

function row(name: string, html: string): string {
  return `<tr><th scope="row">${escapeHtml(fieldWords(name))}</th><td>${html}</td></tr>\n`
}

/** Characters of values that stand whole beside one another; the words of longer ones are compared. */
const longestValue = 80

function renderValues(before: string | null, after: string | null): string {
  if (before !== null && after !== null && Math.max(before.length, after.length) > longestValue)
    return renderParts(joinChanges(diffWords(before, after)))
  const old = before === null ? null : `<del>${escapeHtml(before)}</del>`
  const fresh = after === null ? null : `<ins>${escapeHtml(after)}</ins>`
  if (old && fresh) return `${old} <span class="became" aria-label="became">→</span> ${fresh}`
  return old ?? fresh ?? ''
}

/** Where no scheme can say which of two is the higher, both. */
function highest(markings: readonly (string | null)[]): string | null {
  return markings.reduce((high, next) => {
    if (isMarkedEnough(high, next) === true) return high
    return high === null || isMarkedEnough(next, high) === true ? next : `${high} / ${next}`
  }, null)
}
