// The timeline as a list: the same events in words, under the month or the year that they begin in.

import { computed } from '@preact/signals'
import { firstDay, lastDay, monthOf, yearOf } from '../../shared/dates/edtf-days.ts'
import type { Event } from '../../shared/model/records.ts'
import { timelineRow } from '../../shared/timeline/timeline-rows.ts'
import { deleteEvidence, openEvidence } from '../evidence/evidence-actions.ts'
import { evidenceForm, isReadOnly, lists } from '../state/desk.ts'
import { recordOf } from '../state/lists.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { RowList } from '../ui/row-list.tsx'
import { strings } from '../ui/strings.ts'
import { atEvent, shownEvents, today } from './timeline-state.ts'

type Row = { id: string; event: Event; group: string }

/** What is of no one month stands before the months of its year, what has no known day after everything. */
const rows = computed(() =>
  shownEvents.value
    .map((event): Row => ({ id: event.id, event, group: groupOf(event) }))
    .sort((one, other) => (one.group === other.group ? 0 : one.group < other.group ? -1 : 1)),
)

const undated = '~'

/** The events as rows, in their order. */
export function TimelineList() {
  return (
    <div class="timeline-list">
      <RowList
        label={strings.timeline.list}
        rows={rows.value}
        currentId={evidenceForm.value?.id ?? atEvent.value}
        isCurrentKept
        rowClass="timeline-row"
        headOf={headOf}
        onOpen={({ id }) => {
          atEvent.value = id
          openEvidence(id)
        }}
        onDelete={
          isReadOnly.value ? undefined : ({ event }) => void deleteEvidence({ kind: 'event', record: event })
        }
      >
        {({ event }) => <EventRow event={event} />}
      </RowList>
    </div>
  )
}

/** `2025-05`; `2025` where it is of no one month. */
function groupOf({ when }: Event): string {
  const [first, last] = [firstDay(when), lastDay(when)]
  const known = first ?? last
  if (!known) return undated
  return first && last && first.until(last).total('days') > 31 ? yearOf(known) : monthOf(known)
}

/** What stands above a row, where another group begins. */
function headOf(row: Row, before: Row | undefined): string | null {
  if (before?.group === row.group) return null
  return row.group === undated ? strings.timeline.undated : dateInWords(row.group)
}

function EventRow({ event }: { event: Event }) {
  const { title, standing, details } = timelineRow(event, today.value)
  const source = event.anchor && recordOf(lists.value.sources, event.anchor.source)
  return (
    <>
      <span class="timeline-row-when">{dateInWords(event.when)}</span>
      <span class="timeline-row-words">
        <span>{title}</span>
        {details !== '' && <span class="row-detail">{details}</span>}
      </span>
      <span class={`timeline-row-standing timeline-${standing}`}>
        {strings.timeline.standingChoices[standing]}
      </span>
      <span class="timeline-row-source">{source?.title ?? strings.timeline.noSource}</span>
    </>
  )
}
