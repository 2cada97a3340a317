// A brief as Markdown that any editor reads: the evidence stands in it in its own words, and marks of sources are footnotes.
import { stringify } from 'yaml'
import { formatEdtf } from '../dates/format-edtf.ts'
import { rewriteBrief, timelineWords } from '../issue/shown-text.ts'
import { type Directive, readBlockDirective } from '../references/directive.ts'
import { formatFigure } from '../references/format-figure.ts'
import { parseReferences } from '../references/parse-references.ts'
import { attributionOf, recordForm } from '../references/record-form.ts'
import { type Reference, wordsOfLabel } from '../references/reference.ts'
import { type Linked, referenceResolver } from '../references/resolve-reference.ts'
import type { AnnexEvidence, AnsweredCheck } from './annex.ts'
import { particularsOf } from './annex-html.ts'
import type { BriefDocument } from './brief-document.ts'
import type { BriefParts } from './compose-brief.ts'
import { decisionOptions } from './decision-blocks.ts'
import type { NumberedSource } from './numbered-source.ts'

/** How our own Markdown is known again: a field of its front matter. */
export const markdownMaker = 'Dispatch Box'

/**
 * Writes what `composeBrief` made of the parts as Markdown: particulars as front matter, references as their words. Marks that a
 * person typed stay, comments vanish. `addressOf` says where a kept picture is found now; null leaves its address as it is.
 */
