/** On a Mac no key asks for a context menu; here Shift+F10 does, as it does elsewhere. */
export function listenForMenuKey(): void {
  if (!navigator.platform.startsWith('Mac')) return
  window.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.key !== 'F10' || !event.shiftKey) return
    const isOurs = event
      .composedPath()[0]
      ?.dispatchEvent(
        new PointerEvent('contextmenu', { bubbles: true, composed: true, cancelable: true, button: -1 }),
      )
    if (isOurs === false) event.preventDefault()
  })
}
