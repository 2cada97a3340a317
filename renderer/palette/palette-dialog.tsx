import { useComputed, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { keysOf } from '../app/commands.ts'
import { closeDialog, openBrief } from '../state/desk.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { isMod } from '../ui/is-mod.ts'
import { strings } from '../ui/strings.ts'
import type { PaletteItem } from './palette-item.ts'
import { paletteScope } from './palette-state.ts'
import { providers } from './providers.ts'
import { isFound, sectionsFor } from './sections.ts'

/** Options that a page of keys goes over. */
const pageLength = 8

/**
 * One box over everything: a combobox whose list is always open, as the ARIA Authoring Practices describe one with
 * automatic selection. The arrows go through the options, Enter takes one, Escape closes.
 */
export function PaletteDialog() {
  const texts = strings.palette
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  /** What is done once the dialog has closed and the focus is back. */
  const chosen = useRef<(() => void) | null>(null)
  const query = useSignal('')
  const active = useSignal(0)
  const scope = paletteScope.value
  const items = useComputed(() => (paletteScope.value?.providers ?? providers).flatMap(provide => provide()))
  const sections = useComputed(() => sectionsFor(query.value, items.value)).value
  const options = sections.flatMap(section => section.items)
  const found = options.filter(isFound).length

  // A command finds the desk as it was before the palette: the dialog is gone, and the focus where it was.
  useLayoutEffect(() => () => void queueMicrotask(() => chosen.current?.()), [])
  useLayoutEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]')
    if (active.value === 0) list.current?.scrollTo({ top: 0 })
    else option?.scrollIntoView({ block: 'nearest' })
  }, [active.value, query.value])

  const optionId = (index: number) => `${id}-option-${index}`
  const beside = openBrief.value && !scope ? options[active.value]?.runBeside : undefined
  const choose = (run: (() => void) | undefined) => {
    if (!run) return
    chosen.current = run
    closeDialog()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter of an input method ends a word.
    if (event.isComposing || options.length === 0) return
    const last = options.length - 1
    const to = {
      ArrowDown: active.value === last ? 0 : active.value + 1,
      ArrowUp: active.value === 0 ? last : active.value - 1,
      PageDown: Math.min(last, active.value + pageLength),
      PageUp: Math.max(0, active.value - pageLength),
    }[event.key]
    if (to !== undefined) active.value = to
    else if (event.key === 'Enter') choose(isMod(event) ? beside : options[active.value]?.run)
    else return
    event.preventDefault()
  }

  let index = -1
  return (
    <Dialog title={texts.title} className="palette" onClose={closeDialog}>
      <div class="palette-field">
        <Icon name="find" />
        <input
          type="text"
          class="plain-control"
          role="combobox"
          aria-label={texts.title}
          placeholder={scope?.placeholder ?? texts.placeholder}
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 ? optionId(active.value) : undefined}
          value={query.value}
          onInput={event => {
            query.value = event.currentTarget.value
            active.value = 0
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} class="palette-list" role="listbox" aria-label={texts.results}>
        {sections.map(({ title, items }) => (
          <PaletteSection key={title} title={title}>
            {items.map(item => {
              index += 1
              return (
                <Option
                  key={item.id}
                  item={item}
                  id={optionId(index)}
                  isActive={index === active.value}
                  onChoose={() => choose(item.run)}
                />
              )
            })}
          </PaletteSection>
        ))}
      </div>
      <p class={found === 0 ? 'palette-none' : 'spoken'} role="status">
        {found === 0 ? texts.none(query.value.trim()) : texts.count(found)}
      </p>
      {beside && <p class="palette-hint">{texts.beside(keysOf('open-beside'))}</p>}
    </Dialog>
  )
}

function PaletteSection({ title, children }: { title: string | null; children: ComponentChildren }) {
  const id = useId()
  if (title === null) return <>{children}</>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox takes groups of options, not field sets.
    <div role="group" aria-labelledby={id}>
      <div id={id} class="palette-section" aria-hidden="true">
        {title}
      </div>
      {children}
    </div>
  )
}

function Option(props: { item: PaletteItem; id: string; isActive: boolean; onChoose: () => void }) {
  const { icon, kind, label, detail, keys } = props.item
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
    <div
      id={props.id}
      class="palette-option"
      role="option"
      tabIndex={-1}
      aria-selected={props.isActive}
      // The field keeps the focus.
      onMouseDown={event => event.preventDefault()}
      onClick={props.onChoose}
    >
      <Icon name={icon} />
      <span class="palette-words">
        <span class="palette-label">{label}</span>
        {detail !== '' && <span class="palette-detail"> {detail}</span>}
      </span>
      {kind !== '' && <span class="palette-kind">{kind}</span>}
      {keys !== '' && <kbd>{keys}</kbd>}
    </div>
  )
}
