import { showRecovery } from '../recovery/recovery-actions.ts'
import { openDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { offeredDrafts, strayDrafts } from './draft-actions.ts'

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
