// What the four rules about a quote's words share: each quote of a brief compared with its record, and each record with
// its source.
import { rangesOfWords, wordsBetween } from '../markdown/words-as-read.ts'
import type { Quote } from '../model/records.ts'
import { formatReference, type Reference, wordsOfLabel } from '../references/reference.ts'
import type { LinkedSource } from '../references/resolve-reference.ts'
import { anchoredPlace } from './anchored-place.ts'
import type { Fix } from './finding.ts'
import { compareWording, type Wording } from './quoted-words.ts'
import type { Fault, VerifiedBrief } from './rule.ts'

/** A comparison of words: those in the brief with the record's, or the record's with the source's. */
export type ComparedQuote = {
  reference: Reference
  quote: Quote
  of: 'label' | 'record'
  given: string
  wording: Wording
}

/** Every comparison of a brief, each record's with its source once, at its first reference. */
export function comparedQuotes({ references, resolve }: VerifiedBrief): ComparedQuote[] {
  const seen = new Set<string>()
  return references.flatMap(reference => {
    const linked = reference.kind === 'quote' ? resolve(reference) : null
    if (linked?.kind !== 'quote') return []
    const { record: quote, source } = linked
    const compared: ComparedQuote[] = []
    const words = wordsOfLabel(reference.label)
    if (words !== '') {
      const wording = wordingOf(words, quote)
      compared.push({ reference, quote, of: 'label', given: words, wording })
    }
    const inSource = seen.has(quote.id) ? null : wordingInSource(quote, source)
    seen.add(quote.id)
    if (inSource) compared.push({ reference, quote, of: 'record', given: quote.text, wording: inSource })
    return compared
  })
}

/** Held against the words as they were said, or against their translation where that is what was meant. */
function wordingOf(words: string, { text, translation }: Quote): Wording {
  const original = compareWording(words, text)
  if (!translation || original.is === 'exact') return original
  const translated = compareWording(words, translation.text)
  const order: Wording['is'][] = ['exact', 'marked', 'unmarked', 'altered', 'foreign']
  return order.indexOf(translated.is) < order.indexOf(original.is) ? translated : original
}

/** Null where there is no text to compare with, or the place in it is lost, which is another rule's to say. */
function wordingInSource(quote: Quote, source: LinkedSource | null): Wording | null {
  const { anchor } = quote
  if (!anchor || source?.text === undefined) return null
  const text = { ...source, text: source.text }
  return remembered(quote, source, () => {
    const place = anchoredPlace(anchor, text.text)
    if (place === null) return null
    const { start, end } = place
    const wording = compareWording(quote.text, wordsBetween(text, start, end))
    const isElsewhere = wording.is !== 'exact' && rangesOfWords(quote.text, text).length > 0
    return isElsewhere ? { is: 'exact', passage: quote.text } : wording
  })
}

/** Records do not change while a person types, and a source is long. */
const known = new WeakMap<Quote, { source: LinkedSource; wording: Wording | null }>()

function remembered(quote: Quote, source: LinkedSource, compare: () => Wording | null): Wording | null {
  const found = known.get(quote)
  if (found?.source === source) return found.wording
  const wording = compare()
  known.set(quote, { source, wording })
  return wording
}

/** Where it is reported, with the words as they should be and as they are; with the mend where the brief can be mended. */
export function faultOf({ reference, quote, of, given, wording }: ComparedQuote, message: string): Fault {
  const { start, end, label } = reference
  const fault = { start, end, message, evidence: quote.id }
  if (wording.is === 'exact' || wording.is === 'marked') return fault
  const diff = { before: wording.passage.replace(/\s+/g, ' ').trim(), after: given }
  if (of === 'record') return { ...fault, diff }
  return { ...fault, diff, fix: exactWords(reference, label, diff.before) }
}

function exactWords(reference: Reference, label: string, words: string): Fix {
  const [open, close] = /^["“„«‘']/.test(label.trim())
    ? [label.trim().charAt(0), label.trim().slice(-1)]
    : ['', '']
  const text = formatReference({ ...reference, label: `${open}${words}${close}` })
  return {
    words: 'Restore the exact words',
    edits: [{ start: reference.start, end: reference.end, text }],
  }
}
