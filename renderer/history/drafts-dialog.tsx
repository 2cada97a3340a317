import { closeDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DiffText } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'
import { dropDraft, offeredDrafts, takeDraft } from './draft-actions.ts'
import { changedFields } from './record-fields.ts'

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
