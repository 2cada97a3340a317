import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { closeDialog, isReadOnly, openBrief, room } from '../state/desk.ts'
import { ownTemplates, templates, trashedTemplates } from '../state/templates.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import {
  addTemplate,
  keepAsTemplate,
  removeTemplate,
  restoreTemplate,
  saveTemplate,
} from './template-actions.ts'

/** A person's own templates and the app's: taken in and out, made of the open brief, deleted and put back. */
export function TemplatesDialog() {
  const texts = strings.templates
  const [isMaking, setMaking] = useState(false)
  const brief = room.value === 'briefs' ? openBrief.value : null
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <p class="templates-text">{texts.text}</p>
      <TemplateLists />
      {isMaking && brief ? (
        <MakeOfBrief brief={brief} onDone={() => setMaking(false)} />
      ) : (
        <div class="dialog-actions">
          {!isReadOnly.value && brief && (
            <Button label={texts.ofBrief} look="quiet" onPress={() => setMaking(true)} />
          )}
          {!isReadOnly.value && <Button label={texts.add} onPress={() => void addTemplate()} />}
          <Button label={strings.actions.close} onPress={closeDialog} />
        </div>
      )}
    </Dialog>
  )
}

function TemplateLists() {
  const texts = strings.templates
  const own = ownTemplates.value
  const removed = trashedTemplates.value.filter(name => !own.some(each => each.name === name))
  const given = templates.value.filter(({ name }) => !own.some(each => each.name === name))
  return (
    <div class="templates-lists">
      <List title={texts.yours}>
        {own.length === 0 && <li class="template-none">{texts.none}</li>}
        {own.map(({ name, title, fault }) => (
          <Row key={name} title={title ?? name} name={name} fault={fault}>
            <SaveCopy name={name} title={title ?? name} />
            {!isReadOnly.value && (
              <Button
                label={texts.deleteOne(title ?? name)}
                icon="trash"
                isIconOnly
                look="quiet"
                onPress={() => void removeTemplate(name, title ?? name)}
              />
            )}
          </Row>
        ))}
      </List>
      {removed.length > 0 && (
        <List title={texts.removed}>
          {removed.map(name => (
            <Row key={name} title={name} name={name}>
              {!isReadOnly.value && (
                <Action
                  label={texts.putBack}
                  of={texts.putBackOne(name)}
                  onPress={() => restoreTemplate(name)}
                />
              )}
            </Row>
          ))}
        </List>
      )}
      <List title={texts.given}>
        {given.map(({ name, title }) => (
          <Row key={name} title={title} name={name}>
            <SaveCopy name={name} title={title} />
          </Row>
        ))}
      </List>
    </div>
  )
}

function List({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="templates-title">{title}</h3>
      <ul class="templates-list" aria-label={title}>
        {children}
      </ul>
    </section>
  )
}

function Row(props: { title: string; name: string; fault?: string | null; children: ComponentChildren }) {
  const { title, name, fault = null } = props
  return (
    <li class="template-row">
      <div>
        <p>
          {title} {title !== name && <span class="template-name">{name}.md</span>}
        </p>
        {fault !== null && <p class="field-error">{strings.templates.cannotBeUsed(fault)}</p>}
      </div>
      <div class="template-row-actions">{props.children}</div>
    </li>
  )
}

function SaveCopy({ name, title }: { name: string; title: string }) {
  const { saveCopy, saveCopyOf } = strings.templates
  return <Action label={saveCopy} of={saveCopyOf(title)} onPress={() => saveTemplate(name)} />
}

/** A button whose few words need the row around them; `of` says it all. */
function Action({ label, of, onPress }: { label: string; of: string; onPress: () => Promise<void> }) {
  return (
    <button type="button" class="button button-quiet" aria-label={of} onClick={() => void onPress()}>
      {label}
    </button>
  )
}

function MakeOfBrief({ brief, onDone }: { brief: Brief; onDone: () => void }) {
  const texts = strings.templates
  const [title, setTitle] = useState(brief.title)
  const [error, setError] = useState<string>()
  const make = async () => {
    if (title.trim() === '') return setError(texts.titleNeeded)
    const refusal = await keepAsTemplate(brief.id, title.trim())
    if (refusal === null) onDone()
    else setError(refusal)
  }
  return (
    <form
      class="template-making"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField
        label={texts.ofBriefTitle}
        value={title}
        hint={texts.ofBriefHint(brief.title)}
        error={error}
        onInput={value => {
          setTitle(value)
          setError(undefined)
        }}
      />
      <div class="dialog-actions">
        <Button label={strings.actions.cancel} onPress={onDone} />
        <Button label={texts.keep} look="strong" isSubmit onPress={() => {}} />
      </div>
    </form>
  )
}
