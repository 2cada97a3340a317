// Every command once: its name, its keys, what it does. Keys, menu and buttons all come here.
import type { Signal } from '@preact/signals'
import type { MenuCommand } from '../../shared/request-names.ts'
import { showBackups } from '../backups/backup-actions.ts'
import { isFocusMode, isTypewriterMode, toggleCalm } from '../calm/calm-state.ts'
import { importSources } from '../capture/take-in.ts'
import { toggleChecks } from '../checks/check-actions.ts'
import { showRules } from '../checks/rules-actions.ts'
import { isSmartTyping } from '../editor/smart-typing.ts'
import { exportLibrary, importLibrary, importNotes } from '../exchange/exchange-actions.ts'
import { openBriefFromPdf } from '../exchange/open-brief.ts'
import { copyBrief } from '../export/copy-brief.ts'
import { exportBrief } from '../export/export-brief.ts'
import { showExport } from '../export/export-choice.ts'
import { showHistory } from '../history/history-actions.ts'
import { showIssue } from '../issuing/issue-brief.ts'
import { showIssued } from '../issuing/issued-versions.ts'
import { toggleOutline } from '../outline/outline-state.ts'
import { togglePages, togglePreview } from '../paged-view/preview-look.ts'
import { lockLibrary, passphrase, showPassphrase } from '../passphrase/passphrase-actions.ts'
import { showPreferences } from '../preferences/preferences-actions.ts'
import { showRecovery } from '../recovery/recovery-actions.ts'
import { toggleSpelling } from '../spelling/spelling.ts'
import {
  evidenceForm,
  isReadOnly,
  openBrief,
  openDialog,
  openSource,
  type Room,
  room,
} from '../state/desk.ts'
import { showTemplates } from '../templates/template-actions.ts'
import type { strings } from '../ui/strings.ts'

export type CommandGroup = 'everywhere' | 'writing' | 'reading' | 'lists'
export type CommandName = keyof typeof strings.commands

/** `mod` stands for Cmd on a Mac and Ctrl elsewhere. */
export type Command = { name: CommandName; keys: string; group: CommandGroup }

/** In the order in which the list of keys shows them. */
export const commands: readonly Command[] = [
  { name: 'new-brief', keys: 'mod+N', group: 'everywhere' },
  { name: 'open-brief', keys: 'mod+O', group: 'everywhere' },
  { name: 'import-source', keys: 'mod+I', group: 'everywhere' },
  { name: 'paste-source', keys: 'mod+V', group: 'everywhere' },
  { name: 'export-brief', keys: 'mod+E', group: 'everywhere' },
  { name: 'export-as', keys: 'mod+Alt+E', group: 'everywhere' },
  { name: 'copy-brief', keys: 'mod+Shift+C', group: 'everywhere' },
  { name: 'issue-brief', keys: 'mod+Shift+E', group: 'everywhere' },
  { name: 'show-briefs', keys: 'mod+1', group: 'everywhere' },
  { name: 'show-sources', keys: 'mod+2', group: 'everywhere' },
  { name: 'show-evidence', keys: 'mod+3', group: 'everywhere' },
  { name: 'show-people', keys: 'mod+4', group: 'everywhere' },
  { name: 'show-measures', keys: 'mod+5', group: 'everywhere' },
  { name: 'show-trash', keys: 'mod+9', group: 'everywhere' },
  { name: 'show-history', keys: 'mod+Shift+H', group: 'everywhere' },
  { name: 'lock-library', keys: 'mod+Shift+L', group: 'everywhere' },
  { name: 'show-preferences', keys: 'mod+,', group: 'everywhere' },
  { name: 'show-keys', keys: 'F1', group: 'everywhere' },
  { name: 'link-evidence', keys: '@', group: 'writing' },
  { name: 'insert-block', keys: '/', group: 'writing' },
  { name: 'toggle-preview', keys: 'mod+Shift+P', group: 'writing' },
  { name: 'toggle-pages', keys: 'mod+Shift+O', group: 'writing' },
  { name: 'toggle-outline', keys: 'mod+Shift+T', group: 'writing' },
  { name: 'toggle-focus', keys: 'mod+Shift+D', group: 'writing' },
  { name: 'toggle-typewriter', keys: 'mod+Shift+Y', group: 'writing' },
  { name: 'toggle-calm', keys: 'mod+Shift+Enter', group: 'writing' },
  { name: 'toggle-checks', keys: 'mod+Shift+M', group: 'writing' },
  { name: 'next-finding', keys: 'F8', group: 'writing' },
  { name: 'previous-finding', keys: 'Shift+F8', group: 'writing' },
  { name: 'answer-finding', keys: 'mod+F8', group: 'writing' },
  { name: 'answer-in-list', keys: 'R', group: 'writing' },
  { name: 'correct-spelling', keys: 'mod+.', group: 'writing' },
  { name: 'next-prompt', keys: 'F9', group: 'writing' },
  { name: 'previous-prompt', keys: 'Shift+F9', group: 'writing' },
  { name: 'find-in-brief', keys: 'mod+F', group: 'writing' },
  { name: 'rename-brief', keys: 'F2', group: 'writing' },
  { name: 'show-reference', keys: 'Alt+I', group: 'writing' },
  { name: 'open-reference', keys: 'Alt+Enter', group: 'writing' },
  { name: 'move-caret', keys: '← → ↑ ↓', group: 'reading' },
  { name: 'extend-selection', keys: 'Shift+→', group: 'reading' },
  { name: 'find-in-source', keys: 'mod+F', group: 'reading' },
  { name: 'find-next', keys: 'F3', group: 'reading' },
  { name: 'find-previous', keys: 'Shift+F3', group: 'reading' },
  { name: 'make-quote', keys: 'Q', group: 'reading' },
  { name: 'make-figure', keys: 'F', group: 'reading' },
  { name: 'make-event', keys: 'T', group: 'reading' },
  { name: 'next-suggestion', keys: 'J', group: 'reading' },
  { name: 'previous-suggestion', keys: 'K', group: 'reading' },
  { name: 'accept-suggestion', keys: 'A', group: 'reading' },
  { name: 'change-suggestion', keys: 'E', group: 'reading' },
  { name: 'refuse-suggestion', keys: 'R', group: 'reading' },
  { name: 'accept-all-suggestions', keys: 'Shift+A', group: 'reading' },
  { name: 'take-back-decision', keys: 'U', group: 'reading' },
  { name: 'open-evidence', keys: 'Enter', group: 'lists' },
  { name: 'save-evidence', keys: 'mod+Enter', group: 'lists' },
  { name: 'leave-form', keys: 'Esc', group: 'lists' },
  { name: 'select-row', keys: 'Space', group: 'lists' },
  { name: 'extend-rows', keys: 'Shift+↓', group: 'lists' },
  { name: 'select-all-rows', keys: 'mod+A', group: 'lists' },
  { name: 'delete-row', keys: 'Delete', group: 'lists' },
]

