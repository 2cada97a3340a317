// What can be done with the open source, its suggestions, and rows and forms.
import type { Source } from '../../shared/model/records.ts'
import { searchLike } from '../search/search-actions.ts'
import { deleteSource } from '../sources/source-actions.ts'
import { startTextEdit, textEdit } from '../sources/text-edit.ts'
import { isReadOnly, openSource, room } from '../state/desk.ts'
import { current, isPanelChosen, isPanelShown, shownKind } from '../state/suggestions.ts'
import {
  acceptAll,
  acceptCurrent,
  bringBackRefused,
  changeCurrent,
  refuseCurrent,
  takeBackLast,
  walkSuggestions,
} from '../suggestions/suggestion-actions.ts'
import type { Command } from './command.ts'

const isReading = () => room.value === 'sources' && openSource.value !== null && textEdit.value === null
const canMark = () => isReading() && !isReadOnly.value
const hasSuggestion = () => isReading() && current.value !== null
const canDecide = () => canMark() && current.value !== null && isPanelShown.value

export const reading: readonly Command[] = [
  { name: 'move-caret', keys: '← → ↑ ↓', group: 'reading' },
  { name: 'extend-selection', keys: 'Shift+→', group: 'reading' },
  { name: 'find-in-source', keys: 'mod+F', group: 'reading' },
  { name: 'find-next', keys: 'F3', group: 'reading' },
  { name: 'find-previous', keys: 'Shift+F3', group: 'reading' },
  { name: 'make-quote', keys: 'Q', group: 'reading' },
  { name: 'make-figure', keys: 'F', group: 'reading' },
  { name: 'make-event', keys: 'T', group: 'reading' },
  {
    name: 'toggle-suggestions',
    group: 'reading',
    run: () => {
      isPanelChosen.value = !isPanelShown.value
    },
    isAvailable: isReading,
  },
  {
    name: 'next-suggestion',
    keys: 'J',
    group: 'reading',
    run: () => walkSuggestions(1),
    isAvailable: hasSuggestion,
  },
  {
    name: 'previous-suggestion',
    keys: 'K',
    group: 'reading',
    run: () => walkSuggestions(-1),
    isAvailable: hasSuggestion,
  },
  { name: 'accept-suggestion', keys: 'A', group: 'reading', run: acceptCurrent, isAvailable: canDecide },
  { name: 'change-suggestion', keys: 'E', group: 'reading', run: changeCurrent, isAvailable: canDecide },
  { name: 'refuse-suggestion', keys: 'R', group: 'reading', run: refuseCurrent, isAvailable: canDecide },
  {
    name: 'accept-all-suggestions',
    keys: 'Shift+A',
    group: 'reading',
    run: () => acceptAll(shownKind.value),
    isAvailable: canDecide,
  },
  { name: 'take-back-decision', keys: 'U', group: 'reading', run: takeBackLast, isAvailable: canMark },
  {
    name: 'bring-back-refused',
    group: 'reading',
    run: bringBackRefused,
    isAvailable: () => canMark() && openSource.value?.refused.length !== 0,
  },
  {
    name: 'more-like-source',
    group: 'reading',
    run: withSource(({ id }) => searchLike(id)),
    isAvailable: isReading,
  },
  { name: 'edit-source', group: 'reading', run: withSource(startTextEdit), isAvailable: canMark },
  { name: 'delete-source', group: 'reading', run: withSource(deleteSource), isAvailable: canMark },
  { name: 'open-evidence', keys: 'Enter', group: 'lists' },
  { name: 'save-evidence', keys: 'mod+Enter', group: 'lists' },
  { name: 'leave-form', keys: 'Esc', group: 'lists' },
  { name: 'select-row', keys: 'Space', group: 'lists' },
  { name: 'extend-rows', keys: 'Shift+↓', group: 'lists' },
  { name: 'select-all-rows', keys: 'mod+A', group: 'lists' },
  { name: 'delete-row', keys: 'Delete', group: 'lists' },
  { name: 'show-menu', keys: 'Shift+F10', group: 'lists' },
]

function withSource(run: (source: Source) => unknown): () => unknown {
  return () => openSource.value && run(openSource.value)
}
