import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/contrast.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/search.css'
import './app.css'
import './keys.css'
import './opening.css'
import '../briefs/briefs.css'
import '../beside/beside.css'
import '../checks/checks.css'
import '../checks/answer.css'
import '../checks/rules.css'
import '../sources/sources.css'
import '../sources/reading.css'
import '../sources/reading-tools.css'
import '../calm/calm.css'
import '../capture/capture.css'
import '../context-menu/context-menu.css'
import '../suggestions/suggestions.css'
import '../evidence/evidence.css'
import '../board/board.css'
import '../board/board-cards.css'
import '../board/selection.css'
import '../backlinks/backlinks.css'
import '../exchange/exchange.css'
import '../export/export.css'
import '../history/history.css'
import '../issuing/changes.css'
import '../issuing/decision.css'
import '../issuing/issuing.css'
import '../measures/measures.css'
import '../outline/outline.css'
import '../paged-view/paged-view.css'
import '../palette/palette.css'
import '../panes/panes.css'
import '../people/people.css'
import '../preferences/preferences.css'
import '../search/search.css'
import '../tabs/tabs.css'
import '../templates/templates.css'
import '../timeline/timeline.css'
import '../trash/trash.css'
import '../backups/backups.css'
import '../recovery/recovery.css'
import '../passphrase/passphrase.css'
import { render } from 'preact'
import { backupFailed, backupProgressed, tellRestored } from '../backups/backup-actions.ts'
import { isSourceBeside } from '../beside/beside-state.ts'
import { onNotice } from '../bridge/bridge.ts'
import { openBriefById, saves } from '../briefs/brief-actions.ts'
import { captureProgressed } from '../capture/capture-state.ts'
import { openNamedFiles } from '../capture/named-files.ts'
import { listenForMenuKey } from '../context-menu/menu-key.ts'
import { openBriefsUnderDrags } from '../evidence/drag-to-brief.ts'
import { loadFinder } from '../evidence/evidence-actions.ts'
import { exportProgressed } from '../export/export-brief.ts'
import { listenForFailures } from '../failures/failures.ts'
import { readDrafts } from '../history/draft-actions.ts'
import { takeInChange } from '../history/outside-changes.ts'
import { issueProgressed } from '../issuing/issue-brief.ts'
import { followPaneSizes } from '../panes/pane-sizes.ts'
import { passphraseProgressed, readPassphrase } from '../passphrase/passphrase-actions.ts'
import { followPlaces } from '../places/going-back.ts'
import { deskChoice, keepDesk, recallDesk, recallSource } from '../places/kept-desk.ts'
import { keepRecentMenu, openRecent } from '../places/recent-menu.ts'
import { followPreferences } from '../preferences/preferences-actions.ts'
import { readPreferences } from '../preferences/preferences-state.ts'
import { searchProgressed } from '../search/search-state.ts'
import { isBriefOnItsWay, room, windowWidth } from '../state/desk.ts'
import { recallKept } from '../state/kept.ts'
import { readFirst, readLibrary, readLinked } from '../state/library-actions.ts'
import { tell } from '../state/notices.ts'
import { refreshTemplates } from '../state/templates.ts'
import { openingFound } from '../suggestions/suggestion-actions.ts'
import { followTabs, recallTab } from '../tabs/tab-actions.ts'
import { App } from './app.tsx'
import { closeWindow } from './close-window.ts'
import { runMenuCommand } from './commands.ts'
import { loadDesk, loadRest, otherRooms } from './later.ts'
import { followOpening } from './opening-screen.tsx'
import { loadOnDemand } from './parts-on-demand.ts'
import { listenForWindowKeys } from './window-keys.ts'

async function start(): Promise<void> {
  performance.mark('window-ready')
  listenForFailures()
  onNotice('menu.chosen', runMenuCommand)
  onNotice('export.progressed', exportProgressed)
  onNotice('export.progressed', issueProgressed)
  onNotice('capture.progressed', captureProgressed)
  onNotice('window.closing', () => void closeWindow())
  onNotice('record.changed', takeInChange)
  onNotice('library.checked', ({ problem }) => {
    if (problem !== null) tell('problem', problem)
    void readLibrary()
  })
  onNotice('backup.failed', backupFailed)
  onNotice('backup.progressed', backupProgressed)
  onNotice('source.suggested', openingFound)
  onNotice('passphrase.progressed', passphraseProgressed)
  onNotice('recent.chosen', openRecent)
  onNotice('search.progressed', searchProgressed)

  followPreferences()
  windowWidth.value = window.innerWidth
  window.addEventListener('resize', () => {
    windowWidth.value = window.innerWidth
  })
  window.addEventListener('blur', () => void saves.flush())
  document.addEventListener('visibilitychange', () => void saves.flush())
  window.addEventListener('pagehide', () => saves.sendAtOnce())

  const place = document.getElementById('app')
  if (!place) return
  const isOpen = followOpening(place)
  const [{ newest, isLocked }, choices] = await Promise.all([readFirst(), recallKept()])
  isOpen()
  followPaneSizes()
  if (isLocked) {
    const [{ UnlockScreen }] = await Promise.all([
      import('../passphrase/unlock-screen.tsx'),
      readPassphrase(),
    ])
    render(<UnlockScreen />, place)
    return
  }
  loadOnDemand()
  listenForWindowKeys()
  listenForMenuKey()
  openBriefsUnderDrags()
  // Whoever comes back from another editor finds what was changed there.
  window.addEventListener('focus', () => void refreshTemplates())
  const first = (await recallDesk(choices[deskChoice])) ?? newest
  isBriefOnItsWay.value = first !== null
  if (room.value !== 'briefs') await otherRooms.load().catch(isToldOnDemand)
  render(<App />, place)
  // A dialog may be asked for before the brief is there, or where it never comes.
  void markNextFrame('first-list').then(() => setTimeout(() => void loadRest().then(loadFinder)))
  const isSourceInSight = room.value === 'sources' || isSourceBeside.value
  await Promise.all([
    ...(first === null ? [] : [loadDesk().catch(isToldOnDemand), openBriefById(first), readLinked(first)]),
    ...(isSourceInSight ? [recallSource()] : []),
  ])
  isBriefOnItsWay.value = false
  followPlaces()
  followTabs()
  await markNextFrame('ready-to-type')
  // What can wait, until that frame is on the screen.
  setTimeout(() => {
    void recallSource().then(keepDesk)
    void Promise.all([readLibrary(), readPreferences(), readDrafts(), tellRestored()]).then(() => {
      recallTab()
      onNotice('file.named', () => void openNamedFiles())
      void openNamedFiles()
    })
    keepRecentMenu()
  })
}

/** What is shown is loaded on demand as well, which tells of a failure: here it must only stop nothing. */
function isToldOnDemand(): void {}

/** Read by the bench: the frame after this one shows what was drawn, and takes keys. */
function markNextFrame(name: string): Promise<void> {
  return new Promise(done => {
    requestAnimationFrame(() => {
      performance.mark(name)
      done()
    })
  })
}

void start()
