import type { PassphraseDescription } from '../../shared/answers.ts'
import { request } from '../bridge/bridge.ts'
import { tell } from '../state/notices.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { Remember } from './choices.tsx'
import { lockLibrary, readPassphrase } from './passphrase-actions.ts'
import { passphraseStrings } from './passphrase-strings.ts'

/** What can be done about the passphrase of a library that has one. */
export function ManagePassphrase(props: {
  described: PassphraseDescription
  onStep: (step: 'change' | 'remove') => void
  onClose: () => void
}) {
  const texts = passphraseStrings.manage
  const { isRemembered, whyNotRemembered } = props.described
  const remember = async (isRemembered: boolean) => {
    const result = await request('passphrase.remember', { isRemembered })
    if (!result.ok) tell('problem', `${texts.notRemembered} ${result.problem.message}`)
    await readPassphrase()
  }
  return (
    <Dialog title={texts.title} onClose={props.onClose}>
      <p class="dialog-text">{texts.lead}</p>
      <Remember
        whyNot={whyNotRemembered}
        isRemembered={isRemembered}
        onRemembered={isChosen => void remember(isChosen)}
      />
      <div class="dialog-actions">
        <Button label={texts.remove} look="bad" onPress={() => props.onStep('remove')} />
        <Button label={texts.change} onPress={() => props.onStep('change')} />
        <Button label={passphraseStrings.lock} onPress={() => void lockLibrary()} />
        <Button label={strings.actions.close} look="strong" onPress={props.onClose} />
      </div>
    </Dialog>
  )
}
