import { useState } from 'preact/hooks'
import { readDay } from '../state/day-words.ts'
import { dateInWords } from './dates-and-numbers.ts'
import { TextField } from './field.tsx'
import { strings } from './strings.ts'

/**
 * A day of the calendar in plain words. `onDay` is told the day (`YYYY-MM-DD`), null where the field is empty, and
 * `'unclear'` where the words are not one day.
 */
export function DayField(props: {
  label: string
  day: string | null
  isOptional?: boolean
  isDisabled?: boolean
  /** Whether words that are not a day are named at once, and not only when the field is left. */
  isChecked?: boolean
  /** What is said where the field is empty and must not be. */
  needed?: string | undefined
  onDay: (day: string | null | 'unclear') => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  const words = typed ?? (props.day === null ? '' : dateInWords(props.day))
  const read = typed === null ? props.day : readDay(typed)
  const isUnclear = read === 'unclear'
  return (
    <TextField
      label={props.label}
      value={words}
      placeholder={strings.field.example(dateInWords('2025-05-03'))}
      isOptional={props.isOptional ?? false}
      isDisabled={props.isDisabled ?? false}
      hint={typed !== null && read !== null && !isUnclear ? dateInWords(read) : undefined}
      error={
        isUnclear && (isLeft || props.isChecked)
          ? strings.field.dayUnclear
          : read === null
            ? props.needed
            : undefined
      }
      onLeave={() => {
        setLeft(true)
        if (!isUnclear) setTyped(null)
      }}
      onInput={value => {
        setTyped(value)
        setLeft(false)
        props.onDay(readDay(value))
      }}
    />
  )
}
