import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isMod } from './is-mod.ts'
import { useVirtualRows } from './virtual-rows.ts'

/** CSS px of a row with two lines. */
const usualHeight = 58

/**
 * A list of buttons, one a row, of any length: only those in sight are drawn. Up, Down, Page Up, Page Down, Home and End
 * move between rows; Delete is told of the focused one, and a right click or the menu key of its row.
 */
export function RowList<T extends { id: string }>(props: {
  label: string
  rows: readonly T[]
  currentId: string | null
  /** Whether the current row is brought into sight whenever it becomes another. */
  isCurrentKept?: boolean
  onOpen: (row: T) => void
  /** Opens a row in a tab of its own: a click or Enter with Ctrl or Cmd, or the middle button. */
  onOpenInTab?: ((row: T) => void) | undefined
  onDelete?: ((row: T) => void) | undefined
  onMenu?: (event: globalThis.MouseEvent, row: T) => void
  /** What Enter does, where that is more than opening. */
  onEnter?: (row: T) => void
  rowClass?: string
  /** What stands above a row, where something begins with it; null where nothing does. */
  headOf?: (row: T, before: T | undefined) => string | null
  children: (row: T) => ComponentChildren
}) {
  const { rows } = props
  const list = useRef<HTMLUListElement>(null)
  /** The row that is to have the focus once it is drawn. */
  const wanted = useRef<number | null>(null)
  /** The row that had the focus last. */
  const last = useRef(-1)
  const { shown, before, after, reveal, measure } = useVirtualRows(list, rows.length, usualHeight)

  const focus = (index: number) => {
    wanted.current = Math.max(0, Math.min(index, rows.length - 1))
    reveal(wanted.current)
    focusWanted()
  }
  const focusWanted = () => {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] .row`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    if (wanted.current !== null) focusWanted()
    // Scrolled out of sight, a row is no longer there to have the focus: the list keeps it for the keys.
    const isLost = document.activeElement === document.body && last.current !== -1
    if (isLost && !shown.some(({ index }) => index === last.current))
      list.current?.focus({ preventScroll: true })
  })

  const current = rows.findIndex(({ id }) => id === props.currentId)
  useLayoutEffect(() => {
    if (props.isCurrentKept && current !== -1) reveal(current)
  }, [props.currentId])

  const indexOf = (target: EventTarget | null) => {
    const row = (target as Element | null)?.closest<HTMLElement>('[data-index]')
    return row ? Number(row.dataset.index) : last.current
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys come faster than rows are drawn.
    const at = wanted.current ?? indexOf(event.target)
    const row = rows[at]
    if (!row) return
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / usualHeight) - 1)
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: rows.length }
    const step = steps[event.key as keyof typeof steps]
    if (step !== undefined) {
      event.preventDefault()
      focus(at + step)
    } else if (event.key === 'Enter' && isMod(event) && props.onOpenInTab) {
      event.preventDefault()
      props.onOpenInTab(row)
    } else if (event.key === 'Enter' && props.onEnter) {
      event.preventDefault()
      props.onEnter(row)
    } else if (event.key === 'Delete' && props.onDelete) {
      event.preventDefault()
      // Held a little longer it is still one that is meant.
      if (event.repeat) return
      focus(at + 1 < rows.length ? at + 1 : at - 1)
      props.onDelete(row)
    }
  }
  return (
    <ul
      ref={list}
      class="rows"
      tabIndex={-1}
      aria-label={props.label}
      onKeyDown={onKeyDown}
      onContextMenu={event => {
        const row = rows[indexOf(event.target)]
        if (row) props.onMenu?.(event, row)
      }}
      onFocusIn={event => {
        last.current = indexOf(event.target)
      }}
      onFocusOut={event => {
        if (event.relatedTarget !== null) last.current = -1
      }}
    >
      {before > 0 && <li class="row-space" aria-hidden="true" style={{ height: `${before}px` }} />}
      {shown.map(({ index }) => {
        const row = rows[index]
        const head = row && props.headOf?.(row, rows[index - 1])
        return (
          row && (
            <li
              key={row.id}
              ref={measure}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {head && <h2 class="row-head">{head}</h2>}
              <button
                type="button"
                class={`row ${props.rowClass ?? ''}`}
                aria-current={row.id === props.currentId ? 'true' : undefined}
                onClick={event => (isMod(event) ? (props.onOpenInTab ?? props.onOpen) : props.onOpen)(row)}
                onAuxClick={event => {
                  if (event.button === 1) props.onOpenInTab?.(row)
                }}
              >
                {props.children(row)}
              </button>
            </li>
          )
        )
      })}
      {after > 0 && <li class="row-space" aria-hidden="true" style={{ height: `${after}px` }} />}
    </ul>
  )
}
