import type { RequestOutput } from '../../shared/request-outputs.ts'
import { closeDialog, isReadOnly } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { backupDesk, leaveRestore, restoreInPlace, restoreIntoFolder } from './backup-actions.ts'

const texts = strings.backups

/** A backup that was read back: where it is to go, or where it went. */
export function RestoreChoice({ chosen }: { chosen: NonNullable<RequestOutput<'backup.verify'>> }) {
  const { restoredInto, working } = backupDesk.value
  if (restoredInto !== null) {
    return (
      <>
        <div class="backups-restored" role="status">
          <p>{texts.restoredInto}</p>
          <p class="backups-path">{restoredInto}</p>
          <p>{texts.openIt}</p>
          <p class="backups-path">--library="{restoredInto}"</p>
        </div>
        <div class="dialog-actions">
          <Button label={texts.back} onPress={leaveRestore} />
          <Button label={strings.actions.close} look="strong" onPress={closeDialog} />
        </div>
      </>
    )
  }
  return (
    <>
      <p class="dialog-text">{texts.whole(momentInWords(chosen.madeAt), chosen.files)}</p>
      <div class="backups-choices">
        <section>
          <h3>{texts.newFolder}</h3>
          <p>{texts.newFolderText}</p>
          <Button
            label={texts.newFolderDo}
            isDisabled={working !== null}
            onPress={() => void restoreIntoFolder()}
          />
        </section>
        <section>
          <h3>{texts.inPlace}</h3>
          <p>{texts.inPlaceText}</p>
          <Button
            label={texts.inPlaceDo}
            isDisabled={working !== null || isReadOnly.value}
            onPress={() => void restoreInPlace()}
          />
        </section>
      </div>
      <div class="dialog-actions">
        <Button label={texts.back} isDisabled={working !== null} onPress={leaveRestore} />
      </div>
    </>
  )
}
