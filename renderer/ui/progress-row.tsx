import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { strings } from './strings.ts'

/** Where work is that is waited for: in words, as a bar (one without an end where nobody knows), and a way to stop it. */
export function ProgressRow(props: {
  /** What the bar is of. */
  label: string
  progress: { done: number; of: number } | null
  isStopping?: boolean
  onCancel?: (() => void) | undefined
  children: ComponentChildren
}) {
  const { label, progress, isStopping = false, onCancel, children } = props
  return (
    <div class="progress-row">
      {children}
      <progress
        class="progress-bar"
        aria-label={label}
        {...(progress && { max: Math.max(progress.of, 1), value: progress.done })}
      />
      {onCancel && (
        <Button label={strings.actions.cancel} look="quiet" isDisabled={isStopping} onPress={onCancel} />
      )}
    </div>
  )
}
