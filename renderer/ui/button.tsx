import type { ComponentChildren, Ref } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A button. With `isIconOnly`, the label is its accessible name and its tooltip. */
export function Button(props: {
  label: string
  onPress: () => void
  icon?: IconName
  isIconOnly?: boolean
  look?: 'plain' | 'strong' | 'quiet' | 'bad'
  isDisabled?: boolean
  isPressed?: boolean
  isSubmit?: boolean
  tip?: string
  keys?: string
  children?: ComponentChildren
  buttonRef?: Ref<HTMLButtonElement>
}) {
  const { label, look = 'plain', isIconOnly = false } = props
  const looks = {
    plain: '',
    strong: ' button-strong',
    quiet: ' button-quiet',
    bad: ' button-quiet button-bad',
  }
  const tip = props.tip ?? (isIconOnly ? label : undefined)
  return (
    <button
      ref={props.buttonRef ?? null}
      type={props.isSubmit ? 'submit' : 'button'}
      class={`button${looks[look]}${isIconOnly ? ' button-icon' : ''}`}
      aria-label={isIconOnly ? label : undefined}
      aria-pressed={props.isPressed}
      title={tip && props.keys ? `${tip}  ${props.keys}` : tip}
      disabled={props.isDisabled ?? false}
      onClick={props.isSubmit ? undefined : props.onPress}
    >
      {props.icon && <Icon name={props.icon} />}
      {!isIconOnly && <span>{label}</span>}
      {!isIconOnly && props.keys && (
        <span aria-hidden="true">
          <kbd>{props.keys}</kbd>
        </span>
      )}
    </button>
  )
}
