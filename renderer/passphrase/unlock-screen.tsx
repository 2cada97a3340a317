import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { request } from '../bridge/bridge.ts'
import { Button } from '../ui/button.tsx'
import { SecretField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Remember, ShowTyped } from './choices.tsx'
import { passphrase, progress } from './passphrase-actions.ts'
import { passphraseStrings } from './passphrase-strings.ts'
import { WorkShown } from './work-shown.tsx'

/** All that is seen of a locked library. */
export function UnlockScreen() {
  const texts = passphraseStrings.unlock
  const [secret, setSecret] = useState('')
  const [isRecovery, setRecovery] = useState(false)
  const [isShown, setShown] = useState(false)
  const [isRemembered, setRemembered] = useState(false)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { name = '', folder = '', whyNotRemembered = null } = passphrase.value ?? {}

  // After a refusal what was typed is selected: the next try replaces it.
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>('input.control')
    field?.focus()
    field?.select()
  }, [isRecovery, isBusy])

  const unlock = async () => {
    if (secret === '') {
      setError(isRecovery ? texts.recoveryNeeded : texts.needed)
      return
    }
    progress.value = 0
    setBusy(true)
    const result = await request('library.unlock', { secret, isRemembered })
    // Unlocked, the window is read anew.
    if (result.ok) return
    setBusy(false)
    setError(result.problem.message)
  }

  return (
    <main class="unlock">
      <form
        ref={form}
        class="unlock-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void unlock()
        }}
      >
        <Icon name="lock" />
        <div>
          <h1 class="unlock-name" title={folder}>
            {name}
          </h1>
          <p class="dialog-text">{texts.lead}</p>
        </div>
        <SecretField
          label={isRecovery ? passphraseStrings.recoveryField : passphraseStrings.field}
          value={secret}
          isShown={isShown || isRecovery}
          isDisabled={isBusy}
          hint={isRecovery ? passphraseStrings.recoveryHint : undefined}
          error={error}
          onInput={value => {
            setSecret(value)
            setError(undefined)
          }}
        />
        {!isRecovery && <ShowTyped isShown={isShown} onShown={setShown} />}
        <Remember whyNot={whyNotRemembered} isRemembered={isRemembered} onRemembered={setRemembered} />
        {isBusy && <WorkShown words={texts.trying} />}
        <div class="unlock-actions">
          <Button
            label={isRecovery ? texts.usePassphrase : texts.useRecovery}
            look="quiet"
            isDisabled={isBusy}
            onPress={() => {
              setRecovery(!isRecovery)
              setSecret('')
              setError(undefined)
            }}
          />
          <Button label={texts.submit} look="strong" isSubmit isDisabled={isBusy} onPress={() => {}} />
        </div>
      </form>
    </main>
  )
}
