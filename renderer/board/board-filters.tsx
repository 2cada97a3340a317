import { signal } from '@preact/signals'
import type { EvidenceKind } from '../state/lists.ts'
import { Choice } from '../ui/choice.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { strings } from '../ui/strings.ts'
import { type BoardGrouping, boardGroupings } from './board-order.ts'
import { boardChoices, boardCounts, boardFilter, boardGrouping, boardLook, narrow } from './board-state.ts'

const kinds: readonly (EvidenceKind | null)[] = [null, 'quote', 'figure', 'event']
const plurals = { quote: 'quotes', figure: 'figures', event: 'events' } as const
const looks = ['table', 'cards'] as const

/** What is typed, apart from the rest of what is asked for. */
const query = signal(boardFilter.peek().text)
query.subscribe(text => narrow({ text }))

/** What the board shows, and how. */
export function BoardFilters() {
  const texts = strings.board
  const { kind, source, person, tag, use } = boardFilter.value
  const { quote, figure, event } = boardCounts.value
  const count = { quote, figure, event }
  const uses = Object.entries(texts.use).map(([value, label]) => ({ value, label }))
  return (
    <div class="board-filters">
      <div class="board-filter-row">
        <fieldset class="segments" aria-label={strings.evidence.filter}>
          {kinds.map(each => (
            <button
              key={each ?? 'all'}
              type="button"
              class="segment"
              aria-pressed={kind === each}
              onClick={() => narrow({ kind: each })}
            >
              {each ? strings.kinds[plurals[each]] : strings.evidence.all}{' '}
              <span class="segment-count number">{each ? count[each] : quote + figure + event}</span>
            </button>
          ))}
        </fieldset>
        <SearchField label={strings.evidence.search} query={query} />
      </div>
      <div class="board-filter-row">
        <Choice
          label={texts.filterBy.source}
          any={texts.any.source}
          value={source}
          choices={boardChoices.value.source}
          onChoose={value => narrow({ source: value })}
        />
        <Choice
          label={texts.filterBy.person}
          any={texts.any.person}
          value={person}
          choices={boardChoices.value.person}
          onChoose={value => narrow({ person: value })}
        />
        <Choice
          label={texts.filterBy.tag}
          any={texts.any.tag}
          value={tag}
          choices={boardChoices.value.tag}
          onChoose={value => narrow({ tag: value })}
        />
        <Choice
          label={texts.filterBy.use}
          any={texts.any.use}
          value={use}
          choices={uses}
          onChoose={value => narrow({ use: value as 'used' | 'unused' | null })}
        />
        <span class="board-filter-gap" />
        <Choice
          label={texts.groupBy}
          any={texts.groupings.none}
          value={boardGrouping.value === 'none' ? null : boardGrouping.value}
          choices={boardGroupings
            .filter(each => each !== 'none')
            .map(each => ({ value: each, label: texts.groupings[each] }))}
          onChoose={value => {
            boardGrouping.value = (value ?? 'none') as BoardGrouping
          }}
        />
        <fieldset class="segments" aria-label={texts.look}>
          {looks.map(look => (
            <button
              key={look}
              type="button"
              class="segment"
              aria-pressed={boardLook.value === look}
              onClick={() => {
                boardLook.value = look
              }}
            >
              {texts.looks[look]}
            </button>
          ))}
        </fieldset>
      </div>
    </div>
  )
}
