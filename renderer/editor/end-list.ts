import type { StateCommand } from '@codemirror/state'

/** An item that has its mark and nothing else. */
const emptyItem = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/

/** Enter in an empty item ends the list, as it does everywhere else, and writing goes on in a paragraph of its own. */
export const endList: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection
  const line = state.doc.lineAt(main.head)
  if (!main.empty || ranges.length > 1 || state.readOnly) return false
  if (main.head !== line.to || !emptyItem.test(line.text)) return false
  const isApart = line.number === 1 || state.doc.line(line.number - 1).text.trim() === ''
  const insert = isApart ? '' : '\n'
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert },
      selection: { anchor: line.from + insert.length },
      userEvent: 'input',
      scrollIntoView: true,
    }),
  )
  return true
}
