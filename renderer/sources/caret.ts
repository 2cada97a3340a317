// Moving through a text that cannot be edited, by the keys that move through one that can.

type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary'
type Direction = 'forward' | 'backward' | 'left' | 'right'
export type CaretMove = { alter: 'move' | 'extend'; direction: Direction; granularity: Granularity }

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** The move that a key asks for, or null. Ctrl moves by words; so does Alt on a Mac, and elsewhere it goes back and forward. */
export function caretMoveOf(
  { key, shiftKey, ctrlKey, altKey, metaKey }: Keys,
  isMac = navigator.platform.startsWith('Mac'),
): CaretMove | null {
  if (metaKey || (altKey && !isMac)) return null
  const alter = shiftKey ? 'extend' : 'move'
  const isByWord = ctrlKey || altKey
  switch (key) {
    case 'ArrowLeft':
      return { alter, direction: 'left', granularity: isByWord ? 'word' : 'character' }
    case 'ArrowRight':
      return { alter, direction: 'right', granularity: isByWord ? 'word' : 'character' }
    case 'ArrowUp':
      return { alter, direction: 'backward', granularity: 'line' }
    case 'ArrowDown':
      return { alter, direction: 'forward', granularity: 'line' }
    case 'Home':
      return { alter, direction: 'backward', granularity: ctrlKey ? 'documentboundary' : 'lineboundary' }
    case 'End':
      return { alter, direction: 'forward', granularity: ctrlKey ? 'documentboundary' : 'lineboundary' }
    default:
      return null
  }
}

/**
 * Puts the caret at an offset of the source's text (UTF-16 code units), or before the first word, unless the selection
 * is in the view already.
 */
export function placeCaret(view: HTMLElement, offset: number): void {
  const selection = document.getSelection()
  if (!selection || (selection.anchorNode && view.contains(selection.anchorNode))) return
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
  const first = walker.nextNode()
  for (let node = first; node; node = walker.nextNode()) {
    const start = Number(node.parentElement?.getAttribute('data-start') ?? Number.NaN)
    const length = node.textContent?.length ?? 0
    if (start <= offset && offset <= start + length) {
      selection.collapse(node, offset - start)
      return
    }
  }
  if (first) selection.collapse(first, 0)
}

/** Moves the end of the selection that moves, and keeps it in the view and on screen. */
export function moveCaret(view: HTMLElement, { alter, direction, granularity }: CaretMove): void {
  const selection = document.getSelection()
  if (!selection) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (granularity === 'documentboundary') goToEnd(view, selection, alter, direction)
  else selection.modify(alter, direction, granularity)
  if (!selection.focusNode || !view.contains(selection.focusNode)) {
    // Past an end of the text: back to where it was.
    if (anchorNode && focusNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
    return
  }
  const holder =
    selection.focusNode instanceof Element ? selection.focusNode : selection.focusNode.parentElement
  const place = caretPlace(selection)
  const scroller = view.closest('.reading-scroller')
  if (!place || !scroller) {
    holder?.scrollIntoView({ block: 'nearest' })
    return
  }
  const shown = scroller.getBoundingClientRect()
  const margin = 48
  if (place.top < shown.top + margin) scroller.scrollBy(0, place.top - shown.top - margin)
  else if (place.top + place.height > shown.bottom - margin) {
    scroller.scrollBy(0, place.top + place.height - shown.bottom + margin)
  }
}

/** The text of the view has ends of its own: those of the document lie beyond it. */
function goToEnd(view: HTMLElement, selection: Selection, alter: CaretMove['alter'], to: Direction): void {
  const words = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
  let end = words.nextNode()
  if (to === 'forward') for (let next = end; next; next = words.nextNode()) end = next
  if (end)
    selection[alter === 'extend' ? 'extend' : 'collapse'](end, to === 'forward' ? end.textContent?.length : 0)
}

/** Where the caret stands on screen, in CSS px, or null where it has no place. */
export function caretPlace(selection: Selection): { left: number; top: number; height: number } | null {
  if (!selection.focusNode) return null
  const range = document.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  range.collapse(true)
  const box = range.getClientRects()[0]
  return box ? { left: box.left, top: box.top, height: box.height } : null
}
