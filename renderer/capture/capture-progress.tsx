import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { cancelCapture, shownProgress } from './capture-state.ts'

/** A quiet strip while files are taken in, from the second second on: which one, how far, and a way to stop. */
export function CaptureProgress() {
  const progress = shownProgress.value
  if (!progress) return null
  const texts = strings.capture
  const { file, done, of, files, isStopping } = progress
  const part = of > 0 ? Math.min(done / of, 1) : 0
  // One file that says nothing of itself is a bar without an end.
  const isKnown = of > 0 || files.of > 1
  return (
    <section
      class="capture-strip"
      aria-label={texts.takingIn}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        cancelCapture()
      }}
    >
      <p class="capture-words" role="status">
        {isStopping ? texts.stopping : texts.takingInFile(file)}
        {files.of > 1 && <span class="capture-count"> {texts.fileOf(files.done + 1, files.of)}</span>}
      </p>
      <progress
        class="capture-bar"
        aria-label={texts.takingIn}
        max={1}
        {...(isKnown ? { value: (files.done + part) / Math.max(files.of, 1) } : {})}
      />
      <Button label={strings.actions.cancel} look="quiet" isDisabled={isStopping} onPress={cancelCapture} />
    </section>
  )
}
