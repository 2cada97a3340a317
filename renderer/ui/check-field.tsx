/** A choice that is on or off. */
export function CheckField(props: {
  label: string
  isChecked: boolean
  onChecked: (isChecked: boolean) => void
}) {
  return (
    <label class="check-field">
      <input
        type="checkbox"
        checked={props.isChecked}
        onChange={event => props.onChecked(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}
