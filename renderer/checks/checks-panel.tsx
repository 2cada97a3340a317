import { useEffect, useRef } from 'preact/hooks'
import { focusEditor } from '../app/focus-work.ts'
import { isReadOnly } from '../state/desk.ts'
import { isTyping } from '../state/is-typing.ts'
import { Button } from '../ui/button.tsx'
import { DiffText } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'
import { AnswerFinding } from './answer-finding.tsx'
import { goToFinding, mendFinding, walkFindings } from './check-actions.ts'
import { areChecksShown, chosenFinding, countFindings, openFindings } from './checks-state.ts'
import { showRules } from './rules-actions.ts'
import { rulesOfBrief } from './rules-state.ts'
import {
  type FindingInBrief,
  findingsInBrief,
  isChanged,
  leaveReason,
  nameOfFinding,
  startReason,
  typedReasons,
} from './typed-reasons.ts'

/** What the checks found in the open brief, under its text. */
export function ChecksPanel() {
  const checked = openFindings.value
  const texts = strings.checks
  const findings = checked?.findings ?? []
  const places = checked ? findingsInBrief(checked.brief, checked.body, findings) : []
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
        <ChecksOff />
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
        <ol class="checks-list" aria-label={texts.list} onKeyDown={event => hearInList(event, places)}>
          {places.map((place, index) => (
            <FindingRow
              key={nameOfFinding(place)}
              place={place}
              isChosen={index === chosenFinding.value}
              onChoose={() => goToFinding(index)}
            />
          ))}
        </ol>
      )}
      {checked && <LostReasons brief={checked.brief} found={places.map(nameOfFinding)} />}
    </section>
  )
}

/** How many checks say nothing of this brief, and the way to choose which. */
function ChecksOff() {
  const off = rulesOfBrief.value?.rules.filter(({ isOn }) => !isOn).length ?? 0
  const texts = strings.rules
  return (
    <span class="checks-off">
      <Button
        label={off === 0 ? texts.choose : texts.off(off)}
        tip={off === 0 ? texts.title : texts.showOff(off)}
        look="quiet"
        onPress={() => void showRules()}
      />
    </span>
  )
}

function FindingRow(props: { place: FindingInBrief; isChosen: boolean; onChoose: () => void }) {
  const { place, isChosen, onChoose } = props
  const { finding } = place
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
      </button>
      <div class="check-foot">
        {fix && !isReadOnly.value && <Button label={fix.words} onPress={() => mendFinding(finding)} />}
        <AnswerFinding place={place} />
      </div>
    </li>
  )
}

/** Reasons that were typed for what the checks no longer find: no word of them goes without being asked. */
function LostReasons({ brief, found }: { brief: string; found: readonly string[] }) {
  const texts = strings.checks
  const lost = [...typedReasons.value].filter(
    ([name, reason]) => reason.brief === brief && !found.includes(name) && isChanged(reason),
  )
  return lost.map(([name, { words, typed }]) => (
    <p key={name} class="checks-lost" role="status">
      <span>
        {texts.findingGone(words)} {texts.findingGoneReason(typed)}
      </span>
      <Button label={strings.actions.discard} look="quiet" onPress={() => leaveReason(name)} />
    </p>
  ))
}

/** Up and down go from row to row, and R answers the one that has the keyboard. */
function hearInList(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  places: readonly FindingInBrief[],
): void {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.check-open')]
  const at = rows.findIndex(row => row.parentElement?.contains(document.activeElement))
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const place = places[at]
  if (event.key.toLowerCase() === 'r' && place && !isReadOnly.value) startReason(place)
  else if (step !== 0 && rows[at + step]) rows[at + step]?.focus()
  else return
  event.preventDefault()
}
