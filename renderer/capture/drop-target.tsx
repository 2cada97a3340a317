import { useEffect, useState } from 'preact/hooks'
import { isReadOnly } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { isPicture } from './is-picture.ts'
import { captureFiles } from './take-in.ts'

/** Pictures go into the text that they are dropped on (renderer/editor/take-pictures.ts). */
function isForText({ target, dataTransfer }: DragEvent): boolean {
  const files = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')
  return target instanceof Element && target.closest('.editor-pane') !== null && files.every(isPicture)
}

/** Takes files dropped anywhere on the window, and says so while they hover. */
export function DropTarget() {
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(!isReadOnly.value && !isForText(event))
    }
    const leave = (event: DragEvent) => {
      // Leaving the window itself has nowhere to go to; moving between its parts has.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (isForText(event)) return setOver(false)
      // The editor would write the files' text into the brief.
      event.stopPropagation()
      setOver(false)
      if (!isReadOnly.value) void captureFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over, true)
    window.addEventListener('dragleave', leave, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('dragleave', leave, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [])

  if (!isOver) return null
  return (
    <div class="drop-target" aria-hidden="true">
      <div class="drop-words">
        <p class="drop-title">{strings.capture.dropTitle}</p>
        <p>{strings.capture.dropText}</p>
      </div>
    </div>
  )
}
