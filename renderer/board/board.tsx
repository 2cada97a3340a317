import { useEffect } from 'preact/hooks'
import { readOrphans } from '../evidence/orphans.ts'
import { lists } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { toChange } from './board-actions.ts'
import { isNarrowed, noFilter } from './board-filter.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardGrid } from './board-grid.tsx'
import { boardFilter, boardRows, chosenPieces, readUses } from './board-state.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { SelectionBar } from './selection-bar.tsx'

/** Quotes, figures and events as one table: sorted, grouped, narrowed down, and acted on together. */
export function Board() {
  const { briefs } = lists.value
  useEffect(() => void readOrphans(), [])
  useEffect(() => void readUses(), [briefs])
  return (
    <>
      <BoardFilters />
      {boardRows.value.length === 0 && <NothingShown />}
      <BoardGrid />
      {chosenPieces.value.length > 0 && <SelectionBar />}
      {toChange.value && <ChangeDialog items={toChange.value} />}
    </>
  )
}

function NothingShown() {
  const filter = boardFilter.value
  const { kind, text } = filter
  const texts = strings.evidence
  const narrowed = isNarrowed(filter)
  const isText = text.trim() !== ''
  return (
    <div class="board-none">
      <p role="status">
        {isText ? texts.noneFound(text) : narrowed ? strings.board.noneFits : texts.noneOfKind}
      </p>
      {narrowed && (
        <Button
          label={strings.board.clearFilter}
          onPress={() => {
            boardFilter.value = { ...noFilter, kind }
          }}
        />
      )}
    </div>
  )
}
