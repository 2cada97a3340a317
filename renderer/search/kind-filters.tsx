import { searchKinds } from '../../shared/search/search-query.ts'
import { strings } from '../ui/strings.ts'
import { withKinds, withKindToggled } from './edit-query.ts'
import { parsedQuery, searchQuery, typeQuery } from './search-state.ts'

/** The kinds that are looked for, as toggles that write them into the query. */
export function KindFilters() {
  const texts = strings.search
  const { kinds } = parsedQuery.value
  // The field keeps the focus of whoever points.
  const keepFocus = (event: globalThis.MouseEvent) => event.preventDefault()
  return (
    <fieldset class="segments search-kinds" aria-label={texts.kindsLabel}>
      <button
        type="button"
        class="segment"
        aria-pressed={kinds.length === 0}
        onMouseDown={keepFocus}
        onClick={() => typeQuery(withKinds(searchQuery.value, []))}
      >
        {texts.all}
      </button>
      {searchKinds.map(kind => (
        <button
          key={kind}
          type="button"
          class="segment"
          aria-pressed={kinds.includes(kind)}
          onMouseDown={keepFocus}
          onClick={() => typeQuery(withKindToggled(searchQuery.value, kind))}
        >
          {texts.kinds[kind]}
        </button>
      ))}
    </fieldset>
  )
}
