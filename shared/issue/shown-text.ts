// A brief's Markdown as its readers saw it: a reference is the words that it showed, and nobody saw a comment.
import type { SyntaxNodeRef } from '@lezer/common'
import { decisionOptions } from '../brief/decision-blocks.ts'
import type { WrittenReference } from '../markdown/lex-markdown.ts'
import { type BriefTree, parseBrief } from '../markdown/parse-brief.ts'
import { type Directive, readBlockDirective } from '../references/directive.ts'
import { parseReferences } from '../references/parse-references.ts'
import { recordForm } from '../references/record-form.ts'
import { wordsOfLabel } from '../references/reference.ts'
import { type ReferenceResolver, referenceResolver } from '../references/resolve-reference.ts'
import type { TimelineRecords } from '../timeline/select-events.ts'
import { rowInWords, timelineRow } from '../timeline/timeline-rows.ts'
import { readTimeline } from '../timeline/timelines-in-text.ts'
import type { FrozenBrief } from './frozen-brief.ts'

/** The text with the evidence that it used in its place, in the words of that time. Markdown's own marks stay. */
export function shownText({ brief: { body, date }, evidence, sources }: FrozenBrief): string {
  const resolve = referenceResolver({ evidence, sources })
  const references = new Map(parseReferences(body).map(reference => [reference.start, reference]))
  return rewriteBrief(body, parseBrief(body), ({ name, from, to }) => {
    if (name === 'LayoutMark') return layoutWords(body.slice(from, to), { ...evidence, sources }, date)
    const reference = name === 'Reference' || name === 'BlockReference' ? references.get(from) : undefined
    return reference ? shownWords(reference, resolve) : null
  })
}

/** The text as it was written, without its comments. */
export function writtenText({ brief: { body } }: Pick<FrozenBrief, 'brief'>): string {
  return rewriteBrief(body, parseBrief(body), () => null)
}

/** What a reference shows: its label, else the form of its record; and which is missing where there is none. */
export function shownWords({ kind, id, label, block }: WrittenReference, resolve: ReferenceResolver): string {
  const linked = resolve({ kind, id })
  if (kind === 'quote' && label !== '') return `“${wordsOfLabel(label)}”`
  if (linked === null) return label === '' ? `missing: ${id}` : label
  if (linked.kind === 'person') return label === '' ? linked.record.name : label
  if (linked.kind === 'source' || linked.kind === 'brief') return label === '' ? linked.record.title : label
  const words = label === '' ? recordForm(linked) : label
  if (!block || linked.kind === 'quote') return words
  // Alone on its line it says what it is about, too.
  return `${words} ${linked.kind === 'figure' ? linked.record.measures : linked.record.title}`
}

/** A brief's Markdown without its comments, and with other words for the nodes of its tree for which `wordsOf` has any. */
export function rewriteBrief(
  body: string,
  tree: BriefTree,
  wordsOf: (node: SyntaxNodeRef) => string | null,
): string {
  let rewritten = ''
  let done = 0
  tree.iterate({
    enter(node) {
      const isComment = node.name === 'Comment' || node.name === 'CommentBlock'
      const words = isComment ? '' : wordsOf(node)
      if (words === null) return
      rewritten += body.slice(done, node.from) + words
      done = node.to
      return false
    },
  })
  return rewritten + body.slice(done)
}

function layoutWords(written: string, records: TimelineRecords, day: string | null): string | null {
  const directive = readBlockDirective(written)
  if (directive?.name === 'timeline') return timelineWords(directive, records, day)
  if (directive?.name !== 'decision') return null
  const options = decisionOptions(directive).map(({ words }) => words)
  return `Decision: ${options.join(' / ')}`
}

/** A timeline in words: what it is called, and its list. Dates are judged on a day. */
function timelineWords(directive: Directive, records: TimelineRecords, day: string | null): string {
  const read = readTimeline(directive, records)
  if ('problem' in read) return `timeline: ${read.problem}`
  const rows = read.events.map(event => `- ${rowInWords(timelineRow(event, day))}`)
  return [read.title, '', ...(rows.length === 0 ? ['No events.'] : rows)].join('\n')
}
