import type { FilterChoice } from '../state/filter-choice.ts'

/** One part of a filter: a value out of several, or none. `any` is what stands there while nothing is asked for. */
export function Choice(props: {
  label: string
  any: string
  value: string | null
  choices: readonly FilterChoice[]
  onChoose: (value: string | null) => void
}) {
  const { choices, value } = props
  // What was asked for may have gone meanwhile, and must not look as if nothing were.
  const isKnown = value === null || choices.some(each => each.value === value)
  return (
    <select
      class="control choice"
      aria-label={props.label}
      data-is-set={value !== null}
      value={value ?? ''}
      onChange={event => props.onChoose(event.currentTarget.value || null)}
    >
      <option value="">{props.any}</option>
      {choices.map(each => (
        <option key={each.value} value={each.value}>
          {each.label}
        </option>
      ))}
      {!isKnown && <option value={value}>{value}</option>}
    </select>
  )
}
