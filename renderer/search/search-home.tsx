import { isReadOnly, lists } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { exampleQueries } from './example-queries.ts'
import { removeSaved, savedSearches, searchFor } from './search-actions.ts'

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
                  <button type="button" class="search-query" dir="auto" onClick={() => searchFor(query)}>
                    {query}
                  </button>
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
              <button type="button" class="search-query" onClick={() => searchFor(query)}>
                {query}
              </button>
              <span class="search-hint">{texts.exampleOf[of]}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
