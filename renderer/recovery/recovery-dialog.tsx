import type { RecoveredFile, StrayDraft } from '../../shared/answers.ts'
import { adoptDraft, offeredDrafts, strayDrafts } from '../history/draft-actions.ts'
import { closeDialog, description, openDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { openStanding, recovered, showFile, showVersionsOf } from './recovery-actions.ts'

const texts = strings.recovery

/** What could not be read, at this start and before; what was done about it; and what one can do. */
export function RecoveryDialog() {
  const drafts = offeredDrafts.value.length
  const { found, earlier } = recovered.value ?? { found: [], earlier: [] }
  const strays = strayDrafts.value
  const isEmpty = drafts + strays.length + found.length + earlier.length === 0
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      {isEmpty ? (
        <div class="recovery-empty">
          <h3 class="empty-title">{texts.emptyTitle}</h3>
          <p class="empty-text">{texts.emptyText}</p>
        </div>
      ) : (
        <div class="recovery">
          {drafts > 0 && (
            <div class="recovery-drafts">
              <p>{texts.drafts(drafts)}</p>
              <Button
                label={texts.showDrafts}
                onPress={() => {
                  openDialog.value = 'drafts'
                }}
              />
            </div>
          )}
          {strays.length > 0 && (
            <section aria-label={texts.strays}>
              <h3 class="keys-group">{texts.strays}</h3>
              <ul class="recovery-files">
                {strays.map(draft => (
                  <li key={`${draft.id} ${draft.at}`}>
                    <StrayDraftRow draft={draft} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-label={texts.found}>
            <h3 class="keys-group">{texts.found}</h3>
            {found.length === 0 ? <p class="recovery-note">{texts.noneFound}</p> : <Files files={found} />}
          </section>
          {earlier.length > 0 && (
            <section aria-label={texts.earlier}>
              <h3 class="keys-group">{texts.earlier}</h3>
              <p class="recovery-note">{texts.earlierText}</p>
              <Files files={earlier} />
            </section>
          )}
        </div>
      )}
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
      </div>
    </Dialog>
  )
}

function StrayDraftRow({ draft }: { draft: StrayDraft }) {
  const { title, at, isInTrash, fields } = draft
  return (
    <>
      <p class="recovery-name">{title}</p>
      <p>{texts.strayTyped(momentInWords(at), isInTrash)}</p>
      {fields.body && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keys
        <p class="recovery-words" tabIndex={0}>
          {fields.body}
        </p>
      )}
      <div class="recovery-ways">
        <Button label={texts.adopt} onPress={() => void adoptDraft(draft)} />
      </div>
    </>
  )
}

function Files({ files }: { files: readonly RecoveredFile[] }) {
  return (
    <ul class="recovery-files">
      {files.map(file => (
        <li key={file.keptAs ?? file.file}>
          <RecoveredFileRow found={file} />
        </li>
      ))}
    </ul>
  )
}

function RecoveredFileRow({ found }: { found: RecoveredFile }) {
  const { file, keptAs, reason, record } = found
  const shown = keptAs ?? file
  return (
    <>
      <p class="recovery-name">{withinLibrary(file)}</p>
      <p>
        {reason && texts.reason(reason)} {whatWasDone(found)}
      </p>
      {keptAs && <p>{record ? texts.stands(record.title) : texts.nothingStands}</p>}
      {keptAs && <p class="recovery-path">{withinLibrary(keptAs)}</p>}
      <div class="recovery-ways">
        {record && <Button label={texts.open} onPress={() => openStanding(record)} />}
        {record && (
          <Button label={texts.versions} look="quiet" icon="history" onPress={() => showVersionsOf(record)} />
        )}
        <Button
          label={texts.showFile}
          tip={texts.showFileOf(shown)}
          look={record ? 'quiet' : 'plain'}
          onPress={() => void showFile(shown)}
        />
      </div>
    </>
  )
}

function whatWasDone({ keptAs, replacedBy, at }: RecoveredFile): string {
  if (at !== null) return texts.setAsideOn(momentInWords(at))
  if (keptAs === null) return texts.leftAlone
  return replacedBy === null ? texts.setAside : texts.replacedBy(momentInWords(replacedBy))
}

/** A path as it reads inside the library's folder. */
function withinLibrary(path: string): string {
  const folder = description.value?.folder ?? ''
  return path.startsWith(folder) ? path.slice(folder.length + 1) : path
}
