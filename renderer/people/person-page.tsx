import type { Person } from '../../shared/model/records.ts'
import { positionsOf, tagsOf } from '../../shared/people/positions.ts'
import { RecordId } from '../backlinks/record-id.tsx'
import { UsedIn } from '../backlinks/used-in.tsx'
import { isReadOnly, lists, openDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { chosenTag } from './people-state.ts'
import { deletePerson, startEditing } from './person-actions.ts'
import { Positions } from './positions.tsx'

/** Who somebody is, and everything they said in the order of time, on a chosen tag. */
export function PersonPage({ person }: { person: Person }) {
  const texts = strings.people
  const { quotes, sources } = lists.value
  const { id, name, aliases, role, organisation } = person
  const positions = positionsOf(id, quotes, sources)
  const tags = tagsOf(positions)
  const tag = chosenTag.value
  const shown = tag === null ? positions : positions.filter(({ quote }) => quote.tags.includes(tag))
  return (
    <main class="work person">
      <header class="work-bar">
        <span class="work-bar-gap" />
        <Button
          label={texts.edit}
          look="quiet"
          icon="rename"
          isDisabled={isReadOnly.value}
          onPress={() => startEditing(person)}
        />
        <Button
          label={texts.merge}
          look="quiet"
          isDisabled={isReadOnly.value}
          onPress={() => {
            openDialog.value = 'merge'
          }}
        />
        <Button
          label={texts.delete}
          look="quiet"
          icon="trash"
          isIconOnly
          isDisabled={isReadOnly.value}
          onPress={() => void deletePerson(person)}
        />
      </header>
      <div class="person-page">
        <h1 class="person-name">{name}</h1>
        <p class="person-role">{[role, organisation].filter(words => words !== null).join(', ')}</p>
        {aliases.length > 0 && <p class="person-aliases">{texts.alsoKnown(aliases.join(' · '))}</p>}
        <section class="positions" aria-label={strings.positions.title}>
          <header class="positions-head">
            <h2>{strings.positions.title}</h2>
            {tags.length > 0 && (
              <fieldset class="segments" aria-label={strings.positions.tag}>
                {[{ tag: null, count: positions.length }, ...tags].map(each => (
                  <button
                    key={each.tag ?? ''}
                    type="button"
                    class="segment"
                    aria-pressed={each.tag === tag}
                    onClick={() => {
                      chosenTag.value = each.tag
                    }}
                  >
                    {each.tag ?? strings.positions.allTags}
                    <span class="segment-count number"> {each.count}</span>
                  </button>
                ))}
              </fieldset>
            )}
          </header>
          {shown.length === 0 ? (
            <p class="positions-none">
              {tag === null ? strings.positions.none : strings.positions.noneOfTag(tag)}
            </p>
          ) : (
            <Positions positions={shown} />
          )}
        </section>
        <footer class="person-foot">
          <UsedIn id={id} none={strings.backlinks.none} />
          <RecordId key={id} id={id} />
        </footer>
      </div>
    </main>
  )
}
