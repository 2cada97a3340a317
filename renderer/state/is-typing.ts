/** Whether an event comes from something that takes typing. Looks through the editor's shadow root. */
export function isTyping(event: globalThis.Event): boolean {
  const target = event.composedPath()[0]
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
  )
}
