import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { startingMarking } from '../../shared/brief/starting-marking.ts'
import { focusWork } from '../app/focus-work.ts'
import { preferences } from '../preferences/preferences-state.ts'
import { closeDialog, dialogWords, lists, openSource, room } from '../state/desk.ts'
import { ownTemplates, refreshTemplates, templates } from '../state/templates.ts'
import { Button } from '../ui/button.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { createBrief } from './brief-actions.ts'
import { longestMarking, offeredMarkings } from './offered-markings.ts'

/** Asks what a new brief is called and what form it has. */
export function NewBriefDialog() {
  const texts = strings.newBrief
  const title = dialogWords.value
  const [template, setTemplate] = useState(usualTemplate)
  const [from, setFrom] = useState(room.value === 'sources' ? (openSource.value?.id ?? '') : '')
  const [date, setDate] = useState<string | null>(null)
  /** Null while it is as the form and the preferences say. */
  const [marking, setMarking] = useState<string | null>(null)
  const [titleError, setTitleError] = useState<string>()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isDateChecked, setDateChecked] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const chosen = templates.value.find(({ name }) => name === template) ?? { marking: null }

  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])

  useEffect(() => void refreshTemplates(), [])

  useLayoutEffect(() => {
    form.current?.querySelector('.template-card:has(:checked)')?.scrollIntoView({ block: 'nearest' })
  }, [])

  const create = async () => {
    if (title.trim() === '') {
      setTitleError(texts.titleNeeded)
    }
    if (date === 'unclear') setDateChecked(true)
    if (title.trim() === '' || date === 'unclear') {
      setRefusals(refusals + 1)
      return
    }
    setBusy(true)
    const refusal = await createBrief({
      template,
      title: title.trim(),
      from: from || null,
      date,
      ...(marking !== null && { marking: marking.trim() || null }),
    })
    setBusy(false)
    if (refusal !== null) return setProblem(refusal)
    closeDialog()
    // The next key is the first word of the brief; the dialog gives the focus back to where it was before.
    requestAnimationFrame(() => requestAnimationFrame(focusWork))
  }

  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <form
        ref={form}
        class="new-brief"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void create()
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <TextField
          label={texts.titleField}
          value={title}
          placeholder={texts.titlePlaceholder}
          error={titleError}
          onInput={value => {
            dialogWords.value = value
            setTitleError(undefined)
          }}
        />
        <fieldset class="template-choice">
          <legend class="field-label">{texts.template}</legend>
          {templates.value.length === 0 && <p class="field-error">{texts.noTemplates}</p>}
          <div class="template-cards">
            {templates.value.map(choice => (
              <label key={choice.name} class="template-card">
                <input
                  type="radio"
                  class="spoken"
                  name="template"
                  value={choice.name}
                  aria-label={choice.title}
                  checked={template === choice.name}
                  onChange={() => {
                    setTemplate(choice.name)
                    // Another form has a marking of its own.
                    setMarking(null)
                  }}
                />
                <span class="template-title">{choice.title}</span>
                <span class="template-text">{choice.description}</span>
                <span class="template-facts">
                  {[
                    isOwn(choice.name) ? strings.templates.own : null,
                    choice.pages === null ? null : texts.pages(choice.pages),
                    choice.marking,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </label>
            ))}
          </div>
          {ownTemplates.value.map(
            ({ name, fault }) =>
              fault !== null && (
                <p key={name} class="field-error">
                  {strings.templates.broken(name, fault)}
                </p>
              ),
          )}
        </fieldset>
        <div class="field-row">
          <SelectField
            label={texts.from}
            value={from}
            onInput={setFrom}
            isOptional
            hint={texts.fromHint}
            options={[
              { value: '', label: texts.fromNone },
              ...lists.value.sources.map(source => ({ value: source.id, label: source.title })),
            ]}
          />
          <DayField
            label={texts.date}
            day={null}
            isOptional
            isChecked={isDateChecked}
            onDay={day => {
              setDate(day)
              setDateChecked(false)
            }}
          />
          <TextField
            label={texts.marking}
            value={marking ?? startingMarking(chosen, preferences.value?.marking ?? null) ?? ''}
            placeholder={texts.noMarking}
            isOptional
            suggestions={offeredMarkings(chosen.marking)}
            onInput={words => setMarking(words.slice(0, longestMarking))}
          />
        </div>
        {problem && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={closeDialog} />
          <Button
            label={texts.create}
            look="strong"
            isSubmit
            isDisabled={isBusy || template === ''}
            onPress={() => {}}
          />
        </div>
      </form>
    </Dialog>
  )
}

function isOwn(template: string): boolean {
  return ownTemplates.value.some(({ name }) => name === template)
}

/** The form of the brief that was changed last: most people write one kind. */
function usualTemplate(): string {
  // The list has it first.
  const last = lists.value.briefs[0]
  const known = templates.value.find(({ name }) => name === last?.template)
  return (known ?? templates.value[0])?.name ?? ''
}
