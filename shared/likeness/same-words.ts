import { wordsBetween } from '../markdown/words-as-read.ts'
import type { Source } from '../model/records.ts'

type Text = Pick<Source, 'text' | 'kind'>

/**
 * Whether two sources have the very same words, as they are read. How they are set is no difference: white space, line ends,
 * Markdown's marks, the form of quotation marks and dashes. Anything else is, be it a digit, a sign or a comma.
 */
export function haveSameWords(one: Text, other: Text): boolean {
  return (one.kind === other.kind && one.text === other.text) || asRead(one) === asRead(other)
}

function asRead({ text, kind }: Text): string {
  return wordsBetween({ text, kind }, 0, text.length)
    .normalize('NFC')
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[‐‑–—―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}
