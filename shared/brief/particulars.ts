import type { BriefDocument } from './brief-document.ts'

type Said = Pick<BriefDocument, 'recipients' | 'date' | 'due' | 'dueName' | 'reference' | 'issue'>

/** What stands under a brief's title, as far as the brief says it: what it is called, and what it is. */
export function particularsOf(document: Said): { name: string; value: string }[] {
  const { recipients, date, due, dueName, reference, issue } = document
  const all: [string, string | null][] = [
    ['To', recipients.length === 0 ? null : recipients.join('; ')],
    ['Date', date],
    [dueName, due],
    ['Reference', reference],
    ['Issued', issue],
  ]
  return all.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}
