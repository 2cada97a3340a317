import { isReadOnly, lists } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { exampleQueries } from './example-queries.ts'
import { removeSaved, savedSearches, searchFor } from './search-actions.ts'

const queries = () => [...document.querySelectorAll<HTMLElement>('.search-query')]

/** Goes from the empty field to what can be chosen under it; false where there is nothing. */
export function focusFirstQuery(): boolean {
  const [first] = queries()
  first?.focus()
  return first !== undefined
}

/** The arrows go from one to the next, and from the first back to the field. */
function onKeyDown(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const all = queries()
  const at = all.indexOf(event.target as HTMLElement)
  if (step === undefined || at === -1) return
  event.preventDefault()
  const next = at + step < 0 ? document.querySelector<HTMLElement>('.search-box input') : all[at + step]
  next?.focus()
}

/** Before anything is typed: the searches that were kept, and what can be asked. */
export function SearchHome() {
  const texts = strings.search
  const saved = savedSearches.value
  return (
    <div class="search-home">
      {saved !== null && (saved.length > 0 || !isReadOnly.value) && (
        <section aria-label={texts.saved}>
          <h2 class="search-heading">{texts.saved}</h2>
          {saved.length === 0 ? (
            <p class="search-hint">{texts.savedEmpty}</p>
          ) : (
            <ul class="search-list">
              {saved.map(query => (
                <li key={query} class="search-saved">
                  <QueryButton query={query} />
                  {!isReadOnly.value && (
                    <Button
                      label={texts.remove(query)}
                      icon="close"
                      look="quiet"
                      isIconOnly
                      onPress={() => void removeSaved(query)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section aria-label={texts.examples}>
        <h2 class="search-heading">{texts.examples}</h2>
        <ul class="search-list">
          {exampleQueries(lists.value).map(({ of, query }) => (
            <li key={of} class="search-example">
              <QueryButton query={query} />
              <span class="search-hint">{texts.exampleOf[of]}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function QueryButton({ query }: { query: string }) {
  return (
    <button
      type="button"
      class="search-query"
      dir="auto"
      onClick={() => searchFor(query)}
      onKeyDown={onKeyDown}
    >
      {query}
    </button>
  )
}
