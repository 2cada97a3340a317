/** Whether Ctrl, or Cmd on a Mac, is held. */
export function isMod(event: globalThis.MouseEvent | globalThis.KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}
