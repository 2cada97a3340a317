import type { EvidenceForm } from '../state/evidence-form.ts'
import { strings } from '../ui/strings.ts'
import { FormChoice, FormDate, FormText } from './form-field.tsx'
import { knownOrganisations, knownRoles } from './known-words.ts'
import { SpeakerField } from './speaker-field.tsx'

export function QuoteFields({ form }: { form: EvidenceForm }) {
  const texts = strings.evidence
  return (
    <>
      {form.place ? (
        <figure class="exact-words">
          <figcaption class="field-label">{texts.words}</figcaption>
          <blockquote class="anchored-words anchored-quote" title={texts.wordsHint}>
            {form.words}
          </blockquote>
        </figure>
      ) : (
        <FormText form={form} field="text" label={texts.quoteWords} lines={4} />
      )}
      <SpeakerField form={form} />
      <FormText form={form} field="role" label={texts.role} isOptional suggestions={knownRoles.value} />
      <FormText
        form={form}
        field="organisation"
        label={texts.organisation}
        isOptional
        suggestions={knownOrganisations.value}
      />
      <FormDate form={form} field="saidOn" label={texts.saidOn} isOptional />
      <FormChoice form={form} field="quoteKind" label={texts.kind} choices={texts.quoteKinds} />
      <FormText
        form={form}
        field="language"
        label={texts.language}
        isOptional
        placeholder={texts.languagePlaceholder}
      />
      {(form.values.language.trim() !== '' || form.values.translation !== '') && (
        <FormText form={form} field="translation" label={texts.translation} isOptional lines={3} />
      )}
      {form.values.translation.trim() !== '' && (
        <FormText
          form={form}
          field="translationLanguage"
          label={texts.translationLanguage}
          isOptional
          placeholder={texts.translationLanguagePlaceholder}
        />
      )}
    </>
  )
}
