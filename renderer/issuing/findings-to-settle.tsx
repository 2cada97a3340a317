import { AnswerFinding } from '../checks/answer-finding.tsx'
import { type FindingInBrief, findingsInBrief, nameOfFinding } from '../checks/typed-reasons.ts'
import { openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { DiffText } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'
import { findingGroups } from './finding-groups.ts'
import { findingsToIssue, goToMend } from './issue-brief.ts'

/** What the checks found before issuing: what stands in the way first, then what may stand, then what was answered. */
export function FindingsToSettle() {
  const texts = strings.issuing
  const findings = findingsToIssue.value
  const brief = openBrief.value
  if (findings.length === 0 || !brief) return <p class="issue-note">{texts.nothing}</p>
  const places = findingsInBrief(brief.id, brief.body, findings)
  const { errors, warnings, notes, answered } = findingGroups(findings)
  const groups = [
    { title: texts.mustMend(errors.length), text: texts.mustMendText, of: errors },
    { title: texts.warnings(warnings.length), text: null, of: warnings },
    { title: texts.notes(notes.length), text: null, of: notes },
    { title: texts.answered(answered.length), text: null, of: answered },
  ]
  return (
    <div class="issue-groups">
      {groups
        .filter(group => group.of.length > 0)
        .map(({ title, text, of }) => (
          <section key={title} aria-label={title}>
            <h3 class={`issue-group${of === errors ? ' issue-group-error' : ''}`}>{title}</h3>
            {text !== null && <p class="issue-note">{text}</p>}
            <ul class="issue-findings">
              {places
                .filter(({ finding }) => of.includes(finding))
                .map(place => (
                  <FindingToSettle key={nameOfFinding(place)} place={place} />
                ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function FindingToSettle({ place }: { place: FindingInBrief }) {
  const { finding } = place
  const { severity, rule, line, column, endLine, endColumn, message, diff } = finding
  const texts = strings.issuing
  const { checks } = strings
  const isWhole = line === endLine && column === endColumn
  return (
    <li class="issue-finding">
      <p class="check-place">
        <span class={`check-severity check-${severity}`}>{checks.severities[severity]}</span>
        <span>{isWhole ? checks.whole : checks.place(line)}</span>
        <code>{rule}</code>
      </p>
      <p class="issue-finding-words">{message}</p>
      {diff && <DiffText before={diff.before} after={diff.after} />}
      <div class="issue-finding-ways">
        <AnswerFinding place={place} />
        <Button
          label={texts.goTo}
          tip={texts.goToOf(message)}
          look="quiet"
          onPress={() => goToMend(finding)}
        />
      </div>
    </li>
  )
}
