// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table element.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys.
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is told as the grid is drawn.
// biome-ignore-all lint/a11y/noStaticElementInteractions: the same.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isByKey, showMenu } from '../context-menu/menu-state.ts'
import { menuOfSelection } from '../context-menu/record-menus.ts'
import { dragReferences } from '../evidence/drag-references.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { evidenceForm } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { useVirtualRows } from '../ui/virtual-rows.ts'
import { BoardHead } from './board-head.tsx'
import { boardKey } from './board-keys.ts'
import { isGroup, type PieceRow } from './board-order.ts'
import { GroupCells, PieceCells } from './board-row.tsx'
import { extend, toggle } from './board-selection.ts'
import {
  activeKey,
  boardFilter,
  boardGrouping,
  boardLook,
  boardRows,
  boardSelection,
  chosenPieces,
  selectableRows,
  toggleGroup,
} from './board-state.ts'

/** CSS px of a row with two lines, of a card, and of the headings. */
const rowHeights = { table: 57, cards: 104 }
const headHeight = 34

const rowId = (index: number) => `board-row-${index}`

/**
 * The pieces as a grid of the ARIA Authoring Practices, or a treegrid where they are in groups. The grid has the focus and
 * names its active row, so that a row may be scrolled out of what is drawn and the keys still know it.
 */
export function BoardGrid() {
  const grid = useRef<HTMLDivElement>(null)
  /** Where the active row was: once it is gone, the keys go on there. */
  const lastAt = useRef(0)
  const rows = boardRows.value
  const look = boardLook.value
  const { shown, before, after, reveal, measure } = useVirtualRows(
    grid,
    rows.length,
    rowHeights[look],
    headHeight,
  )
  const { ids } = boardSelection.value
  const found = rows.findIndex(({ key }) => key === activeKey.value)
  const at = found === -1 ? Math.max(0, Math.min(lastAt.current, rows.length - 1)) : found
  lastAt.current = at
  const isGrouped = boardGrouping.value !== 'none'

  useLayoutEffect(() => {
    if (found !== -1) reveal(found)
  }, [activeKey.value])

  const goTo = (index: number) => {
    activeKey.value = rows[Math.max(0, Math.min(index, rows.length - 1))]?.key ?? null
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    if (event.target !== grid.current || !row) return
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeights[look]) - 1)
    const isDone = boardKey(event, { at, rows, page, goTo, toHead: () => headButton(grid.current)?.focus() })
    if (isDone) event.preventDefault()
  }

  const onPress = (event: MouseEvent, index: number) => {
    const row = rows[index]
    const selectable = selectableRows.value
    const pressed = selectable[index]
    if (!row || !pressed) return
    grid.current?.focus({ preventScroll: true })
    if (event.shiftKey) boardSelection.value = extend(boardSelection.value, selectable, index, at)
    else if (isGroup(row)) toggleGroup(row.key)
    else if (event.ctrlKey || event.metaKey || (event.target as Element).closest('.board-check'))
      boardSelection.value = toggle(boardSelection.value, pressed)
    else openEvidence(row.piece.id)
    activeKey.value = row.key
  }

  const onMenu = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-index]')
    const index = pressed ? Number(pressed.dataset.index) : at
    const row = rows[index]
    if (!row || isGroup(row) || (!pressed && !isByKey(event))) return
    activeKey.value = row.key
    const meant = ids.has(row.piece.id) ? chosenPieces.value : [row.piece]
    const menu = menuOfSelection(meant.map(({ item }) => item))
    showMenu(event, menu, pressed ?? document.getElementById(rowId(index)))
  }

  const onDragStart = (event: DragEvent, { piece }: PieceRow) => {
    const dragged = ids.has(piece.id) ? chosenPieces.value : [piece]
    dragReferences(
      event,
      dragged.map(({ item }) => item),
    )
  }

  return (
    <div
      ref={grid}
      class="board-grid"
      role={isGrouped ? 'treegrid' : 'grid'}
      tabIndex={0}
      aria-label={strings.evidence.listLabel}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-readonly="true"
      aria-activedescendant={shown.some(({ index }) => index === at) ? rowId(at) : undefined}
      data-kind={boardFilter.value.kind ?? 'all'}
      data-look={look}
      hidden={rows.length === 0}
      onKeyDown={onKeyDown}
      onContextMenu={onMenu}
    >
      <BoardHead onLeave={() => grid.current?.focus()} />
      {before > 0 && <div class="row-space" aria-hidden="true" style={{ height: `${before}px` }} />}
      {shown.map(({ index }) => {
        const row = rows[index]
        if (!row) return null
        const shared = {
          id: rowId(index),
          ref: measure,
          'data-index': index,
          'data-active': index === at,
          'aria-rowindex': index + 2,
        } as const
        if (isGroup(row))
          return (
            <div
              key={row.key}
              {...shared}
              role="row"
              class="board-group"
              aria-level={1}
              aria-expanded={row.isOpen}
              onClick={event => onPress(event, index)}
            >
              <GroupCells row={row} />
            </div>
          )
        const { piece } = row
        return (
          <div
            key={row.key}
            {...shared}
            role="row"
            class="board-row"
            aria-level={isGrouped ? 2 : undefined}
            aria-selected={ids.has(piece.id)}
            aria-current={piece.id === evidenceForm.value?.id ? 'true' : undefined}
            draggable
            onDragStart={event => onDragStart(event, row)}
            onClick={event => onPress(event, index)}
          >
            <PieceCells piece={piece} />
          </div>
        )
      })}
      {after > 0 && <div class="row-space" aria-hidden="true" style={{ height: `${after}px` }} />}
    </div>
  )
}

function headButton(grid: HTMLElement | null): HTMLElement | null {
  return grid?.querySelector<HTMLElement>('.board-heading[tabindex="0"]') ?? null
}
