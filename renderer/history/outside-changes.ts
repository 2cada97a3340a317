// What other programs do to records while the window is open.
import type { FoundRecord } from '../../shared/model/records.ts'
import type { Notices } from '../../shared/request-names.ts'
import { nameOf } from '../evidence/evidence-words.ts'
import { openBrief, saveState } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { publish } from './history-actions.ts'

/** Shows a record as another program left it. A brief that is being typed in is brought together with it by its next save. */
export function takeInChange({ found, isConflict }: Notices['record.changed']): void {
  const { record } = found
  const isBeingTyped = openBrief.value?.id === record.id && saveState.value.is !== 'saved'
  const inForm = isBeingTyped ? { isConflict: false } : publish(found)
  const title = titleOf(found)
  if (isConflict || inForm.isConflict) tell('problem', strings.library.keptAsVersion(title))
  else tell('info', strings.library.changedOutside(title))
}

function titleOf({ collection, record }: FoundRecord): string {
  if (collection === 'quotes') return nameOf({ kind: 'quote', record })
  if (collection === 'figures') return nameOf({ kind: 'figure', record })
  return collection === 'people' ? record.name : record.title
}
