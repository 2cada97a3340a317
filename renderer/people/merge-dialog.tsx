import { useState } from 'preact/hooks'
import { likelyPeople } from '../../shared/people/find-people.ts'
import { closeDialog, lists } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { openPerson } from './people-state.ts'
import { mergePeople } from './person-actions.ts'

/** Who else is the open person. Those who most likely are stand first. */
export function MergeDialog() {
  const texts = strings.merging
  const person = openPerson.value
  const [other, setOther] = useState('')
  const [problem, setProblem] = useState<string>()
  if (!person) return null
  const others = lists.value.people.filter(({ id }) => id !== person.id)
  const likely = [person.name, ...person.aliases].flatMap(name => likelyPeople(name, others))
  const inOrder = [...new Set([...likely, ...others])]
  const merge = async () => {
    const chosen = others.find(({ id }) => id === other)
    if (!chosen) return setProblem(texts.needed)
    const refusal = await mergePeople(person, chosen)
    if (refusal !== null) setProblem(refusal)
    else closeDialog()
  }
  return (
    <Dialog title={texts.title(person.name)} onClose={closeDialog}>
      <p class="dialog-text">{others.length === 0 ? texts.nobody : texts.what}</p>
      {others.length > 0 && (
        <SelectField
          label={texts.other}
          value={other}
          error={problem}
          options={[
            { value: '', label: texts.choose },
            ...inOrder.map(({ id, name, role, organisation }) => ({
              value: id,
              label: [name, role, organisation].filter(words => words !== null).join(', '),
            })),
          ]}
          onInput={value => {
            setOther(value)
            setProblem(undefined)
          }}
        />
      )}
      <div class="dialog-actions">
        <Button label={strings.actions.cancel} onPress={closeDialog} />
        {others.length > 0 && <Button label={texts.merge} look="strong" onPress={() => void merge()} />}
      </div>
    </Dialog>
  )
}
