import { computed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { saves } from '../briefs/brief-actions.ts'
import { ChecksCount } from '../checks/checks-count.tsx'
import { LengthMeter } from '../checks/length-meter.tsx'
import { countWords } from '../editor/shown-record.ts'
import { description, lists, openBrief, room, saveState } from '../state/desk.ts'
import { pauseFor } from '../state/pause-for.ts'
import { strings } from '../ui/strings.ts'

/** Drawn from the very key that is not saved yet, and not with what waits for it to be painted (`ui/paint-first.ts`). */
const saveWord = computed(() =>
  saveState.value.is === 'saving' ? strings.status.saving : strings.status.saved,
)

/** The quiet line under the work: whether everything is saved, and how long the text is. */
export function StatusLine() {
  const state = saveState.value
  const written = room.value === 'briefs' ? openBrief.value : null
  const isWriting = written !== null
  return (
    <footer class="status-line">
      <div class="status-save" role="status" aria-label={strings.status.label}>
        {state.is === 'failed' ? (
          <span class="status-failed">{strings.status.notSaved(state.problem.message)}</span>
        ) : (
          isWriting && <span>{saveWord}</span>
        )}
      </div>
      {state.is === 'failed' && (
        <button type="button" class="status-retry" onClick={() => void saves.flush()}>
          {strings.actions.retry}
        </button>
      )}
      {!isWriting && description.value && (
        <span class="status-library" title={description.value.folder}>
          {description.value.name}
        </span>
      )}
      {isWriting && <ChecksCount />}
      {isWriting && <LengthMeter />}
      {written && <WordCount key={written.id} brief={written} />}
    </footer>
  )
}

function WordCount({ brief: { body } }: { brief: Brief }) {
  const records = lists.value
  const [words, setWords] = useState(() => countWords(body, records))
  useEffect(() => {
    const waiting = setTimeout(() => setWords(countWords(body, records)), pauseFor(body, 0))
    return () => clearTimeout(waiting)
  }, [body, records])
  return <span class="number">{strings.status.words(words)}</span>
}
