// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table element.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { useState } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { strings } from '../ui/strings.ts'
import { type BoardColumn, boardColumns, nextSort } from './board-order.ts'
import { boardFilter, boardSort, chosenPieces, clearSelection, selectAllShown } from './board-state.ts'

/** The headings: one stop for Tab, Left and Right between them, Down to the rows. A press sorts. */
export function BoardHead({ onLeave }: { onLeave: () => void }) {
  const [stop, setStop] = useState(1)
  const texts = strings.board
  const { kind } = boardFilter.value
  const titles: Record<BoardColumn, string> = { ...texts.columns.all, ...(kind && texts.columns[kind]) }
  const sort = boardSort.value
  const isAnyChosen = chosenPieces.value.length > 0

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      return onLeave()
    }
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.board-heading')]
    const shown = buttons.filter(each => each.offsetParent !== null)
    const at = shown.indexOf(event.target as HTMLElement)
    const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: shown.length - 1 }
    const next = shown[steps[event.key as keyof typeof steps] ?? -1]
    if (!next) return
    event.preventDefault()
    setStop(buttons.indexOf(next))
    next.focus()
  }
  return (
    <div class="board-head-row" role="row" aria-rowindex={1} onKeyDown={onKeyDown}>
      <div role="columnheader" class="cell-check">
        <button
          type="button"
          class="board-heading board-check"
          tabIndex={stop === 0 ? 0 : -1}
          aria-label={isAnyChosen ? texts.clear : texts.selectAll}
          data-is-some={isAnyChosen}
          onClick={() => (isAnyChosen ? clearSelection() : selectAllShown())}
        />
      </div>
      {boardColumns.map((column, index) => {
        const isSorted = sort?.column === column
        const way = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'
        return (
          <div key={column} role="columnheader" class={`cell-${column}`} aria-sort={way}>
            <button
              type="button"
              class="board-heading"
              tabIndex={stop === index + 1 ? 0 : -1}
              onClick={() => {
                setStop(index + 1)
                boardSort.value = nextSort(sort, column)
              }}
            >
              {titles[column]}
              {isSorted && <Icon name={sort.isDescending ? 'down' : 'up'} />}
            </button>
          </div>
        )
      })}
    </div>
  )
}
