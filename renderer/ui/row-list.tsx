import type { ComponentChildren } from 'preact'

/** A list of buttons, one a row. Up, Down, Home and End move between rows; Delete is told of the focused one. */
export function RowList<T extends { id: string }>(props: {
  label: string
  rows: readonly T[]
  currentId: string | null
  onOpen: (row: T) => void
  onDelete?: ((row: T) => void) | undefined
  /** What Enter does, where that is more than opening. */
  onEnter?: (row: T) => void
  rowClass?: string
  children: (row: T) => ComponentChildren
}) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    if (at === -1) return
    const row = props.rows[at]
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus()
    } else if (event.key === 'Enter' && row && props.onEnter) {
      event.preventDefault()
      props.onEnter(row)
    } else if (event.key === 'Delete' && row && props.onDelete) {
      event.preventDefault()
      ;(buttons[at + 1] ?? buttons[at - 1])?.focus()
      props.onDelete(row)
    }
  }
  return (
    <ul class="rows" aria-label={props.label} onKeyDown={onKeyDown}>
      {props.rows.map(row => (
        <li key={row.id}>
          <button
            type="button"
            class={`row ${props.rowClass ?? ''}`}
            aria-current={row.id === props.currentId ? 'true' : undefined}
            onClick={() => props.onOpen(row)}
          >
            {props.children(row)}
          </button>
        </li>
      ))}
    </ul>
  )
}
