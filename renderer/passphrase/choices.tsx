import { passphraseStrings } from './passphrase-strings.ts'

/** Whether what is typed can be seen. */
export function ShowTyped({ isShown, onShown }: { isShown: boolean; onShown: (isShown: boolean) => void }) {
  return <Check label={passphraseStrings.show} isChecked={isShown} onChecked={onShown} />
}

/** Whether the keychain keeps the key; a sentence instead where it cannot. */
export function Remember(props: {
  whyNot: string | null
  isRemembered: boolean
  onRemembered: (isRemembered: boolean) => void
}) {
  if (props.whyNot !== null) return <p class="field-hint">{props.whyNot}</p>
  return (
    <div class="passphrase-remember">
      <Check
        label={passphraseStrings.remember}
        isChecked={props.isRemembered}
        onChecked={props.onRemembered}
      />
      <p class="field-hint">{passphraseStrings.rememberHint}</p>
    </div>
  )
}

function Check(props: { label: string; isChecked: boolean; onChecked: (isChecked: boolean) => void }) {
  return (
    <label class="passphrase-check">
      <input
        type="checkbox"
        checked={props.isChecked}
        onChange={event => props.onChecked(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}
