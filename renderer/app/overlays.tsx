import { BackupsDialog } from '../backups/backups-dialog.tsx'
import { NewBriefDialog } from '../briefs/new-brief-dialog.tsx'
import { PasteDialog } from '../capture/paste-dialog.tsx'
import { RulesDialog } from '../checks/rules-dialog.tsx'
import { ContextMenu } from '../context-menu/context-menu.tsx'
import { ImportedDialog } from '../exchange/imported-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { ExportPanel } from '../export/export-panel.tsx'
import { DraftsDialog } from '../history/drafts-dialog.tsx'
import { HistoryDialog } from '../history/history-dialog.tsx'
import { ChangesDialog } from '../issuing/changes-dialog.tsx'
import { DecisionDialog } from '../issuing/decision-dialog.tsx'
import { IssueDialog } from '../issuing/issue-dialog.tsx'
import { IssuedDialog } from '../issuing/issued-dialog.tsx'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import { PassphraseDialog } from '../passphrase/passphrase-dialog.tsx'
import { MergeDialog } from '../people/merge-dialog.tsx'
import { PersonDialog } from '../people/person-dialog.tsx'
import { PreferencesDialog } from '../preferences/preferences-dialog.tsx'
import { RecoveryDialog } from '../recovery/recovery-dialog.tsx'
import { openDialog } from '../state/desk.ts'
import { TemplatesDialog } from '../templates/templates-dialog.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'

/** The dialog that is open. */
export function OpenDialog() {
  return (
    <>
      {openDialog.value === 'new-brief' && <NewBriefDialog />}
      {openDialog.value === 'paste-source' && <PasteDialog />}
      {openDialog.value === 'palette' && <PaletteDialog />}
      {openDialog.value === 'keys' && <KeysDialog />}
      {openDialog.value === 'person' && <PersonDialog />}
      {openDialog.value === 'merge' && <MergeDialog />}
      {openDialog.value === 'export' && <ExportDialog />}
      {openDialog.value === 'about' && <AboutDialog />}
      {openDialog.value === 'history' && <HistoryDialog />}
      {openDialog.value === 'drafts' && <DraftsDialog />}
      {openDialog.value === 'backups' && <BackupsDialog />}
      {openDialog.value === 'recovery' && <RecoveryDialog />}
      {openDialog.value === 'passphrase' && <PassphraseDialog />}
      {openDialog.value === 'rules' && <RulesDialog />}
      {openDialog.value === 'preferences' && <PreferencesDialog />}
      {openDialog.value === 'templates' && <TemplatesDialog />}
      {openDialog.value === 'imported' && <ImportedDialog />}
      {openDialog.value === 'issue' && <IssueDialog />}
      {openDialog.value === 'issued' && <IssuedDialog />}
      {openDialog.value === 'changes' && <ChangesDialog />}
      {openDialog.value === 'decision' && <DecisionDialog />}
    </>
  )
}

/** What comes over the window without being asked for, or at the pointer. */
export function Panels() {
  return (
    <>
      <ExportPanel />
      <ContextMenu />
    </>
  )
}
