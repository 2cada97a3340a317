// What can be done wherever one is: making, taking in, going about, and the library as a whole.
import { showBackups } from '../backups/backup-actions.ts'
import { importSources } from '../capture/take-in.ts'
import { showRules } from '../checks/rules-actions.ts'
import { startLooseEvidence } from '../evidence/evidence-actions.ts'
import { exportLibrary, importLibrary, importNotes, takeSample } from '../exchange/exchange-actions.ts'
import { openBriefFromPdf } from '../exchange/open-brief.ts'
import { showHistory } from '../history/history-actions.ts'
import { showPalette } from '../palette/palette-state.ts'
import { lockLibrary, showPassphrase } from '../passphrase/passphrase-actions.ts'
import { startPerson } from '../people/person-actions.ts'
import { canGoBack, canGoForward, goBack, goForward } from '../places/going-back.ts'
import { showPreferences } from '../preferences/preferences-actions.ts'
import { showRecovery } from '../recovery/recovery-actions.ts'
import { rebuildSearch, showSearch } from '../search/search-actions.ts'
import { toggleSpelling } from '../spelling/spelling.ts'
import {
  evidenceForm,
  isReadOnly,
  type OpenDialog,
  openBrief,
  openDialog,
  openSource,
  type Room,
  room,
} from '../state/desk.ts'
import type { EvidenceKind } from '../state/lists.ts'
import { closeFrontTab, hasTabs, newTab, stepTab } from '../tabs/tab-actions.ts'
import { showTemplates } from '../templates/template-actions.ts'
import type { Command } from './command.ts'

const isWritable = () => !isReadOnly.value

export const everywhere: readonly Command[] = [
  { name: 'show-palette', group: 'everywhere', run: showPalette },
  { name: 'new-brief', group: 'everywhere', run: () => show('new-brief'), isAvailable: isWritable },
  { name: 'open-brief', group: 'everywhere', run: openBriefFromPdf },
  { name: 'import-source', group: 'everywhere', run: importSources, isAvailable: isWritable },
  {
    name: 'paste-source',
    keys: 'mod+V',
    group: 'everywhere',
    run: () => show('paste-source'),
    isAvailable: isWritable,
  },
  { name: 'new-quote', group: 'everywhere', run: () => startEvidence('quote'), isAvailable: isWritable },
  { name: 'new-figure', group: 'everywhere', run: () => startEvidence('figure'), isAvailable: isWritable },
  { name: 'new-event', group: 'everywhere', run: () => startEvidence('event'), isAvailable: isWritable },
  { name: 'new-person', group: 'everywhere', run: startPerson, isAvailable: isWritable },
  { name: 'go-back', group: 'everywhere', run: goBack, isAvailable: canGoBack },
  { name: 'go-forward', group: 'everywhere', run: goForward, isAvailable: canGoForward },
  { name: 'new-tab', group: 'everywhere', run: newTab },
  { name: 'close-tab', group: 'everywhere', run: closeTabOrWindow, isAvailable: () => hasTabs() || isMac },
  { name: 'next-tab', group: 'everywhere', run: () => stepTab(1), isAvailable: hasTabs },
  { name: 'previous-tab', group: 'everywhere', run: () => stepTab(-1), isAvailable: hasTabs },
  { name: 'show-search', group: 'everywhere', run: showSearch },
  { name: 'rebuild-search', group: 'everywhere', run: rebuildSearch, isAvailable: isWritable },
  { name: 'show-briefs', group: 'everywhere', run: () => showRoom('briefs') },
  { name: 'show-sources', group: 'everywhere', run: () => showRoom('sources') },
  { name: 'show-evidence', group: 'everywhere', run: () => showRoom('evidence') },
  { name: 'show-timeline', group: 'everywhere', run: () => showRoom('timeline') },
  { name: 'show-people', group: 'everywhere', run: () => showRoom('people') },
  { name: 'show-measures', group: 'everywhere', run: () => showRoom('measures') },
  { name: 'show-trash', group: 'everywhere', run: () => showRoom('trash') },
  {
    name: 'show-history',
    group: 'everywhere',
    run: () => {
      const id = openRecord()
      if (id) void showHistory(id)
    },
    isAvailable: () => openRecord() !== null,
  },
  { name: 'show-templates', group: 'everywhere', run: showTemplates },
  { name: 'show-rules', group: 'everywhere', run: showRules },
  { name: 'toggle-spelling', group: 'everywhere', run: toggleSpelling },
  { name: 'show-backups', group: 'everywhere', run: showBackups },
  { name: 'show-recovery', group: 'everywhere', run: showRecovery },
  { name: 'export-library', group: 'everywhere', run: exportLibrary },
  { name: 'import-library', group: 'everywhere', run: importLibrary, isAvailable: isWritable },
  { name: 'import-notes', group: 'everywhere', run: importNotes, isAvailable: isWritable },
  { name: 'take-sample', group: 'everywhere', run: takeSample, isAvailable: isWritable },
  { name: 'show-passphrase', group: 'everywhere', run: showPassphrase },
  { name: 'lock-library', group: 'everywhere', run: lockLibrary },
  { name: 'show-preferences', group: 'everywhere', run: showPreferences },
  { name: 'show-keys', group: 'everywhere', run: () => show('keys') },
  { name: 'show-about', group: 'everywhere', run: () => show('about') },
]

const isMac = navigator.platform.startsWith('Mac')

/** A Mac's window closes by the same keys once one tab is left. */
function closeTabOrWindow(): void {
  if (hasTabs()) closeFrontTab()
  else window.close()
}

export function showRoom(next: Room): void {
  room.value = next
}

function show(dialog: OpenDialog): void {
  openDialog.value = dialog
}

/** Where the form of a new piece of evidence can be seen. */
function startEvidence(kind: EvidenceKind): void {
  showRoom('evidence')
  startLooseEvidence(kind)
}

/** What is open in the room one is in, and has versions. */
function openRecord(): string | null {
  const open = room.value === 'sources' ? openSource.value : openBrief.value
  return evidenceForm.value?.id ?? open?.id ?? null
}
