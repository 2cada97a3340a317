import { isEmptySearch } from '../../shared/search/search-query.ts'
import { lists } from '../state/desk.ts'
import { Icon } from '../ui/icon.tsx'
import { ProgressRow } from '../ui/progress-row.tsx'
import { strings } from '../ui/strings.ts'
import { withoutLike } from './edit-query.ts'
import { cancelRebuild, isRebuilding, searchFor } from './search-actions.ts'
import {
  isAtMost,
  isSearchPartial,
  parsedQuery,
  searchAnswer,
  searchProblem,
  searchProgress,
  searchQuery,
} from './search-state.ts'

/** What there is to say of the question, under its field. */
export function SearchNotes() {
  const texts = strings.search
  const query = parsedQuery.value
  const { readAs = [], problems = query.problems } = searchAnswer.value ?? {}
  const failure = searchProblem.value
  return (
    <>
      {query.like !== null && <Like source={query.like} />}
      <div class="search-notes" role="status">
        {failure !== null && <p class="search-problem">{texts.failed(failure)}</p>}
        {problems.map(problem => (
          <p key={problem} class="search-problem">
            {problem}
          </p>
        ))}
        {query.excluded.length > 0 && isEmptySearch(query) && <p>{texts.exclusionAlone}</p>}
        {isAtMost.value && <p>{texts.most(searchAnswer.value?.hits.length ?? 0)}</p>}
        {readAs.map(({ typed, read }) => (
          <p key={typed}>{texts.readAs(typed, read)}</p>
        ))}
      </div>
      <ReadingProgress />
    </>
  )
}

/** The source that what is found is like, by its title. */
function Like({ source }: { source: string }) {
  const texts = strings.search
  const title = lists.value.sources.find(({ id }) => id === source)?.title
  return (
    <p class="search-like">
      <span class="search-like-title" dir="auto">
        {title === undefined ? texts.likeGone : texts.like(title)}
      </span>
      <button
        type="button"
        class="search-like-remove"
        aria-label={texts.likeRemove}
        title={texts.likeRemove}
        onClick={() => searchFor(withoutLike(searchQuery.value))}
      >
        <Icon name="close" />
      </button>
    </p>
  )
}

/** While not everything can be found yet: how much can, and a way to stop what somebody began. */
function ReadingProgress() {
  const progress = searchProgress.value
  if (progress === null && !isRebuilding.value) return null
  const texts = strings.search
  if (isSearchPartial.value && !isRebuilding.value)
    return progress && <p class="search-stopped">{texts.stopped(progress.done, progress.of)}</p>
  return (
    <ProgressRow
      label={texts.readingLabel}
      progress={progress}
      onCancel={isRebuilding.value ? cancelRebuild : undefined}
    >
      <p class="number">{progress ? texts.reading(progress.done, progress.of) : texts.readingLabel}</p>
    </ProgressRow>
  )
}
