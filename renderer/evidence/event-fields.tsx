import type { EvidenceForm } from '../state/evidence-form.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { FormChoice, FormDate, FormText } from './form-field.tsx'

export function EventFields({ form }: { form: EvidenceForm }) {
  const texts = strings.evidence
  return (
    <>
      <FormText form={form} field="title" label={texts.title} placeholder={texts.titlePlaceholder} />
      <FormDate
        form={form}
        field="when"
        label={texts.when}
        placeholder={texts.whenPlaceholder(dateInWords('2025-06'))}
      />
      <FormChoice form={form} field="status" label={texts.status} choices={texts.statuses} />
      <FormText
        form={form}
        field="participants"
        label={texts.participants}
        isOptional
        placeholder={texts.participantsPlaceholder}
      />
      <FormText form={form} field="place" label={texts.place} isOptional />
    </>
  )
}
