import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { RowList } from './row-list.tsx'
import { SearchField } from './search-field.tsx'

/** The column of a room that is searched by name: its heading, the search, and what it finds. `rows` are found already. */
export function SearchedList<T extends { id: string }>(props: {
  title: string
  label: string
  searchLabel: string
  query: Signal<string>
  noneFound: (query: string) => string
  /** What makes a new one. */
  action: ComponentChildren
  rows: readonly T[]
  currentId: string | null
  onOpen: (row: T) => void
  onOpenInTab?: ((row: T) => void) | undefined
  onDelete?: ((row: T) => void) | undefined
  row: (row: T) => ComponentChildren
  /** What stands under the rows. */
  children?: ComponentChildren
}) {
  const { label, query, rows } = props
  return (
    <section class="list-column searched-column" aria-label={label}>
      <header class="list-head">
        <h1>{props.title}</h1>
        {props.action}
      </header>
      <SearchField label={props.searchLabel} query={query} />
      {rows.length === 0 && (
        <p class="searched-none" role="status">
          {props.noneFound(query.value)}
        </p>
      )}
      <RowList
        label={label}
        rows={rows}
        currentId={props.currentId}
        onOpen={props.onOpen}
        onOpenInTab={props.onOpenInTab}
        onDelete={props.onDelete}
      >
        {props.row}
      </RowList>
      {props.children}
    </section>
  )
}
