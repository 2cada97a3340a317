// The first draft of a brief: a template's headings with a source's evidence under them, every piece by reference.
import { eventWords } from '../dates/event-words.ts'
import { quotationsOf, runAround } from '../extract/quotations.ts'
import { paragraphsOf } from '../extract/sentences.ts'
import { isAnchored } from '../model/anchor.ts'
import type { Event, Evidence, Figure, Source } from '../model/records.ts'
import { formatFigure } from '../references/format-figure.ts'
import { formatReference } from '../references/reference.ts'
import { placeDrafts } from './place-drafts.ts'
import { type SourceSentence, sourceSentences } from './source-sentences.ts'
import type { Template } from './template.ts'

export type DraftParts = {
  template: Pick<Template, 'body' | 'places'>
  source: Source
  /** The source's evidence; quotes are drafted in the order given. */
  evidence: Evidence
  /** Expressions of time that no date could be found for, with the sentence each stands in, as the source has it. */
  unresolved: readonly { text: string; sentence: string }[]
}

type Datum = { kind: 'figure'; record: Figure } | { kind: 'event'; record: Event }

/** A longer anchor holds more than a number or a date, so it makes no label within its sentence. */
const longestLabel = 60

/**
 * The Markdown body of a new brief from a source's evidence: quotes as blocks, figures and events within the sentences
 * they come from, and sentences with an unresolved date as they stand with a reference to the source. Prompts remain
 * where nothing was drafted.
 */
export function draftBody({ template, source, evidence, unresolved }: DraftParts): string {
  const sentences = sourceSentences(source)
  const quotedAt = runAround(quotationsOf(source.text, paragraphsOf(source.text)))
  const data: Datum[] = [
    ...evidence.figures.map(record => ({ kind: 'figure' as const, record })),
    ...evidence.events.map(record => ({ kind: 'event' as const, record })),
  ]
  const inSentences = new Map<SourceSentence, Datum[]>()
  const alone: Datum[] = []
  for (const datum of data) {
    // Somebody's own words stand in the brief as their quote, with the numbers and dates in them.
    if (isInQuote(datum, evidence)) continue
    const sentence = sentenceAround(datum, sentences, source)
    if (sentence === null) alone.push(datum)
    else inSentences.set(sentence, [...(inSentences.get(sentence) ?? []), datum])
  }

  const figures: string[] = []
  const events: string[] = []
  for (const sentence of sentences) {
    const inside = inSentences.get(sentence)
    if (inside === undefined) continue
    const { text, left } = writeSentence(sentence, inside, source, quotedAt)
    alone.push(...left)
    if (inside.some(({ kind }) => kind === 'figure')) figures.push(text)
    else events.push(`- ${text}`)
  }
  for (const { text, sentence } of unresolved) {
    const place = sentences.find(each => holds(each, source, sentence) && holds(each, source, text))
    if (place !== undefined && inSentences.has(place)) continue
    if (place !== undefined) inSentences.set(place, [])
    const words =
      place === undefined ? plainMarkdown(sentence, source) : writeSentence(place, [], source, quotedAt).text
    const line = `- ${words} (${formatReference({ kind: 'source', id: source.id, label: source.title, block: false })})`
    if (!events.includes(line)) events.push(line)
  }
  for (const { kind, record } of alone) {
    const block = formatReference({ kind, id: record.id, label: '', block: true })
    if (kind === 'figure') figures.push(block)
    else events.push(block)
  }
  const quotes = evidence.quotes.map(({ id }) =>
    formatReference({ kind: 'quote', id, label: '', block: true }),
  )
  return placeDrafts(template, { quotes, figures, events })
}

/** The sentence whose words can carry a reference to the evidence; null where it is better off on a line of its own. */
function sentenceAround(
  { record: { anchor } }: Datum,
  sentences: readonly SourceSentence[],
  source: Source,
): SourceSentence | null {
  if (!anchor || anchor.source !== source.id || !isAnchored(anchor, source)) return null
  const { start, end } = anchor.position
  if (end - start > longestLabel) return null
  return sentences.find(({ runs }) => runs.some(run => run.start <= start && end <= run.end)) ?? null
}

function isInQuote({ record: { anchor } }: Datum, { quotes }: Evidence): boolean {
  if (!anchor) return false
  const { start, end } = anchor.position
  return quotes.some(
    ({ anchor: quoted }) =>
      quoted?.source === anchor.source && quoted.position.start < end && start < quoted.position.end,
  )
}

/** A sentence as Markdown with its evidence linked; `left` is the evidence whose words another's overlap. */
function writeSentence(
  sentence: SourceSentence,
  data: readonly Datum[],
  source: Source,
  quotedAt: ReturnType<typeof runAround>,
) {
  const byPlace = [...data].sort((a, b) => startOf(a) - startOf(b))
  const left: Datum[] = []
  let text = ''
  for (const run of sentence.runs) {
    let at = run.start
    for (const datum of byPlace) {
      const position = datum.record.anchor?.position
      if (!position || position.start < run.start || position.end > run.end) continue
      if (position.start < at) {
        left.push(datum)
        continue
      }
      text +=
        plainMarkdown(source.text.slice(at, position.start), source) +
        writeDatum(datum, source, quotedAt(position.start) !== null)
      at = position.end
    }
    text += plainMarkdown(source.text.slice(at, run.end), source)
  }
  return { text: text.replace(/\s*\n\s*/g, ' ').trim(), left }
}

function startOf({ record }: Datum): number {
  return record.anchor?.position.start ?? 0
}

function writeDatum({ kind, record }: Datum, source: Source, isQuoted: boolean): string {
  const exact = record.anchor?.quote.exact ?? ''
  const words = source.kind === 'markdown' ? exact.replace(/\\([!-/:-@[-`{-~])/g, '$1') : exact
  if (kind === 'event') {
    // Between quotation marks no word is changed, also where they are not evidence.
    const label = isQuoted ? words : eventWords(words, record.when)
    return formatReference({ kind, id: record.id, label, block: false })
  }
  // Without a label the record speaks for itself, and a correction of it is a correction here.
  const label = formatFigure(record) === words ? '' : words
  return formatReference({ kind, id: record.id, label, block: false })
}

function holds(sentence: SourceSentence, source: Source, words: string): boolean {
  const at = source.text.indexOf(words, Math.max(0, sentence.start - words.length))
  return at !== -1 && at < sentence.end && sentence.start < at + words.length
}

/** Words of a source as Markdown that shows them as they are; in Markdown, escapes and entities are in force already. */
function plainMarkdown(words: string, source: Pick<Source, 'kind'>): string {
  const special = /[`*[\]<~]|(?<!\w)_|_(?!\w)|:(?=[a-z-]+\{)|^(?:[#>+=-]|\d+(?=[.)]))(?=[\s.)#>+=-])/
  if (source.kind === 'text') {
    return words.replace(new RegExp(`${special.source}|\\\\|&(?=#?\\w+;)`, 'g'), escapeMark)
  }
  return words.replace(new RegExp(`\\\\[!-/:-@[-\`{-~]|${special.source}`, 'g'), mark =>
    mark.startsWith('\\') ? mark : escapeMark(mark),
  )
}

function escapeMark(mark: string): string {
  return /^\d/.test(mark) ? mark : `\\${mark}`
}
