import { computed } from '@preact/signals'
import { byMeasure } from '../../shared/measures/same-measure.ts'
import { showRoom } from '../commands/everywhere.ts'
import { showSearch } from '../search/search-actions.ts'
import { areListsWhole, lists, openDialog, room } from '../state/desk.ts'
import { shortNumber } from '../ui/dates-and-numbers.ts'
import { Icon } from '../ui/icon.tsx'
import { strings } from '../ui/strings.ts'
import { keysOf } from './commands.ts'

const rooms = ['search', 'briefs', 'sources', 'evidence', 'timeline', 'people', 'measures'] as const

/** By themselves: a brief is saved at every pause of typing, and figures seldom. */
const figures = computed(() => lists.value.figures)
const measures = computed(() => byMeasure(figures.value).size)

/** The way between the rooms. */
export function Rail() {
  const { briefs, sources, quotes, events, people } = lists.value
  const counts: Record<(typeof rooms)[number], number | null> = {
    search: null,
    briefs: briefs.length,
    sources: sources.length,
    evidence: quotes.length + figures.value.length + events.length,
    timeline: events.length,
    people: people.length,
    measures: measures.value,
  }
  return (
    <nav class="rail" aria-label={strings.rooms.label}>
      <ul class="rail-rooms">
        {rooms.map(name => (
          <li key={name}>
            <button
              type="button"
              class="rail-button"
              data-room={name}
              aria-current={room.value === name ? 'page' : undefined}
              title={`${strings.rooms[name]}  ${keysOf(`show-${name}`)}`}
              onClick={() => (name === 'search' ? showSearch() : showRoom(name))}
            >
              <Icon name={name} />
              <span>{strings.rooms[name]}</span>
              {areListsWhole.value && counts[name] !== null && (
                <span class="rail-count number" aria-hidden="true">
                  {shortNumber(counts[name])}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div class="rail-foot">
        <button
          type="button"
          class="rail-button"
          aria-current={room.value === 'trash' ? 'page' : undefined}
          title={`${strings.rooms.trash}  ${keysOf('show-trash')}`}
          onClick={() => showRoom('trash')}
        >
          <Icon name="trash" />
          <span>{strings.rooms.trash}</span>
        </button>
        <button
          type="button"
          class="rail-button"
          title={`${strings.commands['show-keys']}  ${keysOf('show-keys')}`}
          onClick={() => {
            openDialog.value = 'keys'
          }}
        >
          <Icon name="keys" />
          <span>{strings.status.keys}</span>
        </button>
      </div>
    </nav>
  )
}
