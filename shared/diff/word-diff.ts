// What changed between two texts, word by word.
import { diffArrays } from 'diff'

/** A run of words of the texts: in both, only in the new one, or only in the old one. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Edits beyond which words are not compared any more but lines, so that an answer never takes more than a moment. */
const mostEdits = 4000

const words = new Intl.Segmenter('und', { granularity: 'word' })

/** The same parts joined give the old text without what was added, and the new text without what was removed. */
export function diffWords(before: string, after: string): DiffPart[] {
  return (
    partsOf(wordsOf(before), wordsOf(after)) ??
    partsOf(linesOf(before), linesOf(after)) ??
    [removed(before), added(after)].filter(part => part.text !== '')
  )
}

function partsOf(before: string[], after: string[]): DiffPart[] | null {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits })
  return (
    changes?.map(change => {
      const text = change.value.join('')
      return change.added ? added(text) : change.removed ? removed(text) : { kind: 'same', text }
    }) ?? null
  )
}

const added = (text: string): DiffPart => ({ kind: 'added', text })
const removed = (text: string): DiffPart => ({ kind: 'removed', text })

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment)
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}
