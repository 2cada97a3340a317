import { keysOf } from '../app/commands.ts'
import { strings } from '../ui/strings.ts'
import { toggleChecks } from './check-actions.ts'
import { areChecksShown, countFindings, openFindings } from './checks-state.ts'

/** How many findings the open brief has, in the status line; pressed, it shows them. */
export function ChecksCount() {
  const checked = openFindings.value
  const texts = strings.checks
  const [errors, warnings, notes] = countFindings(checked?.findings ?? [])
  const words = checked ? texts.count(errors, warnings, notes) : texts.running
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none'
  return (
    <button
      type="button"
      class={`status-checks status-checks-${worst}`}
      aria-label={texts.show(words)}
      aria-pressed={areChecksShown.value}
      title={`${texts.label}  ${keysOf('toggle-checks')}`}
      onClick={toggleChecks}
    >
      {words}
    </button>
  )
}
