import { computed, signal } from '@preact/signals'
import type { Person } from '../../shared/model/records.ts'
import { speakersWithoutPerson } from '../../shared/people/speakers.ts'
import { isReadOnly, lists } from '../state/desk.ts'
import { fuzzyFilter } from '../state/fuzzy-match.ts'
import { openInTab } from '../tabs/tab-actions.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchedList } from '../ui/searched-list.tsx'
import { strings } from '../ui/strings.ts'
import { choosePerson, openPerson } from './people-state.ts'
import { deletePerson, makePersonOf, startPerson } from './person-actions.ts'
import { PersonPage } from './person-page.tsx'

const query = signal('')

/** As many speakers as are offered at once: those of most quotes. */
const mostOffered = 5

const quotes = computed(() => lists.value.quotes)
const people = computed(() => lists.value.people)
/** Every name of a library is compared, so not with each key of a search. */
const speakers = computed(() => speakersWithoutPerson(quotes.value, people.value).slice(0, mostOffered))

/** Everybody who is quoted, and the page of one of them. */
export function PeopleRoom() {
  const texts = strings.people
  const person = openPerson.value
  const newButton = (look: 'strong' | 'quiet') => (
    <Button
      label={texts.new}
      icon="plus"
      look={look}
      isIconOnly={look === 'quiet'}
      isDisabled={isReadOnly.value}
      onPress={startPerson}
    />
  )
  if (people.value.length === 0) {
    return (
      <main class="room room-empty">
        <Empty level={1} title={texts.emptyTitle} text={texts.emptyText}>
          {newButton('strong')}
        </Empty>
        <Speakers />
      </main>
    )
  }
  const byName = [...people.value].sort((one, other) => one.name.localeCompare(other.name))
  const rows = query.value === '' ? byName : fuzzyFilter(query.value, byName, namesOf)
  return (
    <div class="room">
      <SearchedList
        title={strings.rooms.people}
        label={texts.listLabel}
        searchLabel={texts.search}
        query={query}
        noneFound={texts.noneFound}
        action={newButton('quiet')}
        rows={rows}
        currentId={person?.id ?? null}
        onOpen={({ id }) => choosePerson(id)}
        onOpenInTab={({ id }) => openInTab({ room: 'people', open: id })}
        onDelete={isReadOnly.value ? undefined : row => void deletePerson(row)}
        row={row => <PersonRow person={row} />}
      >
        <Speakers />
      </SearchedList>
      {person ? (
        <PersonPage key={person.id} person={person} />
      ) : (
        <main class="work work-empty">
          <Empty title={texts.noneOpen} text={texts.noneOpenText} />
        </main>
      )}
    </div>
  )
}

function namesOf({ name, aliases, role, organisation }: Person): string {
  return [name, ...aliases, role ?? '', organisation ?? ''].join(' ')
}

function PersonRow({ person }: { person: Person }) {
  const { id, name, role, organisation } = person
  const count = quotes.value.filter(quote => quote.person === id).length
  const detail = [role, organisation].filter(words => words !== null).join(', ')
  return (
    <>
      <span class="row-title">{name}</span>
      <span class="row-detail">
        {[detail, strings.people.quotes(count)].filter(words => words !== '').join(' · ')}
      </span>
    </>
  )
}

function Speakers() {
  const texts = strings.people
  if (speakers.value.length === 0) return null
  return (
    <section class="speakers" aria-label={texts.speakers}>
      <h2 title={texts.speakersText}>{texts.speakers}</h2>
      <ul>
        {speakers.value.map(speaker => (
          <li key={speaker.name} class="speaker">
            <span class="speaker-name">
              {speaker.name}
              <span class="row-detail"> {texts.quotes(speaker.count)}</span>
            </span>
            <Button
              label={texts.make}
              tip={texts.makeOf(speaker.name)}
              look="quiet"
              isDisabled={isReadOnly.value}
              onPress={() => void makePersonOf(speaker)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
