import { useState } from 'preact/hooks'
import type { PassphraseDescription } from '../../shared/answers.ts'
import { request } from '../bridge/bridge.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { Remember, ShowTyped } from './choices.tsx'
import { NewPassphraseFields } from './new-passphrase-fields.tsx'
import { progress } from './passphrase-actions.ts'
import { passphraseStrings } from './passphrase-strings.ts'
import { useNewPassphrase } from './use-new-passphrase.ts'
import { WorkShown } from './work-shown.tsx'

/** Gives a library a passphrase: what that means and the passphrase first, then the recovery key, then the sealing. */
export function GivePassphrase(props: { described: PassphraseDescription; onClose: () => void }) {
  const fresh = useNewPassphrase()
  const [isShown, setShown] = useState(false)
  const [isRemembered, setRemembered] = useState(false)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const texts = passphraseStrings.give

  const prepare = async () => {
    setProblem(null)
    if (!fresh.check()) return
    const result = await request('passphrase.prepare', { passphrase: fresh.value })
    if (result.ok) setRecoveryKey(result.value.recoveryKey)
    else setProblem(result.problem.message)
  }

  if (recoveryKey !== null) {
    return (
      <ConfirmRecoveryKey
        recoveryKey={recoveryKey}
        plainBackups={props.described.plainBackups}
        seal={lastGroup => request('passphrase.put', { passphrase: fresh.value, lastGroup, isRemembered })}
        onBack={() => setRecoveryKey(null)}
      />
    )
  }
  return (
    <Dialog title={texts.title} onClose={props.onClose} isWide>
      <p class="dialog-text">{texts.lead}</p>
      <form
        class="passphrase-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void prepare()
        }}
      >
        <div class="field-row">
          <NewPassphraseFields
            fresh={fresh}
            label={passphraseStrings.field}
            isShown={isShown}
            isDisabled={false}
          />
        </div>
        <ShowTyped isShown={isShown} onShown={setShown} />
        <p class="passphrase-warning">
          <strong>{texts.lostTitle}</strong> {texts.lost}
        </p>
        <details class="passphrase-limits">
          <summary>{texts.staysTitle}</summary>
          <ul>
            {texts.stays.map(limit => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </details>
        <Remember
          whyNot={props.described.whyNotRemembered}
          isRemembered={isRemembered}
          onRemembered={setRemembered}
        />
        {problem && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={props.onClose} />
          <Button label={texts.next} look="strong" isSubmit onPress={() => {}} />
        </div>
      </form>
    </Dialog>
  )
}

function ConfirmRecoveryKey(props: {
  recoveryKey: string
  plainBackups: readonly string[]
  seal: (lastGroup: string) => ReturnType<typeof request<'passphrase.put'>>
  onBack: () => void
}) {
  const texts = passphraseStrings.recovery
  const [lastGroup, setLastGroup] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    if (lastGroup.trim() === '') return setError(texts.confirmNeeded)
    progress.value = 0
    setBusy(true)
    const result = await props.seal(lastGroup)
    // Sealed, the window is read anew.
    if (result.ok) return
    setBusy(false)
    setError(result.problem.message)
  }
  return (
    <Dialog title={texts.title} onClose={() => undefined} isWide>
      <p class="dialog-text">{texts.lead}</p>
      <ol class="recovery-key" aria-label={passphraseStrings.recoveryField}>
        {props.recoveryKey.split('-').map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
      {props.plainBackups.length > 0 && (
        <div class="passphrase-backups">
          <p>{texts.backups(props.plainBackups.length)}</p>
          <ul>
            {props.plainBackups.map(path => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </div>
      )}
      <form
        class="passphrase-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void go()
        }}
      >
        <TextField
          label={texts.confirm}
          value={lastGroup}
          isDisabled={isBusy}
          hint={texts.confirmHint}
          error={error}
          onInput={value => {
            setLastGroup(value)
            setError(undefined)
          }}
        />
        {isBusy && <WorkShown words={texts.sealing} />}
        <div class="dialog-actions">
          <Button label={texts.back} isDisabled={isBusy} onPress={props.onBack} />
          <Button label={texts.submit} look="strong" isSubmit isDisabled={isBusy} onPress={() => {}} />
        </div>
      </form>
    </Dialog>
  )
}
