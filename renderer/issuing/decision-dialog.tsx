import { useEffect, useRef, useState } from 'preact/hooks'
import { leaveDialog } from '../app/leave-dialog.ts'
import { dialogWords } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { DayField } from '../ui/day-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { backToIssued, type Choices, openDecision, recordDecisions } from './decisions.ts'
import { OutcomeChoice } from './outcome-choice.tsx'

/** What came back on each recommendation of an issued version, by whom and on which day. */
export function DecisionDialog() {
  const texts = strings.decision
  const open = openDecision.value
  const [choices, setChoices] = useState<Choices>(new Map())
  const [by, setBy] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])
  if (!open) return null
  const { issue } = open

  /** Words and choices alike are asked about before they are lost. */
  const remember = (next: { by?: string; choices?: Choices; on?: string | null }) => {
    const said = { by, choices, on, ...next }
    dialogWords.value = [said.by, said.on ?? '', ...said.choices.values()].join(' ').trim()
  }
  const choose = (index: number, outcome: ReturnType<Choices['get']>) => {
    const next = new Map(choices)
    if (outcome === undefined) next.delete(index)
    else next.set(index, outcome)
    setChoices(next)
    setProblem(null)
    remember({ choices: next })
  }
  const record = async () => {
    setChecked(true)
    if (choices.size === 0) setProblem(texts.noneChosen)
    if (by.trim() === '' || on === null || on === 'unclear' || choices.size === 0) {
      setRefusals(refusals + 1)
      return
    }
    setBusy(true)
    const { recorded, problem } = await recordDecisions(choices, { by: by.trim(), on })
    setBusy(false)
    if (problem === null) return backToIssued(texts.saved(recorded.length))
    const left = new Map([...choices].filter(([index]) => !recorded.includes(index)))
    setChoices(left)
    remember({ choices: left })
    setProblem(problem)
  }

  return (
    <Dialog title={texts.title(issue.version)} onClose={() => leaveDialog(backToIssued)} isWide>
      <p class="dialog-text">{texts.what}</p>
      <form
        ref={form}
        class="decision"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!isBusy) void record()
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {issue.recommendations.map(({ recommendation, options }, index) => {
          const made = issue.decisions.filter(event => event.decision?.recommendation === recommendation)
          return (
            <OutcomeChoice
              key={index}
              number={index + 1}
              recommendation={recommendation}
              options={options}
              chosen={choices.get(index)}
              recorded={made.map(({ decision, when }) =>
                decision
                  ? `${texts.outcomes[decision.outcome]}, ${strings.issued.by(decision.by, dateInWords(when))}`
                  : '',
              )}
              onChoose={outcome => choose(index, outcome)}
            />
          )
        })}
        <div class="field-row">
          <TextField
            label={texts.by}
            value={by}
            error={isChecked && by.trim() === '' ? texts.byNeeded : undefined}
            onInput={value => {
              setBy(value)
              remember({ by: value })
            }}
          />
          <DayField
            label={texts.on}
            day={null}
            isChecked={isChecked}
            needed={isChecked ? texts.onNeeded : undefined}
            onDay={day => {
              setOn(day)
              remember({ on: day })
            }}
          />
        </div>
        {problem && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={() => leaveDialog(backToIssued)} />
          <Button
            label={texts.save(choices.size)}
            look="strong"
            isSubmit
            isDisabled={isBusy}
            onPress={() => {}}
          />
        </div>
      </form>
    </Dialog>
  )
}
