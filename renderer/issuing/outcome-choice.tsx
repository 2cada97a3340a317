import { useId } from 'preact/hooks'
import type { DecisionOption } from '../../shared/brief/decision-blocks.ts'
import { strings } from '../ui/strings.ts'
import type { Outcome } from './decisions.ts'

const outcomes: readonly Outcome[] = ['agreed', 'not-agreed', 'noted', 'discuss']

/** What came back on one recommendation. What the form offers stands first. */
export function OutcomeChoice(props: {
  number: number
  recommendation: string
  /** What the printed form offers; an answer may be another one all the same. */
  options: readonly DecisionOption[]
  chosen: Outcome | undefined
  recorded: readonly string[]
  onChoose: (outcome: Outcome | undefined) => void
}) {
  const texts = strings.decision
  const name = useId()
  const offered = [...outcomes].sort(
    (one, other) => placeIn(props.options, one) - placeIn(props.options, other),
  )
  return (
    <fieldset class="outcomes">
      <legend class="outcome-recommendation">
        {props.recommendation || texts.recommendation(props.number)}
      </legend>
      {props.recorded.map(words => (
        <p key={words} class="issue-note">
          {texts.recorded(words)}
        </p>
      ))}
      <div class="outcome-options">
        {offered.map(outcome => (
          <label key={outcome} class="outcome-option">
            <input
              type="radio"
              class="spoken"
              name={name}
              value={outcome}
              checked={props.chosen === outcome}
              onChange={() => props.onChoose(outcome)}
            />
            {props.options.find(option => option.outcome === outcome)?.words ?? texts.outcomes[outcome]}
          </label>
        ))}
        {props.chosen !== undefined && (
          <button type="button" class="outcome-clear" onClick={() => props.onChoose(undefined)}>
            {texts.clear}
          </button>
        )}
      </div>
    </fieldset>
  )
}

function placeIn(options: readonly DecisionOption[], outcome: Outcome): number {
  const at = options.findIndex(option => option.outcome === outcome)
  return at === -1 ? options.length : at
}
