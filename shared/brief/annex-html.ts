// How the annex looks. Everything that comes from a record, a source or a person is escaped here.
import { formatEdtf } from '../dates/format-edtf.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import { attributionOf, type LinkedEvidence, recordForm } from '../references/record-form.ts'
import type { LinkedSource } from '../references/resolve-reference.ts'
import type { Annex, AnnexEvidence, AnsweredCheck } from './annex.ts'
import type { EvidenceContext } from './evidence-context.ts'
import { madeOnce } from './made-once.ts'

/** The id of the annex's heading, which is no heading's of the body; a PDF has a destination of that name. */
export const annexId = 'annex'

/** The link to the annex that a brief begins with: a PDF keeps destinations only for what is linked. */
export const annexLink = `<a class="to-annex" href="#${annexId}">With annex</a>`

/** Characters of a finding's words that are printed. */
const mostWords = 200

export function renderAnnex({ evidence, answered }: Annex, notes: string): string {
  const [first, ...others] = [
    evidence.length === 0
      ? null
      : {
          title: 'Evidence',
          html: `<ol class="annex-list">\n${evidence.map(renderEvidence).join('')}</ol>\n`,
        },
    answered.length === 0
      ? null
      : {
          title: 'Answered checks',
          html: `<ul class="annex-list">\n${answered.map(renderAnswered).join('')}</ul>\n`,
        },
  ].filter(part => part !== null)
  if (!first) return ''
  const rest = others.map(({ title, html }) => `<h3>${title}</h3>\n${html}`).join('')
  return `<section class="annex" aria-labelledby="${annexId}">\n<h2 id="${annexId}">Annex: ${first.title}</h2>\n${first.html}${rest}${notes}</section>\n`
}

function renderEvidence({ number, evidence, source, context }: AnnexEvidence): string {
  return renderRecord(
    evidence.record,
    evidence.kind,
    number,
    source?.source ?? null,
    source?.number ?? 0,
    context,
  )
}

/** A text is drawn anew at every key, and its evidence is mostly what it had before. */
const renderRecord = madeOnce(
  (
    record: LinkedEvidence['record'],
    kind: LinkedEvidence['kind'],
    number: number,
    source: LinkedSource | null,
    sourceNumber: number,
    context: EvidenceContext | null,
  ): string => {
    const evidence = { kind, record } as LinkedEvidence
    const lines = [
      escapeHtml(particularsOf(evidence)),
      context && renderContext(context),
      source === null ? 'It has no source.' : renderSource(source, sourceNumber),
    ]
    const shown = lines.filter(line => line !== null).map(line => `<p>${line}</p>`)
    return `<li><span class="number">E${number}</span><p class="annex-words">${renderWords(evidence)}</p>${shown.join('')}</li>\n`
  },
)

function renderContext({ page, before, words, after }: EvidenceContext): string {
  const where = page === null ? '' : `, page ${escapeHtml(page)}`
  return `In its source${where}: ${escapeHtml(before)}<b>${escapeHtml(words)}</b>${escapeHtml(after)}`
}

/** The words or the value, and what it is of. */
function renderWords(evidence: LinkedEvidence): string {
  const form = escapeHtml(recordForm(evidence))
  if (evidence.kind === 'quote') return form
  const subject = evidence.kind === 'figure' ? evidence.record.measures : evidence.record.title
  return `<span class="annex-value">${form}</span>, ${escapeHtml(subject)}`
}

/** The kind, with who said it and when, or the day for which it holds. */
export function particularsOf(evidence: LinkedEvidence): string {
  switch (evidence.kind) {
    case 'quote': {
      const { kind, saidOn } = evidence.record
      return join([`Quote (${kind})`, ...attributionOf(evidence.record), saidOn && formatEdtf(saidOn)])
    }
    case 'figure': {
      const { asOf, series } = evidence.record
      const values = series && `the last of ${series.length} values`
      return join(['Figure', values, asOf === null ? 'as of no known date' : `as of ${formatEdtf(asOf)}`])
    }
    case 'event': {
      const { status, place, participants } = evidence.record
      return join([`Event (${status})`, place, ...participants])
    }
  }
}

function renderSource(source: LinkedSource, number: number): string {
  const kept = [
    `captured ${formatEdtf(source.capturedAt.slice(0, 10))}`,
    source.textCorrectedAt && `text corrected ${formatEdtf(source.textCorrectedAt.slice(0, 10))}`,
    `SHA-256 ${source.sha256.slice(0, 12)}`,
  ]
  return `<a href="#source-${number}">Source ${number}</a>: <cite>${escapeHtml(source.title)}</cite>, ${join(kept)}`
}

function renderAnswered({ wrong, words, reason }: AnsweredCheck): string {
  const shown = words.length <= mostWords ? words : `${words.slice(0, mostWords).replace(/\s\S*$/, '')} …`
  const about = shown === '' ? 'the whole brief' : `“${shown}”`
  return `<li><p>${escapeHtml(wrong)} It is about ${escapeHtml(about)}.</p><p class="annex-words">${escapeHtml(reason)}</p></li>\n`
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null && part !== '').join(', ')
}
