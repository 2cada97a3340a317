import { useEffect, useRef } from 'preact/hooks'
import { isOpenError } from '../../shared/verify/answer.ts'
import { description, openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { momentInWords } from '../ui/dates-and-numbers.ts'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { FindingsToSettle } from './findings-to-settle.tsx'
import {
  checkToIssue,
  closeIssue,
  findingsToIssue,
  type IssueState,
  issueBrief,
  issueState,
} from './issue-brief.ts'
import { IssuedNow } from './issued-now.tsx'

const texts = strings.issuing

/** What would be frozen and what stands in the way of it; then what was. */
export function IssueDialog() {
  const state = issueState.value
  if (!state) return null
  if (state.is === 'issued') return <IssuedNow state={state} />
  const check = state.is === 'checked' || state.is === 'issuing' ? state.check : null
  const isBusy = state.is === 'issuing'
  return (
    <Dialog
      title={texts.title(check?.next ?? null)}
      // What is being frozen is frozen: there is nothing to break off.
      onClose={() => {
        if (!isBusy) closeIssue()
      }}
      isWide
    >
      <p class="dialog-text">{texts.what}</p>
      <Facts state={state} />
      <div class="issue-stand" aria-live="polite">
        {state.is === 'checking' && <p class="issue-busy">{texts.checking}</p>}
        {isBusy && (
          <p class="issue-busy">{state.stage ? texts.stages[state.stage] : texts.stages.printing}</p>
        )}
      </div>
      {state.is === 'unchecked' && <Problem text={state.problem} />}
      {state.is === 'checked' && state.problem && <Problem text={`${texts.notIssued} ${state.problem}`} />}
      {state.is === 'checked' && <FindingsToSettle />}
      <Ways state={state} />
    </Dialog>
  )
}

function Problem({ text }: { text: string }) {
  return (
    <p class="issue-problem" role="alert">
      {text}
    </p>
  )
}

function Facts({ state }: { state: IssueState }) {
  const { before } = state
  const check = state.is === 'checked' || state.is === 'issuing' ? state.check : null
  return (
    <div class="issue-facts">
      <p class="issue-title">{openBrief.value?.title}</p>
      <p class="issue-note issue-facts-line">
        {check && <span>{texts.facts(check.next, check.pages)}</span>}
        <span>{before ? texts.before(before.version, momentInWords(before.at)) : texts.never}</span>
      </p>
    </div>
  )
}

function Ways({ state }: { state: IssueState }) {
  const why = description.value?.whyReadOnly ?? null
  const confirm = useRef<HTMLButtonElement>(null)
  const check = state.is === 'checked' || state.is === 'issuing' ? state.check : null
  const errors = findingsToIssue.value.filter(isOpenError).length
  const canIssue = state.is === 'checked' && errors === 0 && why === null
  // Enter issues, once nothing stands in the way and nothing else is being done.
  useEffect(() => {
    const focused = document.activeElement
    if (canIssue && (focused === null || focused === document.body || focused.tagName === 'DIALOG'))
      confirm.current?.focus()
  }, [canIssue])
  const isBusy = state.is === 'issuing'
  return (
    <div class="issue-ways">
      {why && <p class="issue-note">{strings.library.readOnly(why.what, why.remedy)}</p>}
      {!why && errors > 0 && <p class="issue-note issue-held">{texts.mustMend(errors)}</p>}
      <div class="dialog-actions">
        {state.is === 'unchecked' && <Button label={texts.again} onPress={() => void checkToIssue()} />}
        <Button label={strings.actions.cancel} isDisabled={isBusy} onPress={closeIssue} />
        <Button
          buttonRef={confirm}
          label={check ? texts.confirm(check.next) : texts.confirmUnknown}
          look="strong"
          isDisabled={!canIssue}
          onPress={() => void issueBrief()}
        />
      </div>
    </div>
  )
}
