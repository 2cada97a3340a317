import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TrashedSummary } from '../../shared/answers.ts'
import { request } from '../bridge/bridge.ts'
import { headOf } from '../evidence/evidence-words.ts'
import { isReadOnly, lists, question } from '../state/desk.ts'
import { restoreRecord } from '../state/library-actions.ts'
import { tell } from '../state/notices.ts'
import { trashedTemplates } from '../state/templates.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Empty } from '../ui/empty.tsx'
import { strings } from '../ui/strings.ts'

const trashed = signal<readonly TrashedSummary[] | null>(null)

/** What was deleted, to be put back one by one or deleted for good all at once. */
export function TrashRoom() {
  const texts = strings.trash
  // A record that came back by Undo, or went, changed the lists too.
  useEffect(() => void readTrash(), [lists.value])
  const records = trashed.value
  return (
    <div class="room">
      <main class="work board">
        <header class="board-head">
          <h1>{strings.rooms.trash}</h1>
          {records && records.length > 0 && (
            <Button
              label={texts.empty}
              look="bad"
              isDisabled={isReadOnly.value}
              onPress={() => askToEmpty(records.length)}
            />
          )}
        </header>
        {records?.length === 0 && <Empty title={texts.emptyTitle} text={texts.emptyText} />}
        {records && records.length > 0 && (
          <ul class="trash-list" aria-label={texts.listLabel}>
            {records.map(item => (
              <li key={`${item.record.id} ${item.deletedAt}`} class="trash-row">
                <span class="trash-kind">{texts.kinds[item.collection]}</span>
                <span class="trash-title">{titleOf(item)}</span>
                <span class="trash-time">
                  {item.deletedAt && texts.deletedOn(momentInWords(item.deletedAt))}
                </span>
                <Button
                  label={texts.restore}
                  isDisabled={isReadOnly.value}
                  onPress={() => void putBack(item)}
                />
              </li>
            ))}
          </ul>
        )}
      </main>
    </div>
  )
}

async function readTrash(): Promise<void> {
  const result = await request('trash.list', {})
  if (result.ok) trashed.value = result.value.records
  else tell('problem', result.problem.message)
}

async function putBack(item: TrashedSummary): Promise<void> {
  if (!(await restoreRecord(item.record.id))) return
  tell('info', strings.trash.restored(titleOf(item)))
}

function askToEmpty(count: number): void {
  question.value = {
    title: strings.trash.emptyQuestion,
    text: strings.trash.emptyWarning(count, trashedTemplates.value.length > 0),
    yes: strings.trash.empty,
    no: strings.actions.cancel,
    onYes: async () => {
      const result = await request('trash.empty', {})
      if (result.ok) tell('info', strings.trash.emptied)
      else tell('problem', result.problem.message)
      await readTrash()
    },
  }
}

function titleOf({ collection, record }: TrashedSummary): string {
  if (collection === 'briefs' || collection === 'sources') return record.title
  if (collection === 'quotes') return headOf({ kind: 'quote', record })
  if (collection === 'figures') return `${headOf({ kind: 'figure', record })} ${record.measures}`
  return collection === 'people' ? record.name : record.title
}