export function briefMarkdown(
  document: BriefDocument,
  parts: BriefParts,
  addressOf: (sha256: string) => string | null = () => null,
): string {
  const { title, form, marking, recipients, date, due, reference, issue, sources, annex } = document
  const particulars = { title, form, marking, to: recipients, date, due, reference, issued: issue }
  const told = Object.entries(particulars).filter(([, value]) => value !== null && value.length > 0)
  const fields = { ...Object.fromEntries(told), generator: markdownMaker }
  const body = rewriteBody(parts, sources).replace(
    /(!\[[^\]]*\]\(<?)attachment:([0-9a-f]{64})/g,
    (written, before: string, sha256: string) => {
      const address = addressOf(sha256)
      return address === null ? written : `${before}${address}`
    },
  )
  const annexed = annex === null ? [] : [annexMarkdown(annex.evidence, annex.answered)]
  const blocks = [
    `---\n${stringify(fields, { schema: 'core', lineWidth: 0 })}---`,
    ...(marking === null ? [] : [`**${escaped(marking)}**`]),
    `# ${escaped(title)}`,
    body.trim(),
    ...annexed,
    sources.map(each => `[^source-${each.number}]: ${sourceLine(each)}`).join('\n'),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

function rewriteBody(
  { brief, evidence, sources, briefs }: BriefParts,
  numbered: readonly NumberedSource[],
): string {
  const resolve = referenceResolver({ evidence, sources, ...(briefs && { briefs }) })
  const references = new Map(parseReferences(brief.body).map(reference => [reference.start, reference]))
  const markOf = (linked: Linked) => {
    const number = numbered.find(({ source }) => source.id === linked.source?.id)?.number
    return number === undefined ? '' : `[^source-${number}]`
  }
  return rewriteBrief(brief.body, (node, start, end) => {
    if (node === 'LayoutMark') {
      const { events, people = [] } = evidence
      const timeline = (directive: Directive) => timelineWords(directive, { events, people }, brief.date)
      return layoutMarkdown(brief.body.slice(start, end), numbered, timeline)
    }
    const reference = references.get(start)
    if (!reference) return null
    const linked = resolve(reference)
    if (linked === null) return escaped(`${reference.label} (missing: ${reference.id})`.trim())
    return reference.block
      ? continued(blockMarkdown(reference, linked, markOf(linked)), brief.body, start)
      : inlineMarkdown(reference, linked) + markOf(linked)
  })
}

/** Lines after the first stand under it, in the list or the quotation that it is in. */
function continued(lines: string, body: string, start: number): string {
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start)
  return lines.replaceAll('\n', `\n${before.replace(/[^>\s]/g, ' ')}`)
}

function inlineMarkdown({ label }: Reference, linked: Linked): string {
  switch (linked.kind) {
    case 'quote':
      return escaped(label === '' ? recordForm(linked) : `“${wordsOfLabel(label)}”`)
    case 'figure':
    case 'event':
      return escaped(label === '' ? recordForm(linked) : label)
    case 'person':
      return escaped(label === '' ? linked.record.name : label)
    case 'source':
    case 'brief':
      return `*${escaped(label === '' ? linked.record.title : label)}*`
  }
}

function blockMarkdown(reference: Reference, linked: Linked, mark: string): string {
  const { label } = reference
  switch (linked.kind) {
    case 'quote': {
      const words = wordsOfLabel(label === '' ? linked.record.text : label)
      const { saidOn } = linked.record
      const said = [...attributionOf(linked.record), saidOn && formatEdtf(saidOn)].filter(Boolean).join(', ')
      const lines = words
        .split(/\s*\n\s*\n\s*/)
        .map(paragraph => `> ${escaped(paragraph.replace(/\s+/g, ' '))}`)
      return `${lines.join('\n>\n')}\n>\n> — ${escaped(said)}${mark}`
    }
    case 'figure': {
      const { record } = linked
      const value = escaped(label === '' ? formatFigure(record) : label)
      const asOf = record.asOf === null ? '' : `, as of ${formatEdtf(record.asOf)}`
      const line = `**${value}** ${escaped(record.measures)}${asOf}${mark}`
      return record.series === null ? line : `${line}\n\n${seriesTable(record.series, record.unit)}`
    }
    case 'event':
      return `**${escaped(label === '' ? recordForm(linked) : label)}** ${escaped(linked.record.title)} (${linked.record.status})${mark}`
    default:
      return inlineMarkdown(reference, linked) + mark
  }
}

function seriesTable(series: readonly { asOf: string; value: string }[], unit: string): string {
  const rows = series.map(({ asOf, value }) => `| ${formatEdtf(asOf)} | ${value} |`)
  return `| Date | ${escaped(unit)} |\n| --- | ---: |\n${rows.join('\n')}`
}

function layoutMarkdown(
  written: string,
  sources: readonly NumberedSource[],
  timeline: (directive: Directive) => string,
): string | null {
  const directive = readBlockDirective(written)
  switch (directive?.name) {
    case 'decision':
      return `Decision: ${decisionOptions(directive)
        .map(({ words }) => `☐ ${escaped(words)}`)
        .join(' / ')}`
    case 'timeline':
      return timeline(directive)
    case 'sources':
      return sources.map(each => `${each.number}. ${sourceLine(each)}`).join('\n')
    case 'page-break':
      return ''
    default:
      return null
  }
}

function annexMarkdown(evidence: readonly AnnexEvidence[], answered: readonly AnsweredCheck[]): string {
  const items = evidence.map(({ number, evidence: each, source, context }) => {
    const about =
      each.kind === 'quote'
        ? ''
        : `, ${escaped(each.kind === 'figure' ? each.record.measures : each.record.title)}`
    const lines = [
      `**E${number}** ${escaped(recordForm(each))}${about}`,
      escaped(particularsOf(each)),
      context &&
        `In its source: ${escaped(context.before)}**${escaped(context.words)}**${escaped(context.after)}`,
      source === null
        ? 'It has no source.'
        : `Source: *${escaped(source.source.title)}*[^source-${source.number}]`,
    ]
    return `- ${lines.filter(Boolean).join('  \n  ')}`
  })
  const checks = answered.map(({ wrong, words, reason }) => {
    const about = words === '' ? 'the whole brief' : `“${words}”`
    return `- ${escaped(`${wrong} It is about ${about}. ${reason}`)}`
  })
  const parts = [
    items.length === 0 ? '' : `## Annex: Evidence\n\n${items.join('\n')}`,
    checks.length === 0 ? '' : `${items.length === 0 ? '##' : '###'} Answered checks\n\n${checks.join('\n')}`,
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function sourceLine({ source }: NumberedSource): string {
  const from = [
    source.publisher,
    source.authors.join(', '),
    source.publishedOn === null ? 'undated' : formatEdtf(source.publishedOn),
  ]
  const kept = `captured ${formatEdtf(source.capturedAt.slice(0, 10))}; SHA-256 ${source.sha256}`
  const address = source.url === null ? '' : ` <${source.url}>`
  return `*${escaped(source.title)}*, ${escaped(from.filter(Boolean).join(', '))}.${address} (${kept})`
}

/** What Markdown would read as a mark stands as it is. */
function escaped(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(?:[-+=#]|\d+(?=[.)]))/, mark => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
}
