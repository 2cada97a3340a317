import { signal } from '@preact/signals'
import type { EventStanding } from '../../shared/timeline/event-time.ts'
import { Choice } from '../ui/choice.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { strings } from '../ui/strings.ts'
import { isNarrowed, noFilter } from './timeline-filter.ts'
import { narrow, timelineChoices, timelineFilter } from './timeline-state.ts'

/** What is typed, apart from the rest of what is asked for. */
const query = signal('')
query.subscribe(text => narrow({ text }))

const parts = ['tag', 'person', 'source', 'brief'] as const
const standings: readonly EventStanding[] = ['occurred', 'expected', 'overdue']

/** Which events are shown. */
export function TimelineFilters() {
  const texts = strings.timeline
  const filter = timelineFilter.value
  return (
    <fieldset class="timeline-filters" aria-label={texts.filters}>
      <SearchField label={texts.search} query={query} />
      {parts.map(part => (
        <Choice
          key={part}
          label={texts.filterBy[part]}
          any={texts.any[part]}
          value={filter[part]}
          choices={timelineChoices.value[part]}
          onChoose={value => narrow({ [part]: value })}
        />
      ))}
      <Choice
        label={texts.filterBy.standing}
        any={texts.any.standing}
        value={filter.standing}
        choices={standings.map(value => ({ value, label: texts.standingChoices[value] }))}
        onChoose={value => narrow({ standing: value as EventStanding | null })}
      />
      {isNarrowed(filter) && (
        <button type="button" class="button button-quiet" onClick={clearFilter}>
          {texts.clearFilter}
        </button>
      )}
    </fieldset>
  )
}

export function clearFilter(): void {
  query.value = ''
  narrow(noFilter)
}
