import type { FileProblem } from '../../shared/exchange.ts'
import { closeDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { type ImportDone, importDone } from './exchange-actions.ts'
import { exchangeStrings } from './exchange-strings.ts'

/** More lines help nobody; the terminal prints them all. */
const mostLines = 200

/** What became of the files of a folder that was imported. */
export function ImportedDialog() {
  const done = importDone.value
  if (!done) return null
  const texts = exchangeStrings
  const said = sentencesOf(done)
  const renamed = done.of === 'library' ? done.outcome.renamed : []
  return (
    <Dialog
      title={done.of === 'library' ? texts.libraryTitle : texts.notesTitle}
      onClose={closeDialog}
      isWide
    >
      <p class="dialog-text imported-folder">{texts.from(done.outcome.folder)}</p>
      {said.length === 0 ? (
        <p>{texts.nothingNew}</p>
      ) : (
        <ul class="imported-counts">
          {said.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {renamed.length > 0 && (
        <Lines
          title={texts.renamedTitle(renamed.length)}
          text={texts.renamedText}
          lines={renamed.map(({ title, newId }) => texts.renamed(title, newId))}
        />
      )}
      <Problems of={done.of} problems={done.outcome.problems} />
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
      </div>
    </Dialog>
  )
}

function Problems({ of, problems }: { of: ImportDone['of']; problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null
  const title = exchangeStrings.problemsTitle[of](problems.length)
  return <Lines title={title} lines={problems.map(({ message }) => message)} />
}

function Lines({ title, text, lines }: { title: string; text?: string; lines: readonly string[] }) {
  const more = lines.length - mostLines
  return (
    <section class="imported-lines">
      <h3>{title}</h3>
      {text !== undefined && <p class="imported-note">{text}</p>}
      <ul aria-label={title}>
        {lines.slice(0, mostLines).map(line => (
          <li key={line}>{line}</li>
        ))}
        {more > 0 && <li>{exchangeStrings.more(more)}</li>}
      </ul>
    </section>
  )
}

/** What there is to say of it, the most important first; nothing is said of what there was none of. */
function sentencesOf(done: ImportDone): string[] {
  const { counts } = exchangeStrings
  if (done.of === 'library') {
    const { outcome } = done
    const isNew = (['added', 'edited', 'fromTrash', 'toTrash', 'versions', 'originals'] as const).flatMap(
      name => (outcome[name] > 0 ? [counts[name](outcome[name])] : []),
    )
    return isNew.length > 0 && outcome.alreadyHere > 0
      ? [...isNew, counts.alreadyHere(outcome.alreadyHere)]
      : isNew
  }
  const { notes, attachments, unresolvedLinks } = done.outcome
  const sources = notes.filter(({ collection }) => collection === 'sources').length
  return [
    ...(notes.length > sources ? [counts.briefs(notes.length - sources)] : []),
    ...(sources > 0 ? [counts.sources(sources)] : []),
    ...(attachments > 0 ? [counts.attachments(attachments)] : []),
    ...(unresolvedLinks > 0 ? [counts.unresolvedLinks(unresolvedLinks)] : []),
  ]
}
