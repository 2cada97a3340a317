// What other programs do to records while the window is open.
import type { Notices } from '../../shared/request-names.ts'
import { openBrief, saveState } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { publish } from './history-actions.ts'

/** Shows a record as another program left it. A brief that is being typed in is brought together with it by its next save. */
export function takeInChange({ found, isConflict }: Notices['record.changed']): void {
  const { record } = found
  const isBeingTyped = openBrief.value?.id === record.id && saveState.value.is !== 'saved'
  if (!isBeingTyped) publish(found)
  const title = 'title' in record ? record.title : record.id
  if (isConflict) tell('problem', strings.library.keptAsVersion(title))
  else tell('info', strings.library.changedOutside(title))
}
