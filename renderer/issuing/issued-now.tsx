import { useEffect, useRef, useState } from 'preact/hooks'
import { openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { closeIssue, type FrozenBrief, type IssueState } from './issue-brief.ts'
import { saveIssuedPdf, showIssued } from './issued-versions.ts'
import { SavedFile } from './saved-file.tsx'

/** What was frozen, and its PDF to hand over. */
export function IssuedNow({ state }: { state: Extract<IssueState, { is: 'issued' }> }) {
  const texts = strings.issuing
  const { issue, pages, frozen } = state
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const save = async () => {
    const outcome = await saveIssuedPdf(state.brief, issue.version)
    if (outcome === null) return
    setSaved('file' in outcome ? outcome.file : null)
    setProblem('problem' in outcome ? outcome.problem : null)
  }
  return (
    <Dialog title={texts.issued(issue.version)} onClose={closeIssue} isWide>
      <p class="dialog-text">{texts.issuedText(momentInWords(issue.at))}</p>
      <section class="issue-kept" aria-label={texts.kept}>
        <h3 class="keys-group">{texts.kept}</h3>
        <ul class="issue-kept-list">
          <li>{texts.keptText}</li>
          <li>{texts.keptPages(pages)}</li>
          {frozen && <li>{texts.keptEvidence(evidenceIn(frozen))}</li>}
          {frozen && <li>{texts.keptSources(frozen.sources.length)}</li>}
        </ul>
        <h3 class="keys-group">{texts.hash}</h3>
        <p class="issue-hash">{issue.manifest}</p>
        <p class="issue-note">{texts.hashHint}</p>
      </section>
      {problem && (
        <p class="issue-problem" role="alert">
          {problem}
        </p>
      )}
      {saved !== null && <SavedFile words={strings.issued.saved(issue.version)} file={saved} />}
      <div class="dialog-actions">
        <Button
          label={strings.issued.showVersions}
          look="quiet"
          onPress={() => {
            const brief = openBrief.value
            closeIssue()
            void showIssued(brief)
          }}
        />
        <span class="work-bar-gap" />
        <Button label={strings.actions.close} onPress={closeIssue} />
        <Button
          buttonRef={first}
          label={strings.issued.save}
          look="strong"
          icon="export"
          onPress={() => void save()}
        />
      </div>
    </Dialog>
  )
}

function evidenceIn({ evidence }: FrozenBrief): number {
  return evidence.quotes.length + evidence.figures.length + evidence.events.length
}
