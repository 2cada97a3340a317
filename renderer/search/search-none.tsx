import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { broaderQueries, withoutLike } from './edit-query.ts'
import { searchFor } from './search-actions.ts'
import { isSearchPartial, parsedQuery, searchProgress, searchQuery } from './search-state.ts'

/** That nothing was found. */
export function noneInWords(): string {
  const texts = strings.search
  const query = searchQuery.value
  if (isLikeAlone()) return texts.noneLike
  return broaderQueries(query).length === 0 ? texts.noneTitle(query.trim()) : texts.noneFits
}

function isLikeAlone(): boolean {
  return parsedQuery.value.like !== null && withoutLike(searchQuery.value).trim() === ''
}

/** Where nothing was found: what may find something. */
export function SearchNone() {
  const texts = strings.search
  const query = searchQuery.value
  const offers = broaderQueries(query)
  const isPlain = offers.length === 0
  return (
    <div class="search-none">
      {searchProgress.value !== null && !isSearchPartial.value && <p class="search-hint">{texts.noneYet}</p>}
      {isPlain && !isLikeAlone() && /\s/.test(query.trim()) && <p class="search-hint">{texts.noneText}</p>}
      {offers.length > 0 && (
        <>
          <p class="search-hint">{texts.offersText}</p>
          <div class="search-offers">
            {offers.map(({ offer, query }) => (
              <Button key={offer} label={texts.offers[offer]} onPress={() => searchFor(query)} />
            ))}
          </div>
        </>
      )}
    </div>
  )
}
