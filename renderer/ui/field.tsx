import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { strings } from './strings.ts'

type FieldProps = {
  label: string
  value: string
  onInput: (value: string) => void
  isOptional?: boolean
  isDisabled?: boolean
  hint?: ComponentChildren
  error?: string | undefined
}

/** A labelled control with its hint and error tied to it for assistive technology. */
export function FieldFrame(props: {
  id: string
  label: string
  isOptional: boolean
  hint: ComponentChildren
  error: string | undefined
  children: ComponentChildren
}) {
  return (
    <div class="field">
      <label class="field-label" for={props.id}>
        {props.label}
        {props.isOptional && (
          <span class="field-optional" aria-hidden="true">
            {' '}
            {strings.field.optional}
          </span>
        )}
      </label>
      {props.children}
      {props.error ? (
        <p class="field-error" id={`${props.id}-note`} role="alert">
          {props.error}
        </p>
      ) : (
        props.hint && (
          <p class="field-hint" id={`${props.id}-note`} aria-live="polite">
            {props.hint}
          </p>
        )
      )}
    </div>
  )
}

/** One line of text, or several with `lines`; `suggestions` are offered and never imposed. */
export function TextField(
  props: FieldProps & {
    placeholder?: string
    lines?: number
    onLeave?: () => void
    inputMode?: 'decimal'
    suggestions?: readonly string[]
  },
) {
  const id = useId()
  const { suggestions = [] } = props
  const shared = {
    id,
    class: 'control',
    value: props.value,
    placeholder: props.placeholder,
    disabled: props.isDisabled ?? false,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': props.error || props.hint ? `${id}-note` : undefined,
    spellcheck: false,
    onBlur: props.onLeave,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
  }
  return (
    <FieldFrame
      id={id}
      label={props.label}
      isOptional={props.isOptional ?? false}
      hint={props.hint}
      error={props.error}
    >
      {props.lines ? (
        <textarea {...shared} rows={props.lines} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={props.inputMode}
          autocomplete="off"
          list={suggestions.length > 0 ? `${id}-list` : undefined}
        />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  )
}

/** One line that is hidden while it is typed, unless `isShown`. */
export function SecretField(props: FieldProps & { isShown: boolean }) {
  const id = useId()
  const shared = {
    id,
    class: 'control',
    value: props.value,
    disabled: props.isDisabled ?? false,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': props.error || props.hint ? `${id}-note` : undefined,
    spellcheck: false,
    autocomplete: 'off',
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
  }
  return (
    <FieldFrame id={id} label={props.label} isOptional={false} hint={props.hint} error={props.error}>
      {props.isShown ? <input {...shared} type="text" /> : <input {...shared} type="password" />}
    </FieldFrame>
  )
}

export function SelectField(props: FieldProps & { options: readonly { value: string; label: string }[] }) {
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={props.label}
      isOptional={props.isOptional ?? false}
      hint={props.hint}
      error={props.error}
    >
      <select
        id={id}
        class="control"
        value={props.value}
        disabled={props.isDisabled ?? false}
        aria-describedby={props.error || props.hint ? `${id}-note` : undefined}
        onChange={event => props.onInput(event.currentTarget.value)}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
