import type { Event } from '../../shared/model/records.ts'
import { closeDialog, description } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords, momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { showChanges } from './changes.ts'
import { showDecision } from './decisions.ts'
import { showIssue } from './issue-brief.ts'
import { type IssuedVersion, type OpenIssued, openIssued, savePdfOf } from './issued-versions.ts'
import { SavedFile } from './saved-file.tsx'

const texts = strings.issued

/** The issued versions of a brief, newest first, with the decisions that came back and what can be done with each. */
export function IssuedDialog() {
  const open = openIssued.value
  if (!open) return null
  const { issues, isRead, problem, saved, done } = open
  const why = description.value?.whyReadOnly ?? null
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <p class="dialog-text">{open.brief.title}</p>
      {problem && (
        <p class="issue-problem" role="alert">
          {problem}
        </p>
      )}
      {done && <p role="status">{done}</p>}
      {saved && <SavedFile words={texts.saved(saved.version)} file={saved.file} />}
      {isRead && issues.length === 0 && !problem && (
        <div class="issued-empty">
          <h3 class="empty-title">{texts.none}</h3>
          <p class="empty-text">{texts.noneText}</p>
        </div>
      )}
      {issues.length > 0 && (
        <ol class="issued" aria-label={texts.list}>
          {issues.map((issue, index) => (
            <li key={issue.version} class="issued-version">
              <VersionRow open={open} issue={issue} isNewest={index === 0} />
            </li>
          ))}
        </ol>
      )}
      {why && issues.length > 0 && <p class="issue-note">{strings.library.readOnly(why.what, why.remedy)}</p>}
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
        {isRead && issues.length === 0 && !problem && (
          <Button label={strings.issuing.issue} look="strong" onPress={() => void showIssue()} />
        )}
      </div>
    </Dialog>
  )
}

function VersionRow(props: { open: OpenIssued; issue: IssuedVersion; isNewest: boolean }) {
  const { open, issue } = props
  const { version, at, pages, problem, recommendations, decisions } = issue
  const awaiting = recommendations.filter(
    ({ recommendation }) => !decisions.some(event => event.decision?.recommendation === recommendation),
  ).length
  const isReadOnly = (description.value?.whyReadOnly ?? null) !== null
  const asksNothing = recommendations.length === 0
  return (
    <>
      <header class="issued-head">
        <h3 class="issued-number">{texts.version(version)}</h3>
        <p class="issued-facts">
          <span>{momentInWords(at)}</span>
          {pages !== null && <span class="number">{texts.pages(pages)}</span>}
          {props.isNewest && open.issues.length > 1 && <span>{texts.newest}</span>}
        </p>
      </header>
      {problem && (
        <p class="issue-problem" role="alert">
          {problem}
        </p>
      )}
      {decisions.length > 0 && <Decisions version={version} decisions={decisions} />}
      <p class="issue-note">
        {asksNothing ? texts.noRecommendation : awaiting > 0 ? texts.open(awaiting) : null}
      </p>
      <div class="issued-ways">
        <Button
          label={texts.save}
          tip={texts.saveOf(version)}
          isDisabled={problem !== null}
          onPress={() => void savePdfOf(version)}
        />
        <Button
          label={texts.since}
          tip={texts.sinceOf(version)}
          isDisabled={problem !== null}
          onPress={() => void showChanges(open.brief, open.issues, version)}
        />
        <Button
          label={texts.record}
          tip={asksNothing ? texts.noRecommendationTip : texts.recordOf(version)}
          isDisabled={isReadOnly || asksNothing || problem !== null}
          onPress={() => showDecision(issue)}
        />
      </div>
    </>
  )
}

function Decisions({ version, decisions }: { version: number; decisions: readonly Event[] }) {
  return (
    <ul class="issued-decisions" aria-label={texts.decisions(version)}>
      {decisions.map(({ id, decision, when }) => (
        <li key={id} class="issued-decision">
          {decision && (
            <>
              <span class={`outcome outcome-${decision.outcome}`}>
                {strings.decision.outcomes[decision.outcome]}
              </span>
              <span class="issued-recommendation">{decision.recommendation}</span>
              <span class="issued-by">{texts.by(decision.by, dateInWords(when))}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
