// Opening what was found, at the place where it was found.
import type { SearchHit } from '../../shared/search/search-answers.ts'
import { focusWork, focusWorkIfLost } from '../app/focus-work.ts'
import { openBeside } from '../beside/beside-actions.ts'
import type { OpenMenu } from '../context-menu/menu-state.ts'
import { menuOfBrief, menuOfEvidence, menuOfLinked, menuOfSource } from '../context-menu/record-menus.ts'
import { shownWords } from '../editor/words-to-show.ts'
import { showInSource } from '../evidence/evidence-actions.ts'
import { itemOf } from '../palette/record-items.ts'
import { goTo } from '../places/go-to.ts'
import type { Place } from '../places/trail.ts'
import { wordsToFind } from '../sources/find-state.ts'
import { lists, openBrief } from '../state/desk.ts'
import { evidenceItemOf, withRecord } from '../state/lists.ts'
import { openInTab } from '../tabs/tab-actions.ts'
import { wordsToMark } from './marked-words.ts'
import { searchAnswer, settleQuery } from './search-state.ts'

/** Here, in a tab of its own, or beside the brief that is open. */
export type Where = 'here' | 'tab' | 'beside'

const roomOf = {
  briefs: 'briefs',
  sources: 'sources',
  quotes: 'evidence',
  figures: 'evidence',
  events: 'evidence',
  people: 'people',
} as const satisfies Record<SearchHit['collection'], Place['room']>

/** Opens a record; what has no place beside a brief is not opened there. */
export function openHit(hit: SearchHit, where: Where): void {
  if (where === 'beside' && !canOpenBeside(hit)) return
  settleQuery()
  // A place to come back to, before one is on the way to the next.
  queueMicrotask(() => open(hit, where))
}

function open(hit: SearchHit, where: Where): void {
  putIntoLists(hit)
  askForWords(hit)
  const { collection, record } = hit
  const place: Place = { room: roomOf[collection], open: record.id }
  if (where === 'tab') openInTab(place)
  else if (where === 'beside') besideOf(hit)?.()
  else if (collection === 'briefs' || collection === 'sources') goTo(place, focusWork)
  else if (collection !== 'people' && record.anchor) void showInSource(record.id).then(focusWorkIfLost)
  else {
    itemOf(hit).run()
    focusWorkIfLost()
  }
}

/** After the start a record can be found before the lists are whole, from which its room opens it. */
function putIntoLists({ collection, record }: SearchHit): void {
  const isListed = lists.peek()[collection].some(({ id }) => id === record.id)
  if (!isListed) lists.value = withRecord(lists.peek(), collection, record)
}

function canOpenBeside(hit: SearchHit): boolean {
  return openBrief.value !== null && besideOf(hit) !== undefined
}

/** What its row in any list offers. */
export function menuOfHit(hit: SearchHit): Pick<OpenMenu, 'label' | 'groups'> | null {
  if (hit.collection === 'briefs') return menuOfBrief(hit.record)
  if (hit.collection === 'sources') return menuOfSource(hit.record)
  if (hit.collection === 'people') return menuOfLinked(hit.record.id)
  return menuOfEvidence(evidenceItemOf(hit))
}

function besideOf(hit: SearchHit): (() => void) | undefined {
  const { collection, record } = hit
  return collection === 'sources' ? () => openBeside(record.id) : itemOf(hit).runBeside
}

/** The room that opens it takes the words up once the text is on the screen. */
function askForWords({ collection, record, excerpt, place }: SearchHit): void {
  shownWords.value = null
  wordsToFind.value = null
  if (place === null) return
  const found = excerpt.find(({ isFound }) => isFound)?.text ?? null
  if (collection === 'briefs') shownWords.value = { brief: record.id, place, words: found }
  if (collection !== 'sources' || found === null) return
  const { words, readAs } = searchAnswer.peek() ?? { words: [], readAs: [] }
  const typed = words.filter(word => !readAs.some(each => each.typed === word)).join(' ')
  // As they stand in the text besides, which may have accents that nobody types.
  wordsToFind.value = {
    source: record.id,
    typed,
    words: wordsToMark({ excerpt }, words),
    from: place.start,
  }
}
