// What can be done in the search room.
import { toggleSaved } from '../search/search-actions.ts'
import { searchQuery } from '../search/search-state.ts'
import { isReadOnly, room } from '../state/desk.ts'
import type { Command } from './command.ts'

const canSave = () => room.value === 'search' && searchQuery.value.trim() !== '' && !isReadOnly.value

export const searching: readonly Command[] = [
  { name: 'open-found', keys: 'Enter', group: 'searching' },
  { name: 'open-found-in-tab', keys: 'mod+Enter', group: 'searching' },
  { name: 'open-found-beside', keys: 'Alt+Enter', group: 'searching' },
  { name: 'save-search', keys: 'mod+D', group: 'searching', run: toggleSaved, isAvailable: canSave },
  { name: 'clear-search', keys: 'Esc', group: 'searching' },
]
