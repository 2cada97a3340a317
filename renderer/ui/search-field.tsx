import type { Signal } from '@preact/signals'
import { Icon } from './icon.tsx'

/** What a list is searched for, as it is typed. */
export function SearchField({ label, query }: { label: string; query: Signal<string> }) {
  return (
    <label class="search-field">
      <Icon name="find" />
      <input
        type="search"
        class="plain-control"
        aria-label={label}
        placeholder={label}
        value={query.value}
        onInput={event => {
          query.value = event.currentTarget.value
        }}
      />
    </label>
  )
}
