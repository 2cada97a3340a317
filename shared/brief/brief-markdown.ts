// A brief as Markdown that any editor reads: the evidence stands in it in its own words, and marks of sources are footnotes.
import { stringify } from 'yaml'
import { recordForm } from '../references/record-form.ts'
import type { AnnexEvidence, AnsweredCheck } from './annex.ts'
import { particularsOf } from './annex-html.ts'
import { bodyMarkdown } from './body-markdown.ts'
import type { BriefDocument } from './brief-document.ts'
import type { BriefParts } from './compose-brief.ts'
import { maker } from './maker.ts'
import { escaped, sourceLine } from './markdown-words.ts'
import type { AddressOf } from './picture-markdown.ts'

/**
 * Writes what `composeBrief` made of the parts as Markdown: particulars as front matter, references as their words. Marks that a
 * person typed stay, comments vanish, HTML is text. A kept picture that `addressOf` finds nowhere is told in words.
 */
export function briefMarkdown(
  document: BriefDocument,
  parts: BriefParts,
  addressOf: AddressOf = () => null,
): string {
  const { title, form, marking, recipients, date, due, reference, issue, sources, annex } = document
  const particulars = { title, form, marking, to: recipients, date, due, reference, issued: issue }
  const told = Object.entries(particulars).filter(([, value]) => value !== null && value.length > 0)
  // First, so that however long the rest is, it is found at once.
  const fields = { generator: maker, ...Object.fromEntries(told) }
  const body = bodyMarkdown(parts, document, addressOf)
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
