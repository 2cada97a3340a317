// Putting references into the brief that is open, whatever room one is in.
import type { Linkable } from '../editor/insertion.ts'
import { insertReferences } from '../editor/references-to-insert.ts'
import { isReadOnly, openBrief, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'

/** Whether a brief that may be changed is open. */
export function canInsert(): boolean {
  return openBrief.value !== null && !isReadOnly.value
}

/** Puts references where the cursor is in the open brief, and goes there; without one it says so. */
export function insertIntoBrief(items: readonly Linkable[]): void {
  const brief = openBrief.value
  if (!brief) {
    tell('info', strings.beside.noBrief)
    return
  }
  insertReferences(brief.id, items)
  if (room.value === 'briefs') return
  room.value = 'briefs'
  tell('info', strings.beside.inserted(items.length, brief.title))
}
