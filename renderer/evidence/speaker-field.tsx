import { peopleByName } from '../../shared/people/find-people.ts'
import { aliasOf, newPerson, peopleMeant } from '../people/speaker-look-up.ts'
import { evidenceErrors, isReadOnly, lists } from '../state/desk.ts'
import type { EvidenceForm } from '../state/evidence-form.ts'
import { Combobox } from '../ui/combobox.tsx'
import { strings } from '../ui/strings.ts'
import { editForm, editFormFields } from './evidence-actions.ts'

/** Who said it: as it is typed, with the people it may mean. One who is chosen fills in what the form does not know. */
export function SpeakerField({ form }: { form: EvidenceForm }) {
  const texts = strings.speaker
  const { people } = lists.value
  const { speaker, person, alias, role, organisation } = form.values
  const linked = people.find(({ id }) => id === person)
  const meant = peopleMeant(speaker, people)
  const isNamed = peopleByName(people)(speaker) !== null
  const options = [
    ...meant.map(each => ({
      id: each.id,
      label: each.name,
      detail: [each.role, each.organisation].filter(words => words !== null).join(', '),
    })),
    ...(speaker.trim() === '' || isNamed
      ? []
      : [{ id: newPerson, label: texts.makeNew(speaker.trim()), detail: '' }]),
  ]
  const hint = () => {
    if (alias !== '' && linked) return texts.alias(alias, linked.name)
    if (person === newPerson) return texts.willBeNew(speaker.trim())
    if (linked)
      return texts.is([linked.name, linked.role, linked.organisation].filter(words => words).join(', '))
    return speaker.trim() === '' || people.length === 0 ? undefined : texts.nobody
  }
  return (
    <Combobox
      label={strings.evidence.speaker}
      listLabel={texts.options}
      value={speaker}
      options={options}
      error={evidenceErrors.value.speaker}
      hint={hint()}
      isDisabled={isReadOnly.value}
      onInput={words => {
        editForm('speaker', words)
        editFormFields({ person: peopleByName(people)(words)?.id ?? '', alias: '' })
      }}
      onPick={id => {
        const chosen = people.find(each => each.id === id)
        if (!chosen) return editFormFields({ person: newPerson, alias: '' })
        editFormFields({
          person: chosen.id,
          speaker: chosen.name,
          alias: aliasOf(speaker, chosen),
          role: role || (chosen.role ?? ''),
          organisation: organisation || (chosen.organisation ?? ''),
        })
      }}
    />
  )
}
