import { useEffect, useRef } from 'preact/hooks'
import type { Finding } from '../../shared/verify/finding.ts'
import { focusEditor } from '../app/focus-work.ts'
import { isReadOnly } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { DiffText } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'
import { goToFinding, mendFinding, walkFindings } from './check-actions.ts'
import { areChecksShown, chosenFinding, countFindings, openFindings } from './checks-state.ts'

/** What the checks found in the open brief, under its text. */
export function ChecksPanel() {
  const checked = openFindings.value
  const texts = strings.checks
  const findings = checked?.findings ?? []
  const close = () => {
    areChecksShown.value = false
    focusEditor()
  }
  return (
    <section
      class="checks"
      aria-label={texts.label}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <header class="checks-head">
        <h2>{texts.label}</h2>
        <span class="checks-count">{checked ? texts.count(...countFindings(findings)) : texts.running}</span>
        <span class="work-bar-gap" />
        <Button
          label={texts.previous}
          icon="up"
          look="quiet"
          isIconOnly
          keys="Shift+F8"
          isDisabled={findings.length === 0}
          onPress={() => walkFindings(-1)}
        />
        <Button
          label={texts.next}
          icon="down"
          look="quiet"
          isIconOnly
          keys="F8"
          isDisabled={findings.length === 0}
          onPress={() => walkFindings(1)}
        />
        <Button label={strings.actions.close} icon="close" look="quiet" isIconOnly onPress={close} />
      </header>
      {checked?.problem != null && (
        <p class="checks-failed" role="alert">
          {texts.failed(checked.problem)}
        </p>
      )}
      {checked?.problem === null && findings.length === 0 && (
        <p class="checks-nothing">
          <strong>{texts.nothing}</strong> {texts.nothingText}
        </p>
      )}
      {findings.length > 0 && (
        <ol class="checks-list" aria-label={texts.list} onKeyDown={moveBetween}>
          {findings.map((finding, index) => (
            <FindingRow
              key={`${finding.rule} ${finding.line} ${finding.column} ${finding.message}`}
              finding={finding}
              isChosen={index === chosenFinding.value}
              onChoose={() => goToFinding(index)}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function FindingRow(props: { finding: Finding; isChosen: boolean; onChoose: () => void }) {
  const { finding, isChosen, onChoose } = props
  const { severity, rule, line, message, diff, fix, answer } = finding
  const texts = strings.checks
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const isWhole = finding.line === finding.endLine && finding.column === finding.endColumn
  return (
    <li ref={row} class={`check${answer === undefined ? '' : ' check-answered'}`}>
      <button
        type="button"
        class="check-open"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span class="check-place">
          <span class={`check-severity check-${severity}`}>{texts.severities[severity]}</span>
          <span>{isWhole ? texts.whole : texts.place(line)}</span>
          <code>{rule}</code>
        </span>
        <span class="check-message">{message}</span>
        {diff && <DiffText before={diff.before} after={diff.after} />}
        {answer !== undefined && <span class="check-answer">{texts.answered(answer)}</span>}
      </button>
      {fix && !isReadOnly.value && (
        <span class="check-fix">
          <Button label={fix.words} onPress={() => mendFinding(finding)} />
        </span>
      )}
    </li>
  )
}

/** Up and down go from row to row. */
function moveBetween(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.check-open')]
  const at = rows.findIndex(row => row.parentElement?.contains(document.activeElement))
  const next = rows[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
