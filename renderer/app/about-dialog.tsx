import { closeDialog, description } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { Licences } from './licences.tsx'

/** What the app is, what it promises, and where it keeps everything. */
export function AboutDialog() {
  const texts = strings.about
  return (
    <Dialog title={texts.title} onClose={closeDialog}>
      <p class="dialog-text">{texts.what}</p>
      <div class="about">
        <h3 class="keys-group">{texts.promises}</h3>
        <ul class="about-promises">
          {texts.promised.map(promise => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        <h3 class="keys-group">{texts.library}</h3>
        <p class="about-folder">{description.value?.folder}</p>
        <Licences />
      </div>
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
      </div>
    </Dialog>
  )
}
