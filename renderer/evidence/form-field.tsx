import { evidenceErrors, isReadOnly } from '../state/desk.ts'
import { dateProblem, type EvidenceForm, understandDate } from '../state/evidence-form.ts'
import type { DateField, EvidenceField } from '../state/evidence-values.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { editForm } from './evidence-actions.ts'

type Props = { form: EvidenceForm; field: EvidenceField; label: string; isOptional?: boolean }

/** A text field of the evidence form. */
export function FormText(
  props: Props & {
    placeholder?: string
    lines?: number
    suggestions?: readonly string[]
    inputMode?: 'decimal'
  },
) {
  const { form, field, ...rest } = props
  return (
    <TextField
      {...rest}
      value={form.values[field]}
      error={evidenceErrors.value[field]}
      isDisabled={isReadOnly.value}
      onInput={value => editForm(field, value)}
    />
  )
}

export function FormChoice(props: Props & { choices: Readonly<Record<string, string>> }) {
  const { form, field, choices, ...rest } = props
  return (
    <SelectField
      {...rest}
      value={form.values[field]}
      error={evidenceErrors.value[field]}
      isDisabled={isReadOnly.value}
      options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
      onInput={value => editForm(field, value)}
    />
  )
}

/** A date in plain words, with what is understood of it beneath as one types. */
export function FormDate(props: Props & { field: DateField; placeholder?: string }) {
  const { form, field, ...rest } = props
  const read = understandDate(form, field)
  return (
    <TextField
      {...rest}
      value={form.values[field]}
      error={evidenceErrors.value[field]}
      isDisabled={isReadOnly.value}
      hint={
        read === null ? dateProblem(form, field) : read === 'none' ? undefined : <DateRead when={read.when} />
      }
      onInput={value => {
        editForm(field, value)
        proposeStatus(form, field, value)
      }}
    />
  )
}

/** A stored date and the words for it. */
export function DateRead({ when }: { when: string }) {
  return (
    <>
      <code>{when}</code> {dateInWords(when)}
    </>
  )
}

/** Words such as "by June" say that an event lies ahead; those such as "last week", that it does not. */
function proposeStatus(form: EvidenceForm, field: DateField, words: string): void {
  if (field !== 'when') return
  const read = understandDate({ ...form, values: { ...form.values, when: words } }, field)
  if (read === null || read === 'none' || read.isExpected === null) return
  editForm('status', read.isExpected ? 'expected' : 'occurred')
}
