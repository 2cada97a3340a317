import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Region, regions } from '../../shared/dates/date-styles.ts'
import type { Preferences } from '../../shared/model/preferences.ts'
import { showBackups } from '../backups/backup-actions.ts'
import { longestMarking, offeredMarkings } from '../briefs/offered-markings.ts'
import { showRules } from '../checks/rules-actions.ts'
import { showPassphrase } from '../passphrase/passphrase-actions.ts'
import { closeDialog, description } from '../state/desk.ts'
import { showTemplates } from '../templates/template-actions.ts'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { exampleOf } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { prefer, preferences } from './preferences-state.ts'

const texts = strings.preferences

const regionChoices = Object.fromEntries(
  regions.map(name => [name, texts.regionOf(texts.regions[name], exampleOf(name))]),
) as Record<Region, string>

/** What the person prefers; each choice holds at once. */
export function PreferencesDialog() {
  const now = preferences.value
  const groups = useRef<HTMLDivElement>(null)
  // What is scrolled would take it.
  useLayoutEffect(() => groups.current?.querySelector<HTMLElement>('select')?.focus(), [])
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <p class="dialog-text">{texts.text}</p>
      <div ref={groups} class="preferences">
        {now && (
          <>
            <Group title={texts.appearance}>
              <Choice name="look" label={texts.look} choices={texts.looks} now={now} />
              <Choice name="contrast" label={texts.contrast} choices={texts.contrasts} now={now} />
              <Choice name="textSize" label={texts.textSize} choices={texts.textSizes} now={now} />
              <Choice
                name="region"
                label={texts.region}
                choices={regionChoices}
                now={now}
                hint={texts.regionHint}
              />
            </Group>
            <Group title={texts.writing}>
              <CheckField
                label={texts.spelling}
                isChecked={now.isSpellingChecked}
                onChecked={isSpellingChecked => void prefer({ isSpellingChecked })}
              />
              <Choice
                name="english"
                label={texts.english}
                choices={texts.englishes}
                now={now}
                hint={texts.spellingHint}
              />
            </Group>
            <Group title={texts.briefs}>
              <Choice
                name="paper"
                label={texts.paper}
                choices={texts.papers}
                now={now}
                hint={texts.paperHint}
              />
              <Marking now={now} />
            </Group>
          </>
        )}
        <Group title={texts.library}>
          <p class="preferences-folder">{description.value?.folder}</p>
          <p class="field-hint">{texts.libraryHint}</p>
          <div class="preferences-buttons">
            <Button label={texts.backups} onPress={() => void showBackups()} />
            <Button label={texts.passphrase} onPress={() => void showPassphrase()} />
            <Button label={texts.templates} onPress={() => void showTemplates()} />
            <Button label={texts.checks} onPress={() => void showRules()} />
          </div>
        </Group>
      </div>
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
      </div>
    </Dialog>
  )
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId()
  return (
    <section class="preferences-group" aria-labelledby={id}>
      <h3 class="keys-group" id={id}>
        {title}
      </h3>
      {children}
    </section>
  )
}

/** Kept as typed: a space within it would go at once. */
function Marking({ now }: { now: Preferences }) {
  const [typed, setTyped] = useState(now.marking ?? '')
  return (
    <TextField
      label={texts.marking}
      value={typed}
      placeholder={texts.noMarking}
      suggestions={offeredMarkings(null)}
      hint={texts.markingHint}
      onInput={value => {
        const words = value.slice(0, longestMarking)
        setTyped(words)
        void prefer({ marking: words.trim() || null })
      }}
    />
  )
}

/** One preference that is one of several words. */
function Choice<Name extends 'look' | 'contrast' | 'textSize' | 'english' | 'paper' | 'region'>(props: {
  name: Name
  label: string
  choices: Record<Preferences[Name], string>
  now: Preferences
  hint?: string
}) {
  const options = Object.entries<string>(props.choices).map(([value, label]) => ({ value, label }))
  return (
    <SelectField
      label={props.label}
      value={props.now[props.name]}
      options={options}
      hint={props.hint}
      onInput={value => void prefer({ [props.name]: value })}
    />
  )
}
