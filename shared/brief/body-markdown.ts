// The text of a brief as Markdown for any editor: what stands in it only for us is put in the words of its records.
import { formatEdtf } from '../dates/format-edtf.ts'
import { rewriteBrief } from '../issue/shown-text.ts'
import { tagGrammar } from '../markdown/tag-grammar.ts'
import { tamed } from '../markdown/tamed.ts'
import type { Event } from '../model/records.ts'
import { type Directive, readBlockDirective } from '../references/directive.ts'
import { formatFigure } from '../references/format-figure.ts'
import { parseReferences } from '../references/parse-references.ts'
import { attributionOf, recordForm } from '../references/record-form.ts'
import { type Reference, wordsOfLabel } from '../references/reference.ts'
import { type Linked, referenceResolver } from '../references/resolve-reference.ts'
import { rowInWords, timelineRow } from '../timeline/timeline-rows.ts'
import { readTimeline } from '../timeline/timelines-in-text.ts'
import type { BriefDocument } from './brief-document.ts'
import type { BriefParts } from './compose-brief.ts'
import { decisionOptions } from './decision-blocks.ts'
import { escaped, sourceLine } from './markdown-words.ts'
import type { NumberedSource } from './numbered-source.ts'
import { type AddressOf, pictureMarkdown } from './picture-markdown.ts'

/** The body of a brief, of which `composeBrief` made the document. */
export function bodyMarkdown(
  { brief: { body, date }, evidence, sources, briefs, issue }: BriefParts,
  { sources: numbered, pictures }: Pick<BriefDocument, 'sources' | 'pictures'>,
  addressOf: AddressOf,
): string {
  const resolve = referenceResolver({ evidence, sources, ...(briefs && { briefs }) })
  const references = new Map(parseReferences(body).map(reference => [reference.start, reference]))
  const inPicture = pictureMarkdown(body, addressOf, pictures)
  const { events, people = [] } = evidence

  const markOf = (id: string | undefined) => {
    const number = numbered.find(({ source }) => source.id === id)?.number
    return number === undefined ? '' : `[^source-${number}]`
  }
  const referenceWords = (reference: Reference) => {
    const linked = resolve(reference)
    if (linked === null) return escaped(`${reference.label} (missing: ${reference.id})`.trim())
    const mark = markOf(linked.source?.id)
    return reference.block ? blockMarkdown(reference, linked, mark) : inlineMarkdown(reference, linked) + mark
  }
  const timeline = (directive: Directive) => {
    const read = readTimeline(directive, { events, people, sources })
    if ('problem' in read) return escaped(`timeline: ${read.problem}`)
    const row = (event: Event) =>
      `- ${escaped(rowInWords(timelineRow(event, date ?? issue?.day ?? null)))}${markOf(event.anchor?.source)}`
    const rows = read.events.length === 0 ? ['No events.'] : read.events.map(row)
    return [escaped(read.title), '', ...rows].join('\n')
  }

  return rewriteBrief(body, tagGrammar.parse(tamed(body)), node => {
    const written = body.slice(node.from, node.to)
    switch (node.name) {
      case 'LayoutMark': {
        const words = layoutMarkdown(written, numbered, timeline)
        return words && continued(words, body, node.from)
      }
      case 'Reference':
      case 'BlockReference': {
        const reference = references.get(node.from)
        return reference ? continued(referenceWords(reference), body, node.from) : null
      }
      case 'TagBegin':
        return '\\<'
      default:
        return inPicture(node)
    }
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

/** Null for what is no mark of ours. */
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
