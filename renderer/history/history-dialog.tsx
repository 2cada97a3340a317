import { closeDialog, isReadOnly } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DiffText } from '../ui/diff-text.tsx'
import { RowList } from '../ui/row-list.tsx'
import { strings } from '../ui/strings.ts'
import { openHistory, restoreVersion, showVersion } from './history-actions.ts'
import { changedFields } from './record-fields.ts'

/** The earlier versions of a record, each compared with what there is now. */
export function HistoryDialog() {
  const texts = strings.history
  const history = openHistory.value
  if (!history) return null
  const { versions, shownAt, shown, now } = history
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      {versions.length === 0 ? (
        <p class="dialog-text">{texts.none}</p>
      ) : (
        <div class="history">
          <RowList
            label={texts.versions}
            rows={versions.map(at => ({ id: at }))}
            currentId={shownAt}
            onOpen={({ id }) => void showVersion(id)}
          >
            {({ id }) => <span>{momentInWords(id)}</span>}
          </RowList>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section class="history-changes" aria-label={texts.changes} aria-live="polite" tabIndex={0}>
            {shown && <Changes changes={changedFields(shown.record, now.record)} />}
          </section>
        </div>
      )}
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
        {versions.length > 0 && (
          <Button
            label={texts.restore}
            look="strong"
            isDisabled={!shown || isReadOnly.value}
            onPress={() => void restoreVersion()}
          />
        )}
      </div>
    </Dialog>
  )
}

function Changes({ changes }: { changes: ReturnType<typeof changedFields> }) {
  const { fields, same, since } = strings.history
  if (changes.length === 0) return <p class="history-note">{same}</p>
  return (
    <>
      <p class="history-note">{since}</p>
      {changes.map(({ field, before, after }) => (
        <div key={field} class="history-field">
          <h3>{fields[field as keyof typeof fields] ?? field}</h3>
          <DiffText before={before} after={after} />
        </div>
      ))}
    </>
  )
}
