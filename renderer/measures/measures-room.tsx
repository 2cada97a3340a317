import { computed, signal } from '@preact/signals'
import { countValues, type Measure, measuresOf } from '../../shared/measures/measures.ts'
import { unitInWords } from '../../shared/references/format-figure.ts'
import { startLooseEvidence } from '../evidence/evidence-actions.ts'
import { Inspector } from '../evidence/inspector.tsx'
import { evidenceForm, isReadOnly, lists } from '../state/desk.ts'
import { fuzzyFilter } from '../state/fuzzy-match.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchedList } from '../ui/searched-list.tsx'
import { strings } from '../ui/strings.ts'
import { MeasurePage } from './measure-page.tsx'

const query = signal('')
const openKey = signal<string | null>(null)
const figures = computed(() => lists.value.figures)
const measures = computed(() => measuresOf(figures.value))

/** Everything that is measured, and every value of one of them over time. */
export function MeasuresRoom() {
  const texts = strings.measuresRoom
  const all = measures.value
  const measure = all.find(({ key }) => key === openKey.value) ?? null
  const inspector = evidenceForm.value !== null && <Inspector />
  const newButton = (look: 'strong' | 'quiet') => (
    <Button
      label={texts.newFigure}
      icon="plus"
      look={look}
      isIconOnly={look === 'quiet'}
      isDisabled={isReadOnly.value}
      onPress={() => startLooseEvidence('figure')}
    />
  )
  if (all.length === 0) {
    return (
      <div class="room">
        <main class="work room-empty">
          <Empty level={1} title={texts.emptyTitle} text={texts.emptyText}>
            {newButton('strong')}
          </Empty>
        </main>
        {inspector}
      </div>
    )
  }
  const rows = (query.value === '' ? all : fuzzyFilter(query.value, all, ({ name }) => name)).map(each => ({
    ...each,
    id: each.key,
  }))
  return (
    <div class="room">
      <SearchedList
        title={strings.rooms.measures}
        label={texts.listLabel}
        searchLabel={texts.search}
        query={query}
        noneFound={texts.noneFound}
        action={newButton('quiet')}
        rows={rows}
        currentId={measure?.key ?? null}
        onOpen={({ key }) => {
          openKey.value = key
        }}
        row={row => <MeasureRow measure={row} />}
      />
      {measure ? (
        <MeasurePage key={measure.key} measure={measure} />
      ) : (
        <main class="work work-empty">
          <Empty title={texts.noneOpen} text={texts.noneOpenText} />
        </main>
      )}
      {inspector}
    </div>
  )
}

function MeasureRow({ measure }: { measure: Measure }) {
  return (
    <>
      <span class="row-title">{measure.name}</span>
      <span class="row-detail">
        {[unitInWords(measure.unit, null), strings.measuresRoom.values(countValues(measure))].join(' · ')}
      </span>
    </>
  )
}
