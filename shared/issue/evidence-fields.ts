// What a reader is told of a piece of evidence when it changed: its fields in words.
import { durationInWords } from '../dates/duration-words.ts'
import { formatEdtf } from '../dates/format-edtf.ts'
import type { Event, Figure, Person, Quote, Source } from '../model/records.ts'
import { formatFigure } from '../references/format-figure.ts'

/** A record that a brief uses. */
export type UsedRecord =
  | { kind: 'quote'; record: Quote }
  | { kind: 'figure'; record: Figure }
  | { kind: 'event'; record: Event }
  | { kind: 'person'; record: Person }
  | { kind: 'source'; record: Source }

type Field = readonly [name: string, value: string | null]

/** UTF-16 code units of a title made of words. */
const longestTitle = 80

/** What a record is called in a list. */
export function evidenceTitle({ kind, record }: UsedRecord): string {
  switch (kind) {
    case 'quote':
      return `${record.speaker}: “${shorten(record.text)}”`
    case 'figure':
      return record.measures
    case 'person':
      return record.name
    default:
      return record.title
  }
}

/**
 * A record's fields by the names they have in it, in words; null for one that it does not have. `other` is its other state,
 * where there is one: of long texts only the passage in which they differ is told.
 */
export function evidenceFields(
  { kind, record }: UsedRecord,
  sources: readonly Pick<Source, 'id' | 'title'>[],
  other?: UsedRecord,
): Field[] {
  switch (kind) {
    case 'quote':
      return [
        ['text', record.text],
        ['translation', record.translation?.text ?? null],
        ['speaker', record.speaker],
        ['role', record.role],
        ['organisation', record.organisation],
        ['saidOn', record.saidOn && formatEdtf(record.saidOn)],
        ['kind', record.kind],
        ...inEvery(record, sources),
      ]
    case 'figure':
      return [
        ['measures', record.measures],
        ...valueFields(record, other?.kind === 'figure' ? other.record : null),
        ['asOf', record.asOf && formatEdtf(record.asOf)],
        ['shelfLife', record.shelfLife && durationInWords(record.shelfLife)],
        ['series', record.series?.map(({ asOf, value }) => `${asOf}: ${value}`).join('; ') ?? null],
        ...inEvery(record, sources),
      ]
    case 'event':
      return [
        ['title', record.title],
        ['when', formatEdtf(record.when)],
        ['status', record.status],
        ['participants', record.participants.join(', ') || null],
        ['place', record.place],
        ...inEvery(record, sources),
      ]
    case 'person':
      return [
        ['name', record.name],
        ['aliases', record.aliases.join(', ') || null],
        ['kind', record.kind],
        ['role', record.role],
        ['organisation', record.organisation],
      ]
    case 'source':
      return [
        ['title', record.title],
        ['publisher', record.publisher],
        ['authors', record.authors.join(', ') || null],
        ['url', record.url],
        ['publishedOn', record.publishedOn && formatEdtf(record.publishedOn)],
        ['marking', record.marking],
        // A whole article that came or went is told by its title.
        ...(other?.kind === 'source' ? [['text', passage(record.text, other.record.text)] as const] : []),
      ]
  }
}

function inEvery(
  { anchor, marking }: Pick<Quote, 'anchor' | 'marking'>,
  sources: readonly Pick<Source, 'id' | 'title'>[],
): Field[] {
  const source = anchor && (sources.find(({ id }) => id === anchor.source)?.title ?? anchor.source)
  return [
    ['source', source],
    ['marking', marking],
  ]
}

/** The value as it is written; where two that differ are written alike, what they are made of. */
function valueFields(figure: Figure, other: Figure | null): Field[] {
  const shown = formatFigure(figure)
  if (!other || shown !== formatFigure(other)) return [['value', shown]]
  const { value, upper, unit, qualifier, scale } = figure
  return [
    ['value', value],
    ['upper', upper],
    ['unit', unit],
    ['qualifier', qualifier],
    ['scale', scale],
  ]
}

/** Characters that are shown around a passage in which two texts differ, and at most of it. */
const around = 80
const longestPassage = 2000

/** The part of a text that another one does not have alike, with some words around it. */
function passage(text: string, other: string): string {
  if (text === other) return ''
  const shorter = Math.min(text.length, other.length)
  let start = 0
  while (start < shorter && text[start] === other[start]) start++
  let end = 0
  while (end < shorter - start && text.at(-1 - end) === other.at(-1 - end)) end++
  const from = wordStart(text, start - around)
  const to = Math.min(wordEnd(text, text.length - end + around), from + longestPassage)
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(0, at).search(/\s\S*$/)
  return space === -1 ? 0 : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at).search(/\s/)
  return space === -1 ? text.length : at + space
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…`
}
