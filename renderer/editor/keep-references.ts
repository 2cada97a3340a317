import { EditorState, type Extension } from '@codemirror/state'
import { parseReferences } from '../../shared/references/parse-references.ts'

/**
 * Find and replace changes the words of a reference and never what makes it one: its id stands out of sight behind a
 * chip, and replacing letters there would cut the link without anybody seeing it.
 */
export const keepReferences: Extension = EditorState.changeFilter.of(transaction => {
  if (!transaction.isUserEvent('input.replace')) return true
  const text = transaction.startState.doc.toString()
  return parseReferences(text).flatMap(({ start, end }) => {
    const label = text.indexOf('[', start)
    const labelEnd = text.lastIndexOf(']', end)
    const hasLabel = label !== -1 && label < labelEnd && labelEnd < end
    return hasLabel ? [start, label + 1, labelEnd, end] : [start, end]
  })
})
