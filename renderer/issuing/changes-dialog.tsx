import { closeDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { type BriefChanges, compare, type OpenChanges, openChanges, saveChanges } from './changes.ts'
import { EvidenceChanges } from './evidence-changes.tsx'
import { FieldChanges } from './field-changes.tsx'
import { showIssued } from './issued-versions.ts'
import { SavedFile } from './saved-file.tsx'
import { TextChanges } from './text-changes.tsx'

const texts = strings.changes

/** What changed between an issued version and a later one, or the brief as it is now. */
export function ChangesDialog() {
  const open = openChanges.value
  if (!open) return null
  const { shown, problem, saved } = open
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <p class="dialog-text">{open.brief.title}</p>
      <Choosers open={open} />
      {problem && (
        <p class="issue-problem" role="alert">
          {problem}
        </p>
      )}
      {saved !== null && <SavedFile words={texts.saved} file={saved} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long changes are scrolled with the keys */}
      <section class="changes" aria-label={texts.title} aria-live="polite" tabIndex={0}>
        {shown ? <Changes changes={shown} /> : !problem && <p class="issue-busy">{texts.reading}</p>}
      </section>
      <div class="dialog-actions">
        <Button label={strings.issued.title} look="quiet" onPress={() => void showIssued(open.brief)} />
        <span class="work-bar-gap" />
        <Button label={strings.actions.close} onPress={closeDialog} />
        <Button
          label={texts.save}
          look="strong"
          icon="export"
          isDisabled={!shown}
          onPress={() => void saveChanges()}
        />
      </div>
    </Dialog>
  )
}

function Choosers({ open }: { open: OpenChanges }) {
  const { versions, from, to } = open
  const labelled = ({ version, at }: OpenChanges['versions'][number]) => ({
    value: String(version),
    label: `${strings.issued.version(version)}, ${momentInWords(at)}`,
  })
  return (
    <div class="field-row changes-choosers">
      <SelectField
        label={texts.from}
        value={String(from)}
        options={versions.map(labelled)}
        onInput={value => void compare(Number(value), to)}
      />
      <SelectField
        label={texts.to}
        value={to === null ? '' : String(to)}
        options={[
          { value: '', label: texts.now },
          ...versions.filter(({ version }) => version > from).map(labelled),
        ]}
        onInput={value => void compare(from, value === '' ? null : Number(value))}
      />
    </div>
  )
}

function Changes({ changes }: { changes: BriefChanges }) {
  const { from, to, fields, text, evidence, isSame } = changes
  if (isSame) return <p class="changes-same">{texts.same(from.version, to?.version ?? null)}</p>
  return (
    <>
      <h3 class="changes-title">
        {to ? texts.against(from.version, to.version) : texts.since(from.version, momentInWords(from.at))}
      </h3>
      {fields.length > 0 && <FieldChanges fields={fields} />}
      <section aria-label={texts.text}>
        <h4 class="keys-group">{texts.text}</h4>
        {text.some(({ kind }) => kind !== 'same') ? (
          <TextChanges text={text} />
        ) : (
          <p class="issue-note">{texts.textSame}</p>
        )}
      </section>
      {evidence.length > 0 && <EvidenceChanges evidence={evidence} />}
    </>
  )
}
