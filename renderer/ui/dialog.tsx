import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

/** A modal dialog, open as long as it is rendered. The browser traps focus and gives it back at the end. */
export function Dialog(props: {
  title: string
  onClose: () => void
  isWide?: boolean
  /** A look of its own. */
  className?: string
  children: ComponentChildren
}) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Before the next key is heard, which is for the dialog and not for what lies under it.
  useLayoutEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      // Removing an open dialog drops focus to the body, where no key of a list would be heard.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog too, by its own cancel event.
    <dialog
      ref={element}
      class={`dialog ${props.className ?? (props.isWide ? 'dialog-wide' : '')}`}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        props.onClose()
      }}
      onClose={() => {
        // Without a click or a key in it before, the browser closes a dialog without asking.
        if (element.current) props.onClose()
      }}
      onClick={event => {
        if (event.target === element.current) props.onClose()
      }}
    >
      <div class="dialog-inside">
        <h2 class="dialog-title" id={titleId}>
          {props.title}
        </h2>
        {props.children}
      </div>
    </dialog>
  )
}
