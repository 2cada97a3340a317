// The marks between which words are quoted, and how one that opens is told from one that closes.

/** What closes each mark that opens; the first is the usual one. */
export const closers: Record<string, readonly string[]> = {
  '“': ['”', '"'],
  '„': ['“', '”'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
  '"': ['"', '”'],
  "''": ["''"],
  '``': ["''", '"'],
  '‘': ['’'],
  "'": ["'"],
}

/** Marks that alone say whether they open or close. */
const sided = '“„«「『``‘'
const closing = '”»」』’'

/** Every mark of a text but single ones, which apostrophes look like. */
export const doubleMark = /[“”„«»"「」『』]|''|``/g
/** Every mark of a text. */
export const anyMark = /[“”„«»"「」『』]|''|``|[‘’']/g

/** Whether a mark opens by its own form or, where both look alike, by what stands on its sides. */
export function canOpen(text: string, at: number, mark: string): boolean {
  if (closing.includes(mark)) return false
  const after = text[at + mark.length] ?? ' '
  if (mark === '‘') return /\S/.test(after)
  if (sided.includes(mark)) return true
  return /[\s([*_—–>-]/.test(text[at - 1] ?? ' ') && /[^\s"]/.test(after)
}

/** Whether a mark closes what `opener` opened. */
export function canClose(text: string, at: number, mark: string, opener: string): boolean {
  if (closers[opener]?.includes(mark) !== true) return false
  if (opener !== '‘' && opener !== "'") return true
  const before = text[at - 1] ?? ' '
  if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ') || /\s/.test(before)) return false
  // "The sailors’ wall": an apostrophe after an s closes only where no word of the same sentence goes on.
  return before !== 's' || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))
}
