// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table element.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { dateOf, detailOf } from '../evidence/evidence-words.ts'
import { lists } from '../state/desk.ts'
import { Icon } from '../ui/icon.tsx'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { strings } from '../ui/strings.ts'
import type { GroupRow } from './board-order.ts'
import type { BoardPiece } from './board-piece.ts'

/** The one cell of a group's row. */
export function GroupCells({ row }: { row: GroupRow }) {
  return (
    <div role="gridcell" class="board-group-cell">
      <span class="board-group-sign" data-is-open={row.isOpen}>
        <Icon name="down" />
      </span>
      <span class="board-group-name">{row.group}</span> <span class="number">{row.count}</span>
    </div>
  )
}

/** The cells of a piece. Where a column has no room, what it says stands under the words. */
export function PieceCells({ piece }: { piece: BoardPiece }) {
  const { item, about, tags, uses } = piece
  const detail = item.kind === 'event' ? about : detailOf(item)
  const origin = originOf(piece)
  const tagList = tags.join(', ')
  return (
    <>
      <Cell name="check">
        <span class="board-check" aria-hidden="true" />
      </Cell>
      <Cell name="words">
        <KindGlyph kind={item.kind} />
        <span class="board-words">
          <span class="spoken">{strings.kinds[item.kind]}: </span>
          <span class={`board-title board-title-${item.kind}`}>{piece.head}</span>
          {detail !== '' && <span class="board-under under-about">{detail}</span>}
          <span class={`board-under under-source${origin ? '' : ' no-source'}`}>
            {origin ?? strings.evidence.noSource}
          </span>
          {tagList !== '' && <span class="board-under under-tags">{tagList}</span>}
        </span>
      </Cell>
      <Cell name="about">{detail}</Cell>
      <Cell name="date">{dateOf(item)}</Cell>
      <Cell name="source" isMissing={origin === null}>
        {origin ?? strings.evidence.noSource}
      </Cell>
      <Cell name="tags">{tagList}</Cell>
      <Cell name="uses" isFaint={uses === 0}>
        {strings.board.uses(uses)}
      </Cell>
      <Cell name="state">
        <StateOf piece={piece} />
      </Cell>
    </>
  )
}

function Cell(props: {
  name: string
  isMissing?: boolean
  isFaint?: boolean
  children: preact.ComponentChildren
}) {
  const look = props.isMissing ? ' no-source' : props.isFaint ? ' is-faint' : ''
  return (
    <div role="gridcell" class={`board-cell cell-${props.name}${look}`}>
      {props.children}
    </div>
  )
}

function StateOf({ piece: { states, item } }: { piece: BoardPiece }) {
  // Without a source is said in the source's column.
  const told = states.filter(state => state !== 'unfinished')
  if (told.length === 0)
    return item.kind === 'event' ? <span>{strings.evidence.statuses[item.record.status]}</span> : null
  return (
    <>
      {told.map(state => (
        <span key={state} class="board-state">
          {strings.board.states[state]}
        </span>
      ))}
    </>
  )
}

/** Where it is from: its source, or the brief on which a decision came back. */
function originOf({ source, item }: BoardPiece): string | null {
  if (source) return source.title
  const decided = item.kind === 'event' ? item.record.decision : null
  if (!decided) return null
  const brief = lists.value.briefs.find(({ id }) => id === decided.brief)
  return strings.decision.from(decided.version, brief?.title ?? null)
}
