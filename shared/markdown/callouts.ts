// Callouts, as GitHub writes them (its alerts): a quotation whose first line is a kind in brackets and nothing else.

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const

export type CalloutKind = (typeof calloutKinds)[number]

/** Reads what stands in a quotation, without its marks; null where it is no callout. `body` is what comes after the first line. */
export function readCallout(inside: string): { kind: CalloutKind; body: string } | null {
  const [line = '', written = ''] = /^ {0,3}\[!([a-z]+)\][ \t]*(?:\n|$)/i.exec(inside) ?? []
  const kind = calloutKinds.find(each => each === written.toLowerCase())
  return kind ? { kind, body: inside.slice(line.length) } : null
}

type Names = Readonly<Record<CalloutKind, string>>

const english: Names = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
}
const german: Names = {
  note: 'Hinweis',
  tip: 'Tipp',
  important: 'Wichtig',
  warning: 'Warnung',
  caution: 'Achtung',
}
const french: Names = {
  note: 'Remarque',
  tip: 'Conseil',
  important: 'Important',
  warning: 'Avertissement',
  caution: 'Attention',
}
/** By the first part of a BCP 47 tag. */
const names: ReadonlyMap<string, Names> = new Map([
  ['de', german],
  ['fr', french],
])

/** The word over a callout in a language, a BCP 47 tag; the English one where the language is not known here. */
export function calloutName(kind: CalloutKind, language: string): string {
  const [primary = ''] = language.toLowerCase().split('-')
  return (names.get(primary) ?? english)[kind]
}
