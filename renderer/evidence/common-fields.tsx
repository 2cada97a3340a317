import type { EvidenceForm } from '../state/evidence-form.ts'
import { strings } from '../ui/strings.ts'
import { FormText } from './form-field.tsx'
import { knownMarkings } from './known-words.ts'

/** What evidence of every kind has: its tags, and how it is protected. */
export function CommonFields({ form }: { form: EvidenceForm }) {
  const texts = strings.evidence
  return (
    <div class="field-row">
      <FormText form={form} field="tags" label={texts.tags} isOptional placeholder={texts.tagsPlaceholder} />
      <FormText
        form={form}
        field="marking"
        label={texts.marking}
        isOptional
        suggestions={knownMarkings.value}
      />
    </div>
  )
}
