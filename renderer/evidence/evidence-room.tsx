import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { showRoom } from '../commands/everywhere.ts'
import { areListsWhole, evidenceForm, isReadOnly, lists } from '../state/desk.ts'
import { fuzzyFilter } from '../state/fuzzy-match.ts'
import { type EvidenceItem, type EvidenceKind, evidenceOf } from '../state/lists.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { RowList } from '../ui/row-list.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { strings } from '../ui/strings.ts'
import { deleteEvidence, openEvidence, showInSource, startLooseEvidence } from './evidence-actions.ts'
import { dateOf, detailOf, headOf, searchTextOf } from './evidence-words.ts'
import { Inspector } from './inspector.tsx'
import { orphans, readOrphans } from './orphans.ts'

const kinds: readonly EvidenceKind[] = ['quote', 'figure', 'event']
const plurals = { quote: 'quotes', figure: 'figures', event: 'events' } as const

/** Kept while one is in another room. */
const shownKind = signal<EvidenceKind | null>(null)
const query = signal('')

/** All quotes, figures and events on one board. */
export function EvidenceRoom() {
  const texts = strings.evidence
  const all = evidenceOf(lists.value)
  useEffect(() => void readOrphans(), [])
  return (
    <div class="room">
      <main class="work board">
        <header class="board-head">
          <h1>{strings.rooms.evidence}</h1>
          <NewEvidence />
        </header>
        {all.length === 0 && areListsWhole.value ? (
          <Empty title={texts.emptyTitle} text={texts.emptyText}>
            <Button
              label={texts.goToSources}
              icon="sources"
              look="strong"
              onPress={() => showRoom('sources')}
            />
          </Empty>
        ) : (
          <Board all={all} />
        )}
      </main>
      {evidenceForm.value && <Inspector />}
    </div>
  )
}

function Board({ all }: { all: readonly EvidenceItem[] }) {
  const texts = strings.evidence
  const ofKind = all.filter(item => shownKind.value === null || item.kind === shownKind.value)
  const found = fuzzyFilter(query.value, ofKind, searchTextOf)
  const rows = found.map(item => ({ id: item.record.id, item }))
  const count = (kind: EvidenceKind | null) => all.filter(item => kind === null || item.kind === kind).length
  return (
    <>
      <div class="board-filters">
        <fieldset class="segments" aria-label={texts.filter}>
          {[null, ...kinds].map(kind => (
            <button
              key={kind ?? 'all'}
              type="button"
              class="segment"
              aria-pressed={shownKind.value === kind}
              onClick={() => {
                shownKind.value = kind
              }}
            >
              {kind ? strings.kinds[plurals[kind]] : texts.all}{' '}
              <span class="segment-count number">{count(kind)}</span>
            </button>
          ))}
        </fieldset>
        <SearchField label={texts.search} query={query} />
      </div>
      {rows.length === 0 && (
        <p class="board-none" role="status">
          {query.value ? texts.noneFound(query.value) : texts.noneOfKind}
        </p>
      )}
      <RowList
        label={texts.listLabel}
        rows={rows}
        currentId={evidenceForm.value?.id ?? null}
        rowClass="board-row"
        onOpen={({ id }) => openEvidence(id)}
        onEnter={({ id }) => void showInSource(id)}
        onDelete={isReadOnly.value ? undefined : ({ item }) => void deleteEvidence(item)}
      >
        {({ item }) => <BoardRow item={item} />}
      </RowList>
    </>
  )
}

function BoardRow({ item }: { item: EvidenceItem }) {
  const source = lists.value.sources.find(({ id }) => id === item.record.anchor?.source)
  const decided = item.kind === 'event' ? item.record.decision : null
  const from =
    source?.title ?? (decided && strings.decision.from(decided.version, titleOfBrief(decided.brief)))
  return (
    <>
      <KindGlyph kind={item.kind} />
      <span class="board-words">
        <span class="spoken">{strings.kinds[item.kind]}: </span>
        <span class={`board-title board-title-${item.kind}`}>{headOf(item)}</span>
        <span class="row-detail">{detailOf(item)}</span>
        {orphans.value.has(item.record.id) && (
          <span class="row-detail board-lost">{strings.evidence.lostOnBoard}</span>
        )}
      </span>
      <span class="board-date">{dateOf(item)}</span>
      <span class={from ? 'board-source' : 'board-source no-source'}>
        {from ?? strings.evidence.noSource}
      </span>
    </>
  )
}

function titleOfBrief(brief: string): string | null {
  return lists.value.briefs.find(({ id }) => id === brief)?.title ?? null
}

/** New evidence that nothing on file backs yet. */
function NewEvidence() {
  return (
    <div class="board-new">
      {kinds.map(kind => (
        <Button
          key={kind}
          label={strings.evidence.newOf[kind]}
          icon="plus"
          look="quiet"
          isDisabled={isReadOnly.value}
          onPress={() => startLooseEvidence(kind)}
        />
      ))}
    </div>
  )
}
