import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { exportFormats, usualLook } from '../../shared/brief/export-format.ts'
import { paperNames } from '../../shared/brief/paper.ts'
import { notesPlaces } from '../../shared/brief/template.ts'
import { preferredPaper } from '../preferences/preferences-state.ts'
import { closeDialog, lists, openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { exportBrief, exportBriefs } from './export-brief.ts'
import { exportChoice } from './export-choice.ts'

/** Asks as what to export the open brief, how it is set, and which others go with it. */
export function ExportDialog() {
  const texts = strings.export
  const [choice, setChoice] = useState(exportChoice.value ?? usualLook)
  const brief = openBrief.value
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  if (!brief) return null
  const count = others.size + 1

  const begin = () => {
    exportChoice.value = choice
    closeDialog()
    void (others.size === 0 ? exportBrief(brief) : exportBriefs([brief.id, ...others]))
  }
  const toggle = (id: string) => {
    const next = new Set(others)
    if (!next.delete(id)) next.add(id)
    setOthers(next)
  }

  return (
    <Dialog title={texts.title(brief.title)} onClose={closeDialog}>
      <form
        ref={form}
        class="export-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          begin()
        }}
      >
        <Choice
          legend={texts.format}
          options={exportFormats.map(value => ({ value, label: texts.formats[value] }))}
          chosen={choice.format}
          onChoose={format => setChoice({ ...choice, format })}
        />
        <p class="export-hint" aria-live="polite">
          {texts.formatHints[choice.format]}
        </p>
        {isSet(choice.format) && (
          <Choice
            legend={texts.notes}
            options={[
              { value: null, label: texts.asFormSays },
              ...notesPlaces.map(value => ({ value, label: texts.notesPlaces[value] })),
            ]}
            chosen={choice.notes}
            onChoose={notes => setChoice({ ...choice, notes })}
          />
        )}
        {isOnPaper(choice.format) && (
          <Choice
            legend={texts.paper}
            options={[
              { value: null, label: usualPaper() },
              ...paperNames.map(value => ({ value, label: texts.papers[value] })),
            ]}
            chosen={choice.paper}
            onChoose={paper => setChoice({ ...choice, paper })}
          />
        )}
        {lists.value.briefs.length > 1 && (
          <details class="export-others">
            <summary>{others.size === 0 ? texts.others : texts.othersChosen(others.size)}</summary>
            <ul class="export-briefs">
              {lists.value.briefs
                .filter(({ id }) => id !== brief.id)
                .map(({ id, title }) => (
                  <li key={id}>
                    <label class="export-other">
                      <input type="checkbox" checked={others.has(id)} onChange={() => toggle(id)} />
                      <span>{title}</span>
                    </label>
                  </li>
                ))}
            </ul>
          </details>
        )}
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={closeDialog} />
          <Button
            label={count === 1 ? texts.chooseFile : texts.chooseFolder(count)}
            look="strong"
            isSubmit
            onPress={() => {}}
          />
        </div>
      </form>
    </Dialog>
  )
}

/** What an export without a paper of its own is set on. */
function usualPaper(): string {
  const { asFormSays, asPreferred, papers } = strings.export
  const paper = preferredPaper.value
  return paper === 'template' ? asFormSays : asPreferred(papers[paper])
}

/** Formats that have a place for notes of their own. */
function isSet(format: string): boolean {
  return format !== 'md' && format !== 'csv'
}

/** Formats that are laid out on paper. */
function isOnPaper(format: string): boolean {
  return format === 'pdf' || format === 'docx'
}

function Choice<Value extends string | null>(props: {
  legend: string
  options: readonly { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset class="export-choice">
      <legend class="field-label">{props.legend}</legend>
      <div class="export-options">
        {props.options.map(({ value, label }) => (
          <label key={value ?? ''} class="export-option">
            <input
              type="radio"
              class="spoken"
              name={name}
              value={value ?? ''}
              checked={props.chosen === value}
              onChange={() => props.onChoose(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
