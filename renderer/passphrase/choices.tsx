import { CheckField } from '../ui/check-field.tsx'
import { passphraseStrings } from './passphrase-strings.ts'

/** Whether what is typed can be seen. */
export function ShowTyped({ isShown, onShown }: { isShown: boolean; onShown: (isShown: boolean) => void }) {
  return <CheckField label={passphraseStrings.show} isChecked={isShown} onChecked={onShown} />
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
      <CheckField
        label={passphraseStrings.remember}
        isChecked={props.isRemembered}
        onChecked={props.onRemembered}
      />
      <p class="field-hint">{passphraseStrings.rememberHint}</p>
    </div>
  )
}
