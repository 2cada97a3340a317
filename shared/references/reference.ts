// A reference: a link from a brief's text to evidence, a source, a person or another brief.
import { deepestLabel, isLabelTooLong, normaliseLabel } from './directive.ts'

export const referenceKinds = ['quote', 'figure', 'event', 'source', 'person', 'brief'] as const

export type ReferenceKind = (typeof referenceKinds)[number]

export type Reference = {
  kind: ReferenceKind
  /** The id of what it links; the record may or may not exist. */
  id: string
  /** What stands in the text, with escapes resolved and line breaks made spaces; empty shows the record's own form. */
  label: string
  /** Whether it stands alone on its line (`::quote{#id}`). */
  block: boolean
  /** Where it stands in the Markdown: UTF-16 code units, end exclusive. */
  start: number
  end: number
}

export function isReferenceKind(name: string): name is ReferenceKind {
  return (referenceKinds as readonly string[]).includes(name)
}

/**
 * Writes a reference as Markdown that `parseReferences` reads back with the same kind, id, label and form. A label too
 * long to be read is left out, so that the record's own form shows.
 */
export function formatReference(reference: Pick<Reference, 'kind' | 'id' | 'label' | 'block'>): string {
  const { kind, id, block } = reference
  const label = writeLabel(reference.label)
  if (block) return `::${kind}${label === '' ? '' : `[${label}]`}{#${id}}`
  return `:${kind}[${label}]{#${id}}`
}

function writeLabel(label: string): string {
  const text = normaliseLabel(label)
  const escaped = text.replaceAll('\\', '\\\\')
  const written = isBalanced(text) ? escaped : escaped.replace(/[[\]]/g, '\\$&')
  return isLabelTooLong(written) ? '' : written
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    if (depth < 0 || depth === deepestLabel) return false
  }
  return depth === 0
}

const quotationMarks = /^(?:“(.*)”|"(.*)"|‘(.*)’|'(.*)'|«(.*)»|„(.*)[“”]|「(.*)」|『(.*)』)$/su

/** A quote's label without its outer quotation marks, which are not part of the words. */
export function wordsOfLabel(label: string): string {
  const match = quotationMarks.exec(label.trim())
  const inner = match?.slice(1).find(group => group !== undefined)
  return (inner ?? label).trim()
}
