import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { FieldFrame } from './field.tsx'

/** A choice; `detail` tells it from others of the same label. */
export type ComboboxOption = { id: string; label: string; detail: string }

/**
 * A text field with a list of choices under it, as the ARIA Authoring Practices describe an editable combobox: what is
 * typed counts as it stands; the arrows go through the choices, Enter takes one, Escape closes the list.
 */
export function Combobox(props: {
  label: string
  listLabel: string
  value: string
  options: readonly ComboboxOption[]
  onInput: (value: string) => void
  onPick: (id: string) => void
  hint?: ComponentChildren
  error?: string | undefined
  isDisabled?: boolean
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { options } = props
  const isShown = isOpen && options.length > 0
  const optionId = (index: number) => `${id}-option-${index}`

  const move = (to: number) => {
    setOpen(true)
    const index = (to + options.length) % options.length
    setActive(index)
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }
  const pick = (index: number) => {
    const option = options[index]
    if (!option) return
    close()
    props.onPick(option.id)
  }
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter of an input method ends a word.
    if (event.isComposing) return
    const isHandled = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'ArrowDown' && options.length > 0) {
      isHandled()
      move(isShown ? active + 1 : 0)
    } else if (event.key === 'ArrowUp' && options.length > 0) {
      isHandled()
      move(isShown && active !== -1 ? active - 1 : options.length - 1)
    } else if (event.key === 'Enter' && isShown && active !== -1 && !event.ctrlKey && !event.metaKey) {
      isHandled()
      pick(active)
    } else if (event.key === 'Escape' && isShown) {
      isHandled()
      close()
    }
  }
  return (
    <FieldFrame id={id} label={props.label} isOptional={false} hint={props.hint} error={props.error}>
      <div class="combobox">
        <input
          id={id}
          class="control"
          type="text"
          role="combobox"
          value={props.value}
          disabled={props.isDisabled ?? false}
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-activedescendant={isShown && active !== -1 ? optionId(active) : undefined}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={props.error || props.hint ? `${id}-note` : undefined}
          onInput={event => {
            setOpen(true)
            setActive(-1)
            props.onInput(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <div
          ref={list}
          id={`${id}-list`}
          class="combobox-list"
          role="listbox"
          aria-label={props.listLabel}
          hidden={!isShown}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
            <div
              key={option.id}
              id={optionId(index)}
              class="combobox-option"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The field keeps the focus, and the list stays until the click.
              onMouseDown={event => event.preventDefault()}
              onClick={() => pick(index)}
            >
              <span>{option.label}</span>
              {option.detail !== '' && <span class="combobox-detail">{option.detail}</span>}
            </div>
          ))}
        </div>
      </div>
    </FieldFrame>
  )
}
