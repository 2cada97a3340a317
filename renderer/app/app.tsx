import { BackupsDialog } from '../backups/backups-dialog.tsx'
import { BriefsRoom } from '../briefs/briefs-room.tsx'
import { NewBriefDialog } from '../briefs/new-brief-dialog.tsx'
import { isCalm } from '../calm/calm-state.ts'
import { CaptureProgress } from '../capture/capture-progress.tsx'
import { DropTarget } from '../capture/drop-target.tsx'
import { PasteDialog } from '../capture/paste-dialog.tsx'
import { RulesDialog } from '../checks/rules-dialog.tsx'
import { ContextMenu } from '../context-menu/context-menu.tsx'
import { EvidenceRoom } from '../evidence/evidence-room.tsx'
import { ImportedDialog } from '../exchange/imported-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { ExportPanel } from '../export/export-panel.tsx'
import { DraftsBanner, DraftsDialog } from '../history/drafts-dialog.tsx'
import { HistoryDialog } from '../history/history-dialog.tsx'
import { ChangesDialog } from '../issuing/changes-dialog.tsx'
import { DecisionDialog } from '../issuing/decision-dialog.tsx'
import { IssueDialog } from '../issuing/issue-dialog.tsx'
import { IssuedDialog } from '../issuing/issued-dialog.tsx'
import { MeasuresRoom } from '../measures/measures-room.tsx'
import { PaletteDialog } from '../palette/palette-dialog.tsx'
import { PassphraseDialog } from '../passphrase/passphrase-dialog.tsx'
import { MergeDialog } from '../people/merge-dialog.tsx'
import { PeopleRoom } from '../people/people-room.tsx'
import { PersonDialog } from '../people/person-dialog.tsx'
import { PreferencesDialog } from '../preferences/preferences-dialog.tsx'
import { RecoveryDialog } from '../recovery/recovery-dialog.tsx'
import { SearchRoom } from '../search/search-room.tsx'
import { SourcesRoom } from '../sources/sources-room.tsx'
import { openDialog, room } from '../state/desk.ts'
import { TabStrip } from '../tabs/tab-strip.tsx'
import { TemplatesDialog } from '../templates/templates-dialog.tsx'
import { TimelineRoom } from '../timeline/timeline-room.tsx'
import { TrashRoom } from '../trash/trash-room.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LibraryBanner, NoticeList } from './notices.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import { Rail } from './rail.tsx'
import { StatusLine } from './status-line.tsx'

/** The whole window. */
export function App() {
  return (
    <div class="window" data-calm={isCalm.value}>
      {!isCalm.value && <Rail />}
      <div class="stage">
        {!isCalm.value && <TabStrip />}
        <LibraryBanner />
        <DraftsBanner />
        {room.value === 'search' && <SearchRoom />}
        {room.value === 'briefs' && <BriefsRoom />}
        {room.value === 'sources' && <SourcesRoom />}
        {room.value === 'evidence' && <EvidenceRoom />}
        {room.value === 'timeline' && <TimelineRoom />}
        {room.value === 'people' && <PeopleRoom />}
        {room.value === 'measures' && <MeasuresRoom />}
        {room.value === 'trash' && <TrashRoom />}
        <CaptureProgress />
        <StatusLine />
      </div>
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
      <QuestionDialog />
      <NoticeList />
      <ExportPanel />
      <DropTarget />
      <ContextMenu />
    </div>
  )
}
