import type { ParagraphChange } from './brief-changes.ts'

/** A paragraph to be shown, or those in a row that did not change. */
export type FoldedText = { shown: ParagraphChange } | { folded: readonly ParagraphChange[] }

const heading = /^ {0,3}#{1,6}(?:\s|$)/

/** Folds what did not change, and leaves of it the heading that what comes next stands under. */
export function foldText(text: readonly ParagraphChange[]): FoldedText[] {
  const parts: FoldedText[] = []
  let run: ParagraphChange[] = []
  const fold = (paragraphs: readonly ParagraphChange[]) => {
    if (paragraphs.length > 0) parts.push({ folded: paragraphs })
  }
  for (const paragraph of text) {
    if (paragraph.kind === 'same') {
      run.push(paragraph)
      continue
    }
    const last = run.findLastIndex(({ parts: [first] }) => heading.test(first?.text ?? ''))
    const shown = run[last]
    fold(run.slice(0, Math.max(last, 0)))
    if (shown) parts.push({ shown })
    fold(run.slice(last + 1))
    run = []
    parts.push({ shown: paragraph })
  }
  fold(run)
  return parts
}
