import { SecretField } from '../ui/field.tsx'
import { passphraseStrings } from './passphrase-strings.ts'
import type { useNewPassphrase } from './use-new-passphrase.ts'

/** A new passphrase, typed twice. */
export function NewPassphraseFields(props: {
  fresh: ReturnType<typeof useNewPassphrase>
  label: string
  isShown: boolean
  isDisabled: boolean
}) {
  const { fresh, label, isShown, isDisabled } = props
  return (
    <>
      <SecretField
        label={label}
        value={fresh.value}
        isShown={isShown}
        isDisabled={isDisabled}
        hint={passphraseStrings.hint}
        error={fresh.error}
        onInput={fresh.type}
      />
      <SecretField
        label={passphraseStrings.again}
        value={fresh.again}
        isShown={isShown}
        isDisabled={isDisabled}
        error={fresh.againError}
        onInput={fresh.typeAgain}
      />
    </>
  )
}
