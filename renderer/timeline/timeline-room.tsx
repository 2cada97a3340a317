import { useEffect } from 'preact/hooks'
import { keysOf } from '../app/commands.ts'
import { showRoom } from '../commands/everywhere.ts'
import { Inspector } from '../evidence/inspector.tsx'
import { areListsWhole, evidenceForm, isReadOnly, lists, openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { Empty } from '../ui/empty.tsx'
import { strings } from '../ui/strings.ts'
import { ExampleDates } from './example-dates.tsx'
import { roomKey } from './room-keys.ts'
import {
  canInsertTimeline,
  copyTimeline,
  insertTimeline,
  showAllTime,
  showToday,
  startEvent,
  zoomIn,
  zoomOut,
} from './timeline-actions.ts'
import { clearFilter, TimelineFilters } from './timeline-filters.tsx'
import { TimelineList } from './timeline-list.tsx'
import { TimelineMap } from './timeline-map.tsx'
import { pointedStop, TimelineStage } from './timeline-stage.tsx'
import { isTimelineList, now, shownEvents, timedEvents, wallClock } from './timeline-state.ts'
import { nameOfStop } from './timeline-words.ts'
import { WhereOneIs } from './where-one-is.tsx'

const minute = 60_000

/** All events in time, as a picture or as a list. */
export function TimelineRoom() {
  useEffect(() => {
    now.value = wallClock()
    const clock = setInterval(() => {
      now.value = wallClock()
    }, minute)
    window.addEventListener('keydown', roomKey)
    return () => {
      clearInterval(clock)
      window.removeEventListener('keydown', roomKey)
    }
  }, [])
  const isEmpty = lists.value.events.length === 0 && areListsWhole.value
  return (
    <div class="room">
      <main class="work timeline-room">{isEmpty ? <Nothing /> : <Timeline />}</main>
      {evidenceForm.value && <Inspector />}
    </div>
  )
}

function Nothing() {
  const texts = strings.timeline
  return (
    <div class="timeline-empty">
      <Empty level={1} title={texts.emptyTitle} text={texts.emptyText}>
        <Button label={texts.goToSources} icon="sources" look="strong" onPress={() => showRoom('sources')} />
        <Button
          label={texts.newEvent}
          icon="plus"
          keys={keysOf('add-event')}
          isDisabled={isReadOnly.value}
          onPress={startEvent}
        />
      </Empty>
      <ExampleDates />
    </div>
  )
}

function Timeline() {
  const texts = strings.timeline
  const isList = isTimelineList.value
  return (
    <>
      <header class="timeline-head">
        <h1>{strings.rooms.timeline}</h1>
        {!isList && <WhereOneIs />}
        <span class="timeline-gap" />
        <Button
          label={texts.copy}
          icon="copy"
          look="quiet"
          tip={texts.copyTip}
          onPress={() => void copyTimeline()}
        />
        {canInsertTimeline() && (
          <Button
            label={texts.insert(openBrief.value?.title ?? '')}
            icon="insert"
            look="quiet"
            onPress={insertTimeline}
          />
        )}
        <Button
          label={texts.newEvent}
          icon="plus"
          look="quiet"
          tip={keysOf('add-event')}
          isDisabled={isReadOnly.value}
          onPress={startEvent}
        />
      </header>
      <div class="timeline-bar">
        <TimelineFilters />
        <fieldset class="segments" aria-label={texts.look}>
          {([false, true] as const).map(each => (
            <button
              key={String(each)}
              type="button"
              class="segment"
              aria-pressed={isList === each}
              onClick={() => {
                isTimelineList.value = each
              }}
            >
              {each ? texts.looks.list : texts.looks.picture}
            </button>
          ))}
        </fieldset>
      </div>
      <Shown />
    </>
  )
}

/** What fits, as it was asked for. */
function Shown() {
  const texts = strings.timeline
  // What is not read yet is not missing.
  if (lists.value.events.length === 0) return null
  if (shownEvents.value.length === 0) {
    return (
      <div class="timeline-none" role="status">
        <p>{texts.noneFits}</p>
        <Button label={texts.clearFilter} onPress={clearFilter} />
      </div>
    )
  }
  if (isTimelineList.value) return <TimelineList />
  if (timedEvents.value.length === 0) return <p class="timeline-none">{texts.noneDated}</p>
  return (
    <>
      <TimelineStage />
      <TimelineMap />
      <p id="timeline-hint" class="spoken">
        {texts.pictureHint}
      </p>
      <footer class="timeline-foot">
        <Readout />
        <span class="timeline-gap" />
        <Button label={texts.zoomOut} icon="minus" look="quiet" isIconOnly keys="−" onPress={zoomOut} />
        <Button label={texts.zoomIn} icon="plus" look="quiet" isIconOnly keys="+" onPress={zoomIn} />
        <Button label={texts.all} look="quiet" tip="0" onPress={showAllTime} />
        <Button label={texts.today} look="quiet" tip="T" onPress={showToday} />
      </footer>
    </>
  )
}

/** What is pointed at in words, else how many cannot be drawn. */
function Readout() {
  const texts = strings.timeline
  const stop = pointedStop.value
  const undated = shownEvents.value.length - timedEvents.value.length
  if (!stop) return <p class="timeline-readout">{undated > 0 && texts.undatedCount(undated)}</p>
  if (stop.is === 'column')
    return (
      <p class="timeline-readout" aria-hidden="true">
        {nameOfStop(stop)}
      </p>
    )
  const { event, standing } = stop.timed
  return (
    <p class="timeline-readout" aria-hidden="true">
      <strong>{dateInWords(event.when)}</strong> {event.title}
      <span class={`timeline-${standing}`}> {texts.standings[standing]}</span>
    </p>
  )
}
