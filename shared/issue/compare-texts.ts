// What changed between two texts, paragraph by paragraph and word by word.
import { diffArrays } from 'diff'
import { joinChanges } from '../diff/join-changes.ts'
import { diffWords } from '../diff/word-diff.ts'
import type { ParagraphChange } from './brief-changes.ts'

/** Two Markdown texts paragraph by paragraph; a paragraph that was rewritten in part has its words compared. */
export function compareTexts(before: string, after: string): ParagraphChange[] {
  const runs = diffArrays(paragraphsOf(before), paragraphsOf(after))
  const changes: ParagraphChange[] = []
  for (const [index, { value, added, removed }] of runs.entries()) {
    // What comes right after a removal was paired with it.
    if (added && runs[index - 1]?.removed) continue
    const next = removed && runs[index + 1]?.added ? runs[index + 1]?.value : undefined
    if (next) changes.push(...pairParagraphs(value, next))
    else changes.push(...value.map(text => whole(added ? 'added' : removed ? 'removed' : 'same', text)))
  }
  return changes
}

function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .flatMap(itemsOf)
    .map(paragraph => paragraph.trimEnd())
    .filter(paragraph => paragraph !== '')
}

const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/

/** The items of a list, each for itself: one that comes in between must not be taken for a change of the next. */
function itemsOf(paragraph: string): string[] {
  return item.test(paragraph) ? paragraph.split(/\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/) : [paragraph]
}

function whole(kind: 'same' | 'added' | 'removed', text: string): ParagraphChange {
  return { kind, parts: [{ kind, text }] }
}

/** The share of words that two paragraphs need to have in common to be called the same one, rewritten. */
const likeness = 0.4

/** Paragraphs in the order of the new text, those that are gone before what stands in their place. */
function pairParagraphs(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let next = 0
  for (const old of removed) {
    const at = added.findIndex((text, index) => index >= next && likenessOf(old, text) >= likeness)
    if (at === -1) {
      changes.push(whole('removed', old))
      continue
    }
    changes.push(...added.slice(next, at).map(text => whole('added', text)))
    changes.push({ kind: 'changed', parts: joinChanges(diffWords(old, added[at] ?? '')) })
    next = at + 1
  }
  return [...changes, ...added.slice(next).map(text => whole('added', text))]
}

function likenessOf(one: string, other: string): number {
  const [few, many] = [wordsOf(one), wordsOf(other)]
  const shared = [...few].filter(word => many.has(word)).length
  return shared / Math.max(few.size, many.size, 1)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
