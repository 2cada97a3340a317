// The keys of the board, as the grid of the ARIA Authoring Practices has them.
import { openEvidence } from '../evidence/evidence-actions.ts'
import { isReadOnly } from '../state/desk.ts'
import { deleteSeveral } from './board-actions.ts'
import { type BoardRow, isGroup } from './board-order.ts'
import { extend, toggle } from './board-selection.ts'
import {
  boardSelection,
  chosenPieces,
  clearSelection,
  selectAllShown,
  selectableRows,
  toggleGroup,
} from './board-state.ts'

type Place = {
  /** The index of the active row. */
  at: number
  rows: readonly BoardRow[]
  /** How many rows are in sight. */
  page: number
  goTo: (index: number) => void
  toHead: () => void
}

/** Does what a key says; false where it says nothing here. */
export function boardKey(event: KeyboardEvent, place: Place): boolean {
  const { at, rows, page, goTo, toHead } = place
  const { key, shiftKey, altKey } = event
  const row = rows[at]
  if (!row || altKey) return false
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== 'a') return false
    selectAllShown()
    return true
  }
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: rows.length }
  const step = steps[key as keyof typeof steps]
  if (step !== undefined) {
    if (key === 'ArrowUp' && at === 0 && !shiftKey) {
      toHead()
      return true
    }
    const to = Math.max(0, Math.min(at + step, rows.length - 1))
    if (shiftKey) boardSelection.value = extend(boardSelection.value, selectableRows.value, to, at)
    goTo(to)
    return true
  }
  if (key === ' ') {
    const selectable = selectableRows.value[at]
    if (selectable) boardSelection.value = toggle(boardSelection.value, selectable)
    return true
  }
  if (key === 'Enter') {
    if (isGroup(row)) toggleGroup(row.key)
    else openEvidence(row.piece.id)
    return true
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') return openOrClose(key, place)
  if (key === 'Delete' && !isReadOnly.value) {
    if (event.repeat) return true
    const chosen = chosenPieces.value
    const meant = chosen.length > 0 || isGroup(row) ? chosen : [row.piece]
    void deleteSeveral(meant.map(({ item }) => item))
    return meant.length > 0
  }
  if (key === 'Escape' && boardSelection.value.ids.size > 0) {
    clearSelection()
    return true
  }
  return false
}

/** Right opens a group, Left closes it, and goes from a piece to its group. */
function openOrClose(key: 'ArrowLeft' | 'ArrowRight', { at, rows, goTo }: Place): boolean {
  const row = rows[at]
  if (!row) return false
  if (isGroup(row)) {
    if (row.isOpen === (key === 'ArrowRight')) return false
    toggleGroup(row.key)
    return true
  }
  const group = rows.findLastIndex((each, index) => index < at && isGroup(each))
  if (key === 'ArrowRight' || group === -1) return false
  goTo(group)
  return true
}