const menuCommands: Record<MenuCommand, () => void> = {
  'new-brief': () => {
    if (!isReadOnly.value) openDialog.value = 'new-brief'
  },
  'open-brief': () => void openBriefFromPdf(),
  'import-source': () => {
    if (!isReadOnly.value) void importSources()
  },
  'export-brief': () => {
    if (openBrief.value) void exportBrief(openBrief.value)
  },
  'export-as': () => {
    if (openBrief.value) void showExport()
  },
  'copy-brief': () => {
    if (openBrief.value) void copyBrief(openBrief.value)
  },
  'issue-brief': () => void showIssue(),
  'show-issued': () => void showIssued(),
  'show-briefs': () => showRoom('briefs'),
  'show-sources': () => showRoom('sources'),
  'show-evidence': () => showRoom('evidence'),
  'show-people': () => showRoom('people'),
  'show-measures': () => showRoom('measures'),
  'show-trash': () => showRoom('trash'),
  'show-backups': () => void showBackups(),
  'show-recovery': () => void showRecovery(),
  'export-library': () => void exportLibrary(),
  'import-library': () => void importLibrary(),
  'import-notes': () => void importNotes(),
  'show-passphrase': () => void showPassphrase(),
  'lock-library': () => void lockLibrary(),
  'show-history': () => {
    const id =
      evidenceForm.value?.id ?? (room.value === 'sources' ? openSource.value?.id : openBrief.value?.id)
    if (id) void showHistory(id)
  },
  'toggle-preview': togglePreview,
  'toggle-pages': () => togglePages(),
  'toggle-checks': () => {
    if (openBrief.value) toggleChecks()
  },
  'toggle-spelling': () => toggleSpelling(),
  'toggle-outline': toggleOutline,
  'toggle-focus': () => flip(isFocusMode),
  'toggle-typewriter': () => flip(isTypewriterMode),
  'toggle-calm': toggleCalm,
  'toggle-smart-typing': () => flip(isSmartTyping),
  'show-rules': () => void showRules(),
  'show-templates': () => void showTemplates(),
  'show-preferences': () => void showPreferences(),
  'show-about': () => {
    openDialog.value = 'about'
  },
  'show-keys': () => {
    openDialog.value = 'keys'
  },
}

/** Does what an item of the menu says; the menu owns these keys, so the window never listens for them itself. */
export function runMenuCommand(command: MenuCommand): void {
  // Over a dialog the menu's keys still arrive, and a second one would bury the first.
  if (document.querySelector('dialog[open]') || passphrase.value?.state === 'locked') return
  menuCommands[command]()
}

function flip(choice: Signal<boolean>): void {
  choice.value = !choice.value
}

export function showRoom(next: Room): void {
  room.value = next
}

/** The keys of a command as this machine's keyboard has them: `⌘N` or `Ctrl+N`. */
export function keysOf(name: CommandName, isMac = navigator.platform.startsWith('Mac')): string {
  const keys = commands.find(command => command.name === name)?.keys ?? ''
  return isMac ? keys.replace('mod+', '⌘').replace('Shift+', '⇧') : keys.replace('mod', 'Ctrl')
}
