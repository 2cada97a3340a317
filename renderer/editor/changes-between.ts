import type { ChangeSpec } from '@codemirror/state'
import { diffWords } from '../../shared/diff/word-diff.ts'

/** The changes that make one text of another, each as small as its words. */
export function changesBetween(before: string, after: string): ChangeSpec[] {
  const changes: ChangeSpec[] = []
  let at = 0
  for (const { kind, text } of diffWords(before, after)) {
    if (kind === 'added') changes.push({ from: at, insert: text })
    else {
      if (kind === 'removed') changes.push({ from: at, to: at + text.length })
      at += text.length
    }
  }
  return changes
}
