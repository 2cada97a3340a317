import { EvidenceRoom } from '../evidence/evidence-room.tsx'
import { MeasuresRoom } from '../measures/measures-room.tsx'
import { PeopleRoom } from '../people/people-room.tsx'
import { SearchRoom } from '../search/search-room.tsx'
import { SourcesRoom } from '../sources/sources-room.tsx'
import { room } from '../state/desk.ts'
import { TimelineRoom } from '../timeline/timeline-room.tsx'
import { TrashRoom } from '../trash/trash-room.tsx'

/** The room one is in, where it is not that of the briefs. */
export function OtherRoom() {
  return (
    <>
      {room.value === 'search' && <SearchRoom />}
      {room.value === 'sources' && <SourcesRoom />}
      {room.value === 'evidence' && <EvidenceRoom />}
      {room.value === 'timeline' && <TimelineRoom />}
      {room.value === 'people' && <PeopleRoom />}
      {room.value === 'measures' && <MeasuresRoom />}
      {room.value === 'trash' && <TrashRoom />}
    </>
  )
}
