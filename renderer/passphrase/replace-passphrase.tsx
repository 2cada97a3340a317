import { useState } from 'preact/hooks'
import { request } from '../bridge/bridge.ts'
import { tell } from '../state/notices.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SecretField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { ShowTyped } from './choices.tsx'
import { NewPassphraseFields } from './new-passphrase-fields.tsx'
import { progress } from './passphrase-actions.ts'
import { passphraseStrings } from './passphrase-strings.ts'
import { useNewPassphrase } from './use-new-passphrase.ts'
import { WorkShown } from './work-shown.tsx'

/** Changes the passphrase, or takes it off, for who knows it or has the recovery key. */
export function ReplacePassphrase({ step, onClose }: { step: 'change' | 'remove'; onClose: () => void }) {
  const texts = passphraseStrings[step]
  const [secret, setSecret] = useState('')
  const [isShown, setShown] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const fresh = useNewPassphrase()

  const go = async () => {
    if (secret === '') return setProblem(passphraseStrings.unlock.needed)
    if (step === 'change' && !fresh.check()) return
    progress.value = 0
    setBusy(true)
    const result =
      step === 'change'
        ? await request('passphrase.change', { secret, passphrase: fresh.value })
        : await request('passphrase.remove', { secret })
    setBusy(false)
    if (!result.ok) return setProblem(result.problem.message)
    if (step === 'change') tell('info', passphraseStrings.change.done)
    onClose()
  }

  return (
    <Dialog title={texts.title} onClose={() => !isBusy && onClose()}>
      <p class="dialog-text">{texts.lead}</p>
      <form
        class="passphrase-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void go()
        }}
      >
        <SecretField
          label={passphraseStrings.current}
          value={secret}
          isShown={isShown}
          isDisabled={isBusy}
          error={problem}
          onInput={value => {
            setSecret(value)
            setProblem(undefined)
          }}
        />
        {step === 'change' && (
          <NewPassphraseFields
            fresh={fresh}
            label={passphraseStrings.fresh}
            isShown={isShown}
            isDisabled={isBusy}
          />
        )}
        <ShowTyped isShown={isShown} onShown={setShown} />
        {isBusy && (
          <WorkShown
            words={step === 'change' ? passphraseStrings.change.changing : passphraseStrings.remove.removing}
          />
        )}
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} isDisabled={isBusy} onPress={onClose} />
          <Button label={texts.submit} look="strong" isSubmit isDisabled={isBusy} onPress={() => {}} />
        </div>
      </form>
    </Dialog>
  )
}
