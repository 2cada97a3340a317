import { showRecovery } from '../recovery/recovery-actions.ts'
import { closeDialog, openDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DiffText } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'
import { dropDraft, offeredDrafts, strayDrafts, takeDraft } from './draft-actions.ts'
import { changedFields } from './record-fields.ts'

/** Says that something typed was not saved before the app ended. */
export function DraftsBanner() {
  const strays = strayDrafts.value.length
  const count = offeredDrafts.value.length + strays
  if (count === 0) return null
  return (
    <div class="banner" role="status">
      <p>{strings.drafts.banner(count)}</p>
      <Button
        label={strings.actions.show}
        onPress={() => {
          // Recovery lists both.
          if (strays > 0) void showRecovery()
          else openDialog.value = 'drafts'
        }}
      />
    </div>
  )
}

/** Each text that was not saved beside what was, one after the other. */
export function DraftsDialog() {
  const texts = strings.drafts
  const offered = offeredDrafts.value[0]
  if (!offered) return null
  const { draft, saved } = offered
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <p class="dialog-text">{texts.typed(saved.title, momentInWords(draft.at))}</p>
      <section class="draft-changes" aria-label={texts.since}>
        {changedFields(saved, { ...saved, ...draft.fields }).map(({ field, before, after }) => (
          <DiffText key={field} before={before} after={after} />
        ))}
      </section>
      <p class="dialog-text">{texts.dropped}</p>
      <div class="dialog-actions">
        <Button label={texts.drop} onPress={() => void dropDraft(draft)} />
        <Button label={texts.use} look="strong" onPress={() => void takeDraft(offered)} />
      </div>
    </Dialog>
  )
}
