import { useLayoutEffect, useRef } from 'preact/hooks'
import { pageAt } from '../../shared/model/pages.ts'
import { keysOf } from '../app/commands.ts'
import { focusWork } from '../app/focus-work.ts'
import { RecordId } from '../backlinks/record-id.tsx'
import { UsedIn } from '../backlinks/used-in.tsx'
import { openBeside } from '../beside/beside-actions.ts'
import { canInsert, insertIntoBrief } from '../beside/insert-into-brief.ts'
import { showHistory } from '../history/history-actions.ts'
import { DecisionOfEvent } from '../issuing/decision-of-event.tsx'
import { evidenceForm, isReadOnly, lists, openSource, room } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { Button } from '../ui/button.tsx'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { strings } from '../ui/strings.ts'
import { CommonFields } from './common-fields.tsx'
import { dragReferences } from './drag-references.ts'
import { EventFields } from './event-fields.tsx'
import { deleteEvidence, leaveForm, saveForm, showInSource } from './evidence-actions.ts'
import { FigureFields } from './figure-fields.tsx'
import { LostPlace } from './lost-place.tsx'
import { QuoteFields } from './quote-fields.tsx'

/** The form of the evidence that is open: new or kept. Ctrl+Enter saves, Esc leaves. */
export function Inspector() {
  const form = evidenceForm.value
  const element = useRef<HTMLFormElement>(null)
  const before = useRef<Element | null>(null)
  const texts = strings.evidence
  const isNew = form?.id === null

  // Before the next key is heard, which belongs in the form.
  useLayoutEffect(() => {
    const cameFrom = document.activeElement
    before.current = cameFrom
    const fields = element.current?.querySelectorAll<HTMLInputElement>('input, textarea, select')
    const first = [...(fields ?? [])].find(field => !field.readOnly && !field.disabled)
    if (isNew) first?.focus()
    else element.current?.focus()
    return () => {
      if (document.activeElement === document.body || element.current?.contains(document.activeElement)) {
        if (
          isElementToFocus(cameFrom) &&
          cameFrom.matches('.row, .mark, .button, .reading-text, .board-grid, .timeline-stop')
        ) {
          cameFrom.focus({ preventScroll: true })
        }
        // It may be gone by now, or be the preview or the editor's host, which take no keys.
        if (document.activeElement !== cameFrom || cameFrom === document.body) focusWork()
      }
    }
  }, [form?.id, form?.kind, form?.place?.start])

  if (!form) return null
  const item = form.id === null ? null : findEvidence(lists.value, form.id)
  const source = lists.value.sources.find(({ id }) => id === form.place?.source)
  const { kind } = form
  const read = openSource.value?.id === form.place?.source ? openSource.value : null
  const page = read && form.place ? pageAt(read.pages, form.place.start) : null

  return (
    <aside class="inspector" aria-label={texts.inspector}>
      <form
        ref={element}
        class="inspector-form"
        noValidate
        tabIndex={-1}
        aria-label={isNew ? texts.newOf[kind] : texts.editOf[kind]}
        onSubmit={event => {
          event.preventDefault()
          void saveForm()
        }}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.preventDefault()
            leaveForm()
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void saveForm()
          }
        }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: from the keyboard there is the button that inserts. */}
        <header
          class="inspector-head"
          draggable={item !== null}
          onDragStart={event => item && dragReferences(event, [item])}
        >
          <KindGlyph kind={kind} />
          <h2>{isNew ? texts.newOf[kind] : texts.editOf[kind]}</h2>
          {item && (
            <Button
              label={strings.history.title}
              icon="history"
              look="quiet"
              isIconOnly
              keys={keysOf('show-history')}
              onPress={() => void showHistory(item.record.id)}
            />
          )}
          {item && (
            <Button
              label={texts.delete}
              icon="trash"
              look="quiet"
              isIconOnly
              isDisabled={isReadOnly.value}
              onPress={() => void deleteEvidence(item)}
            />
          )}
          <Button
            label={strings.actions.close}
            icon="close"
            look="quiet"
            isIconOnly
            onPress={() => leaveForm()}
          />
        </header>
        <div class="inspector-fields">
          {item && <LostPlace item={item} />}
          {item?.kind === 'event' && <DecisionOfEvent event={item.record} />}
          {kind !== 'quote' && form.words && <blockquote class="anchored-words">{form.words}</blockquote>}
          {kind === 'quote' && <QuoteFields form={form} />}
          {kind === 'figure' && <FigureFields form={form} />}
          {kind === 'event' && <EventFields form={form} />}
          <CommonFields form={form} />
          <div class="inspector-source">
            {source ? (
              <>
                <span class="inspector-source-title">{source.title}</span>
                {page !== null && <span>{texts.onPage(page)}</span>}
                {item && room.value !== 'sources' && (
                  <Button
                    label={texts.showInSource}
                    look="quiet"
                    icon="source"
                    onPress={() => void showInSource(item.record.id)}
                  />
                )}
                {item && room.value === 'briefs' && (
                  <Button
                    label={strings.beside.openBeside}
                    look="quiet"
                    icon="preview"
                    onPress={() => openBeside(source.id, item.record.id)}
                  />
                )}
              </>
            ) : (
              // What a decision came back on is where it is from.
              !(item?.kind === 'event' && item.record.decision) && (
                <span class="no-source">
                  {texts.noSource}. {texts.noSourceHint}
                </span>
              )
            )}
          </div>
          {item && <UsedIn id={item.record.id} none={strings.backlinks.none} />}
          {item && <RecordId key={item.record.id} id={item.record.id} />}
        </div>
        <footer class="inspector-foot">
          {canInsert() && item && (
            <Button label={strings.beside.insert} onPress={() => leaveForm(() => insertIntoBrief([item]))} />
          )}
          {canInsert() && isNew && (
            <Button
              label={strings.beside.saveAndInsert}
              onPress={async () => {
                const made = await saveForm()
                if (made) insertIntoBrief([made])
              }}
            />
          )}
          <Button label={strings.actions.cancel} onPress={() => leaveForm()} />
          <Button
            label={strings.actions.save}
            look="strong"
            isSubmit
            isDisabled={isReadOnly.value}
            tip={keysOf('save-evidence')}
            onPress={() => {}}
          />
        </footer>
      </form>
    </aside>
  )
}

function isElementToFocus(element: Element | null): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement
}
