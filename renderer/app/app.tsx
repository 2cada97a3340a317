import { BriefsRoom } from '../briefs/briefs-room.tsx'
import { isCalm } from '../calm/calm-state.ts'
import { CaptureProgress } from '../capture/capture-progress.tsx'
import { DropTarget } from '../capture/drop-target.tsx'
import { DraftsBanner } from '../history/drafts-banner.tsx'
import { room } from '../state/desk.ts'
import { TabStrip } from '../tabs/tab-strip.tsx'
import { otherRooms, overlays } from './later.ts'
import { LibraryBanner, NoticeList } from './notices.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import { Rail } from './rail.tsx'
import { StatusLine } from './status-line.tsx'

/** The whole window. */
export function App() {
  const rooms = otherRooms.code.value
  const over = overlays.code.value
  return (
    <div class="window" data-calm={isCalm.value}>
      {!isCalm.value && <Rail />}
      <div class="stage">
        {!isCalm.value && <TabStrip />}
        <LibraryBanner />
        <DraftsBanner />
        {room.value === 'briefs' ? <BriefsRoom /> : rooms && <rooms.OtherRoom />}
        <CaptureProgress />
        <StatusLine />
      </div>
      {over && <over.OpenDialog />}
      <QuestionDialog />
      <NoticeList />
      {over && <over.Panels />}
      <DropTarget />
    </div>
  )
}
