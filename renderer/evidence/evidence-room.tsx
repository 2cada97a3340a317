import { Board } from '../board/board.tsx'
import { showRoom } from '../commands/everywhere.ts'
import { areListsWhole, evidenceForm, isReadOnly, lists } from '../state/desk.ts'
import type { EvidenceKind } from '../state/lists.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { strings } from '../ui/strings.ts'
import { startLooseEvidence } from './evidence-actions.ts'
import { Inspector } from './inspector.tsx'

const kinds: readonly EvidenceKind[] = ['quote', 'figure', 'event']

/** All quotes, figures and events on one board. */
export function EvidenceRoom() {
  const texts = strings.evidence
  const { quotes, figures, events } = lists.value
  const isEmpty = quotes.length + figures.length + events.length === 0
  return (
    <div class="room">
      <main class="work board">
        <header class="board-head">
          <h1>{strings.rooms.evidence}</h1>
          <NewEvidence />
        </header>
        {isEmpty && areListsWhole.value ? (
          <Empty title={texts.emptyTitle} text={texts.emptyText}>
            <Button
              label={texts.goToSources}
              icon="sources"
              look="strong"
              onPress={() => showRoom('sources')}
            />
          </Empty>
        ) : (
          <Board />
        )}
      </main>
      {evidenceForm.value && <Inspector />}
    </div>
  )
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
