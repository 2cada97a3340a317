import { progress } from './passphrase-actions.ts'

/** How far the work is that a person waits for. */
export function WorkShown({ words }: { words: string }) {
  return (
    <div class="passphrase-work" role="status">
      <progress class="passphrase-work-bar" value={progress.value} max={1} aria-label={words} />
      <p class="field-hint">{words}</p>
    </div>
  )
}
