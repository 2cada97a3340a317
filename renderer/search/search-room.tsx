import { useEffect } from 'preact/hooks'
import { isEmptySearch } from '../../shared/search/search-query.ts'
import { lists } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { KindFilters } from './kind-filters.tsx'
import { readSavedSearches } from './search-actions.ts'
import { SearchBox } from './search-box.tsx'
import { SearchHome } from './search-home.tsx'
import { noneInWords, SearchNone } from './search-none.tsx'
import { SearchNotes } from './search-notes.tsx'
import { SearchResults } from './search-results.tsx'
import { ask, parsedQuery, searchAnswer } from './search-state.ts'

/** Everything that is written in the library, found by its words while they are typed. */
export function SearchRoom() {
  const texts = strings.search
  const answer = searchAnswer.value
  // What the library holds changes while one looks, and before one comes back.
  useEffect(() => void ask(), [lists.value])
  useEffect(() => void readSavedSearches(), [])
  const isHome = isEmptySearch(parsedQuery.value)
  const count = answer?.hits.length ?? 0
  const isNone = !isHome && answer !== null && count === 0
  return (
    <main class="room search-room" aria-label={texts.title}>
      <h1 class="spoken">{texts.title}</h1>
      <search class="search-head">
        <SearchBox />
        <div class="search-under">
          <KindFilters />
          <p class="search-count number" role="status">
            {!isHome && count > 0 && texts.count(count, answer?.isMore ?? false)}
          </p>
        </div>
        <SearchNotes />
      </search>
      {/* Stands there from the beginning: what comes together with its region is not read out everywhere. */}
      <p class="search-none-title" role="status" dir="auto">
        {isNone && noneInWords()}
      </p>
      {isHome ? <SearchHome /> : isNone ? <SearchNone /> : count > 0 && <SearchResults />}
    </main>
  )
}
