import { keysOf } from '../app/commands.ts'
import { focusEditor } from '../app/focus-work.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { isCalm, leaveCalm } from './calm-state.ts'

/** Brings back what is folded away; stands at the head of the work until then. */
export function LeaveCalmButton() {
  if (!isCalm.value) return null
  return (
    <>
      <h1 class="calm-heading">{strings.rooms.briefs}</h1>
      <Button
        label={strings.calm.leave}
        icon="list"
        look="quiet"
        isIconOnly
        keys={keysOf('toggle-calm')}
        onPress={() => {
          leaveCalm()
          focusEditor()
        }}
      />
    </>
  )
}
