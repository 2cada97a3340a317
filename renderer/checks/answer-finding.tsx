import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isReadOnly } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { answerFinding } from './answer-actions.ts'
import {
  answeredFinding,
  type FindingInBrief,
  leaveReason,
  nameOfFinding,
  reasonToFocus,
  startReason,
  typedReasons,
  typeReason,
} from './typed-reasons.ts'

/**
 * Why a finding may stand: the reason there is with the ways to change and to withdraw it, the way to give one, or the field
 * in which one is typed. `onAnswered` runs once a reason was saved or withdrawn.
 */
export function AnswerFinding(props: { place: FindingInBrief; onAnswered?: () => void }) {
  const { place, onAnswered } = props
  const { answer } = place.finding
  const texts = strings.checks
  const name = nameOfFinding(place)
  const reason = typedReasons.value.get(name)
  const [problem, setProblem] = useState<string | undefined>()
  const whole = useRef<HTMLDivElement>(null)
  const isLeaving = useRef(false)

  useLayoutEffect(() => {
    const field = whole.current?.querySelector('input')
    if (field && reasonToFocus.value === name) {
      reasonToFocus.value = null
      field.select()
      field.scrollIntoView({ block: 'nearest' })
    }
    // What had the keyboard is gone.
    if (!field && isLeaving.current) whole.current?.querySelector('button')?.focus()
    if (!field) isLeaving.current = false
  })

  const leave = () => {
    isLeaving.current = true
    setProblem(undefined)
    leaveReason(name)
  }
  const save = async (said: string | null) => {
    if (said === '') return setProblem(texts.reasonNeeded)
    const refusal = await answerFinding(answeredFinding(place), said)
    if (refusal !== null) return setProblem(refusal)
    leave()
    onAnswered?.()
  }

  if (reason && !isReadOnly.value) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves its field.
      <div
        ref={whole}
        class="answer"
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          leave()
        }}
      >
        <form
          class="answer-form"
          onSubmit={event => {
            event.preventDefault()
            void save(reason.typed.trim())
          }}
        >
          <TextField
            label={texts.reason}
            value={reason.typed}
            error={problem}
            hint={texts.reasonHint}
            onInput={typed => {
              setProblem(undefined)
              typeReason(name, typed)
            }}
          />
          <Button label={strings.actions.save} isSubmit onPress={() => void save(reason.typed.trim())} />
        </form>
      </div>
    )
  }
  return (
    <div ref={whole} class="answer">
      {answer !== undefined && <span class="answer-reason">{texts.answered(answer)}</span>}
      {!isReadOnly.value && (
        <Button
          label={answer === undefined ? texts.answer : texts.changeAnswer}
          look="quiet"
          onPress={() => startReason(place)}
        />
      )}
      {answer !== undefined && !isReadOnly.value && (
        <Button label={texts.withdraw} look="quiet" onPress={() => void save(null)} />
      )}
      {problem !== undefined && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
