import type { BackupList } from '../../shared/answers.ts'
import { showFile } from '../recovery/recovery-actions.ts'
import { closeDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProgressRow } from '../ui/progress-row.tsx'
import { strings } from '../ui/strings.ts'
import {
  backUpElsewhere,
  backUpNow,
  backupDesk,
  chooseFileToRestore,
  chooseToRestore,
  moveBackups,
  stopBackup,
} from './backup-actions.ts'
import { RestoreChoice } from './restore-choice.tsx'

const texts = strings.backups

/** Where backups go, those there are, and the way back from one. */
export function BackupsDialog() {
  const { list, working, problem, made, chosen } = backupDesk.value
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      {!chosen && <p class="dialog-text">{texts.what}</p>}
      {problem && problem !== list?.problem && (
        <p class="backups-problem" role="alert">
          {problem}
        </p>
      )}
      {working && <Working working={working} />}
      {made && (
        <p role="status">
          {made.words}
          {made.file && <span class="backups-path"> {made.file}</span>}
        </p>
      )}
      {chosen ? <RestoreChoice chosen={chosen} /> : list && <Overview list={list} />}
      {!chosen && (
        <div class="dialog-actions backups-actions">
          <Button label={texts.another} look="quiet" onPress={() => void chooseFileToRestore()} />
          <Button
            label={texts.elsewhere}
            look="quiet"
            isDisabled={working !== null}
            onPress={() => void backUpElsewhere()}
          />
          <span class="work-bar-gap" />
          <Button label={strings.actions.close} onPress={closeDialog} />
          <Button
            label={texts.now}
            look="strong"
            isDisabled={working !== null}
            onPress={() => void backUpNow()}
          />
        </div>
      )}
    </Dialog>
  )
}

/** What is being done, and how far it is: only the first is spoken. */
function Working({ working }: { working: keyof typeof texts.working }) {
  const { progress, isStopping } = backupDesk.value
  return (
    <ProgressRow
      label={texts.working[working]}
      progress={progress}
      isStopping={isStopping}
      onCancel={stopBackup() ?? undefined}
    >
      <p role="status">{isStopping ? texts.stopping : texts.working[working]}</p>
      {progress && !isStopping && (
        <p class="number">{texts.progress[progress.stage](progress.done, progress.of)}</p>
      )}
    </ProgressRow>
  )
}

function Overview({ list }: { list: BackupList }) {
  return (
    <>
      <section class="backups-place" aria-label={texts.place}>
        <div>
          <h3 class="keys-group">{texts.place}</h3>
          <p class="backups-path">{list.folder}</p>
        </div>
        <div class="backups-ways">
          {list.isChosen && (
            <Button label={texts.usual} look="quiet" onPress={() => void moveBackups(true)} />
          )}
          <Button label={texts.choose} onPress={() => void moveBackups(false)} />
        </div>
      </section>
      {list.problem && (
        <p class="backups-problem" role="alert">
          {list.problem}
        </p>
      )}
      {list.failure && list.failure.message !== list.problem && (
        <p class="backups-problem" role="alert">
          {texts.failure(momentInWords(list.failure.at), list.failure.message)}
        </p>
      )}
      <section aria-label={texts.list}>
        <h3 class="keys-group">{texts.list}</h3>
        {list.backups.length === 0 ? (
          <p class="backups-note">{list.isChosen && list.problem ? texts.unseen : texts.none}</p>
        ) : (
          <ul class="backups-list">
            {list.backups.map(backup => (
              <li key={backup.file} class="backups-row">
                <span>{momentInWords(backup.at)}</span>
                <span class="backups-size number">{texts.bytes(backup.bytes)}</span>
                <Button
                  label={texts.show}
                  tip={texts.showOf(momentInWords(backup.at))}
                  look="quiet"
                  onPress={() => void showFile(backup.file)}
                />
                <Button
                  label={texts.restore}
                  tip={texts.restoreOf(momentInWords(backup.at))}
                  onPress={() => void chooseToRestore(backup.file)}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      {list.movedAside.length > 0 && (
        <section aria-label={texts.movedAside}>
          <h3 class="keys-group">{texts.movedAside}</h3>
          <p class="backups-note">{texts.movedAsideText}</p>
          <ul>
            {list.movedAside.map(folder => (
              <li key={folder} class="backups-aside">
                <span class="backups-path">{folder}</span>
                <Button label={texts.show} look="quiet" onPress={() => void showFile(folder)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
