import type { Backlink } from '../../shared/backlinks.ts'
import { openBriefById } from '../briefs/brief-actions.ts'
import { shownLine } from '../editor/line-to-show.ts'
import { leaveForm } from '../evidence/evidence-actions.ts'
import { openBrief, room } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { useBacklinks } from './live-uses.ts'

const mostShown = 50

/** Where a record is used: each place leads there. Folded where it stands above a text. */
export function UsedIn({ id, none, isFolded = false }: { id: string; none: string; isFolded?: boolean }) {
  const texts = strings.backlinks
  const uses = useBacklinks(id)
  if (uses === null) return null
  if (uses.length === 0) {
    return (
      <fieldset class="used-in" aria-label={texts.title}>
        <p class="used-in-none">{none}</p>
      </fieldset>
    )
  }
  const list = (
    <>
      <ul class="uses">
        {uses.slice(0, mostShown).map((use, index) => (
          <Use key={`${use.brief} ${index}`} use={use} />
        ))}
      </ul>
      {uses.length > mostShown && <p class="used-in-none">{texts.more(uses.length - mostShown)}</p>}
    </>
  )
  return (
    <fieldset class="used-in" aria-label={texts.title}>
      {isFolded ? (
        <details>
          <summary class="used-in-title">
            {texts.title} <span class="used-in-count">{texts.count(uses.length)}</span>
          </summary>
          {list}
        </details>
      ) : (
        <>
          <h3 class="used-in-title">
            {texts.title} <span class="used-in-count">{texts.count(uses.length)}</span>
          </h3>
          {list}
        </>
      )}
    </fieldset>
  )
}

function Use({ use }: { use: Backlink }) {
  const { sentence, words, title, line } = use
  return (
    <li>
      <button type="button" class="use" onClick={() => goTo(use)}>
        <span class="use-place">
          <span class="spoken">{strings.backlinks.goTo} </span>
          <span class="use-title">{title}</span> {strings.backlinks.line(line)}
        </span>
        <span class="use-sentence">
          {words.end - words.start < sentence.length ? (
            <>
              {opening(sentence.slice(0, words.start))}
              <mark>{sentence.slice(words.start, words.end)}</mark>
              {sentence.slice(words.end)}
            </>
          ) : (
            sentence
          )}
        </span>
      </button>
    </li>
  )
}

/** Only the last words before the reference, so that it is in sight however long the sentence. */
function opening(text: string): string {
  const most = 70
  return text.length > most ? `…${text.slice(-most).replace(/^\S*/, '')}` : text
}

function goTo({ brief, line }: Backlink): void {
  const go = async () => {
    await openBriefById(brief)
    if (openBrief.value?.id !== brief) return
    room.value = 'briefs'
    shownLine.value = { brief, line }
  }
  // Elsewhere the form would come along, and take the keys that belong in the text.
  if (room.value === 'briefs' && openBrief.value?.id === brief) void go()
  else leaveForm(() => void go())
}
