// The marks that a typist means by the keys there are: quotation marks of the language, dashes, an ellipsis. Pure.
import { languageOf } from '../../shared/markdown/writing.ts'

/** How a text sets its quotation marks; null where it is written in a script that has its own. */
export type Marks = { double: readonly [string, string]; single: readonly [string, string] }

const english: Marks = { double: ['“', '”'], single: ['‘', '’'] }
const german: Marks = { double: ['„', '“'], single: ['‚', '‘'] }
const french: Marks = { double: ['«\u202f', '\u202f»'], single: ['’', '’'] }

const looked = 20_000

/** The marks of a text: those it uses already, for nothing else says whether it is German or French. */
export function marksOf(text: string): Marks | null {
  const beginning = text.slice(0, looked)
  if (languageOf(beginning) !== null) return null
  const [mark] = /[“„«]/.exec(beginning) ?? []
  return mark === '„' ? german : mark === '«' ? french : english
}

/**
 * What a typed character becomes after the text of its line before it: how many characters before it go, and what stands
 * in their place. Null where it stays as it is.
 */
export function smartMark(
  before: string,
  typed: string,
  marks: Marks,
): { cut: number; insert: string } | null {
  if (isCode(before)) return null
  if (typed === '"') return { cut: 0, insert: marks.double[isOpening(before, marks) ? 0 : 1] }
  if (typed === "'") {
    if (isOpening(before, marks)) return { cut: 0, insert: marks.single[0] }
    const [open, close] = marks.single
    const isInside = before.lastIndexOf(open) > before.lastIndexOf(close)
    return { cut: 0, insert: isInside && open !== close ? close : '’' }
  }
  if (typed === '-' && /[^-<!|:]-$/.test(before) && !/^[\s|:-]*$/.test(before)) return { cut: 1, insert: '–' }
  if (typed === '.' && /(?:^|[^.])\.\.$/.test(before)) return { cut: 2, insert: '…' }
  return null
}

function isOpening(before: string, { double, single }: Marks): boolean {
  const isFirst = /(?:^|[\s([{—–/*_~-])$/.test(before)
  return isFirst || before.endsWith(double[0]) || before.endsWith(single[0])
}

/** Directives that are being written, and what an unclosed backtick begins. */
function isCode(before: string): boolean {
  const isDirective = /^ {0,3}::|:[a-z][a-z-]*\[[^\]]*$|:[a-z][a-z-]*(?:\[[^\]]*\])?\{[^}]*$|\]\([^)]*$/.test(
    before,
  )
  return isDirective || (before.match(/`/g)?.length ?? 0) % 2 === 1
}
