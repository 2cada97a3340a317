import { useState } from 'preact/hooks'
import { leaveDialog } from '../app/leave-dialog.ts'
import { closeDialog, dialogWords } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { editedPerson } from './people-state.ts'
import { type PersonFields, savePerson } from './person-actions.ts'

/** A person as they are made or changed. */
export function PersonDialog() {
  const texts = strings.people
  const [edited] = useState(editedPerson.value)
  const [values, setValues] = useState({
    name: edited?.name ?? '',
    kind: edited?.kind ?? ('person' as const),
    aliases: edited?.aliases.join('\n') ?? '',
    role: edited?.role ?? '',
    organisation: edited?.organisation ?? '',
    tags: edited?.tags.join(', ') ?? '',
  })
  const [problem, setProblem] = useState<string>()
  const [isNameNeeded, setNameNeeded] = useState(false)
  const edit = (field: keyof typeof values) => (value: string) => {
    setValues({ ...values, [field]: value })
    setNameNeeded(false)
    // Asked about before it is lost.
    dialogWords.value = value.trim() === '' ? ' ' : value
  }
  const save = async () => {
    const name = values.name.trim()
    if (name === '') return setNameNeeded(true)
    const refusal = await savePerson(edited, fieldsOf({ ...values, name }))
    if (refusal !== null) return setProblem(refusal)
    dialogWords.value = ''
    closeDialog()
  }
  return (
    <Dialog title={texts.editTitle(edited === null)} onClose={() => leaveDialog()}>
      <form
        class="dialog-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <TextField
          label={texts.name}
          value={values.name}
          error={isNameNeeded ? texts.nameNeeded : undefined}
          onInput={edit('name')}
        />
        <SelectField
          label={texts.kind}
          value={values.kind}
          options={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
          onInput={edit('kind')}
        />
        <TextField
          label={texts.aliases}
          value={values.aliases}
          lines={3}
          isOptional
          hint={texts.aliasesHint}
          onInput={edit('aliases')}
        />
        <div class="field-row">
          <TextField label={texts.role} value={values.role} isOptional onInput={edit('role')} />
          <TextField
            label={texts.organisation}
            value={values.organisation}
            isOptional
            onInput={edit('organisation')}
          />
        </div>
        <TextField
          label={texts.tags}
          value={values.tags}
          isOptional
          hint={texts.tagsHint}
          onInput={edit('tags')}
        />
        {problem !== undefined && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={() => leaveDialog()} />
          <Button label={strings.actions.save} look="strong" isSubmit onPress={() => {}} />
        </div>
      </form>
    </Dialog>
  )
}

function fieldsOf(values: Record<'name' | 'kind' | 'aliases' | 'role' | 'organisation' | 'tags', string>) {
  const each = (words: string, between: RegExp) => [
    ...new Set(
      words
        .split(between)
        .map(word => word.trim())
        .filter(word => word !== ''),
    ),
  ]
  return {
    name: values.name,
    kind: values.kind as NonNullable<PersonFields['kind']>,
    aliases: each(values.aliases, /\n/),
    role: values.role.trim() || null,
    organisation: values.organisation.trim() || null,
    tags: each(values.tags, /,/),
  }
}
