import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { broaderQueries, withoutLike } from './edit-query.ts'
import { searchFor } from './search-actions.ts'
import { isSearchPartial, parsedQuery, searchProgress, searchQuery } from './search-state.ts'

/** Where nothing was found: that it is so, and what may find something. */
export function SearchNone() {
  const texts = strings.search
  const query = searchQuery.value
  const { like } = parsedQuery.value
  const offers = broaderQueries(query)
  const isLikeAlone = like !== null && withoutLike(query).trim() === ''
  const isPlain = offers.length === 0
  const ofWords = isPlain ? texts.noneTitle(query.trim()) : texts.noneFits
  const title = isLikeAlone ? texts.noneLike : ofWords
  return (
    <div class="search-none">
      <p class="search-none-title" role="status" dir="auto">
        {title}
      </p>
      {searchProgress.value !== null && !isSearchPartial.value && <p class="search-hint">{texts.noneYet}</p>}
      {isPlain && !isLikeAlone && /\s/.test(query.trim()) && <p class="search-hint">{texts.noneText}</p>}
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
