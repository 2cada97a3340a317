import { useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { RecordId } from '../backlinks/record-id.tsx'
import { UsedIn } from '../backlinks/used-in.tsx'
import { isReadOnly } from '../state/desk.ts'
import { listOf } from '../state/form-words.ts'
import { templates } from '../state/templates.ts'
import { DayField } from '../ui/day-field.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { editBrief } from './brief-actions.ts'
import { longestMarking, offeredMarkings } from './offered-markings.ts'

const longestReference = 60

/** What a brief says of itself above its text: marking, dates, reference, recipients. */
export function BriefDetails({ brief }: { brief: Brief }) {
  const texts = strings.briefs
  // Kept as typed: splitting and joining at each key would eat the comma that was just written.
  const [marking, setMarking] = useState(brief.marking ?? '')
  const [reference, setReference] = useState(brief.reference ?? '')
  const [recipients, setRecipients] = useState(brief.recipients.join(', '))
  const [tags, setTags] = useState(brief.tags.join(', '))
  const isDisabled = isReadOnly.value
  const form = templates.value.find(({ name }) => name === brief.template)
  return (
    <div class="brief-details">
      <DayField
        label={texts.date}
        day={brief.date}
        isDisabled={isDisabled}
        onDay={day => {
          if (day !== 'unclear') editBrief({ date: day })
        }}
      />
      <DayField
        label={texts.dueOn}
        day={brief.dueOn}
        isDisabled={isDisabled}
        onDay={day => {
          if (day !== 'unclear') editBrief({ dueOn: day })
        }}
      />
      <TextField
        label={texts.marking}
        value={marking}
        suggestions={offeredMarkings(form?.marking ?? null)}
        isDisabled={isDisabled}
        onInput={value => {
          const words = value.slice(0, longestMarking)
          setMarking(words)
          editBrief({ marking: words.trim() || null })
        }}
      />
      <TextField
        label={texts.reference}
        value={reference}
        placeholder={texts.referenceHint}
        isDisabled={isDisabled}
        onInput={value => {
          const words = value.slice(0, longestReference)
          setReference(words)
          editBrief({ reference: words.trim() || null })
        }}
      />
      <TextField
        label={texts.recipients}
        value={recipients}
        placeholder={texts.recipientsHint}
        isDisabled={isDisabled}
        onInput={value => {
          setRecipients(value)
          editBrief({ recipients: namesIn(value) })
        }}
      />
      <TextField
        label={texts.tags}
        value={tags}
        placeholder={texts.tagsHint}
        isDisabled={isDisabled}
        onInput={value => {
          setTags(value)
          editBrief({ tags: listOf(value, ',') })
        }}
      />
      <UsedIn id={brief.id} none={strings.backlinks.noneOfBrief} isFolded />
      <RecordId id={brief.id} />
    </div>
  )
}

/** The names in a list that commas or semicolons divide. */
export function namesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map(name => name.trim())
    .filter(Boolean)
}
