// Text and preview are scrolled together, whichever of them a person scrolls.
import type { EditorView } from '@codemirror/view'
import type { ShownBlock } from '../preview/piece-view.ts'
import { type BlockPlaces, placeInView, samePlace, scrollTopFor } from './block-places.ts'
import { isScrollLocked } from './scroll-lock-state.ts'

type Side = 'text' | 'preview'

/** Keeps them together until `stop`. `blocks` are those that the preview shows, none while it is being filled. */
export function lockScrolling(
  view: EditorView,
  frame: HTMLIFrameElement,
  blocks: () => readonly ShownBlock[],
): { follow: () => void; stop: () => void } {
  const page = frame.contentDocument
  const scroller = page?.scrollingElement
  if (!page || !scroller) return { follow: () => undefined, stop: () => undefined }
  const ended = new AbortController()
  const { signal } = ended
  /** The one that a person has in hand. What the other one does of its own accord, or because it follows, moves nothing. */
  let inHand: Side = 'text'
  let isWaiting = false

  const follow = () => {
    const shown = blocks()
    if (signal.aborted || !isScrollLocked.peek() || shown.length === 0) return
    const [text, preview] = [textPlaces(view, shown), previewPlaces(scroller, shown)]
    if (inHand === 'text') {
      const place = samePlace(text, preview, placeInView(view.scrollDOM))
      scroller.scrollTop = scrollTopFor(place, scroller)
    } else {
      const place = samePlace(preview, text, placeInView(scroller))
      view.scrollDOM.scrollTop = scrollTopFor(place, view.scrollDOM)
    }
  }
  const scrolled = (side: Side) => () => {
    if (side !== inHand || isWaiting) return
    isWaiting = true
    // Looking where things stand waits until what was typed or scrolled is painted.
    requestAnimationFrame(() =>
      setTimeout(() => {
        isWaiting = false
        follow()
      }),
    )
  }
  const takes = (side: Side) => () => {
    inHand = side
  }
  const hear = (target: EventTarget, names: readonly string[], heard: () => void) => {
    for (const name of names) target.addEventListener(name, heard, { signal, passive: true, capture: true })
  }
  hear(window, ['wheel', 'pointerdown', 'keydown', 'touchstart'], takes('text'))
  hear(view.dom, ['pointerenter'], takes('text'))
  hear(page, ['wheel', 'pointerdown', 'keydown', 'touchstart'], takes('preview'))
  // A press on the frame's scroll bar is told nobody.
  hear(frame, ['pointerenter'], takes('preview'))
  hear(view.scrollDOM, ['scroll'], scrolled('text'))
  hear(page, ['scroll'], scrolled('preview'))
  const stopWatching = isScrollLocked.subscribe(isOn => {
    if (isOn) follow()
  })
  return {
    follow,
    stop: () => {
      stopWatching()
      ended.abort()
    },
  }
}

function textPlaces(view: EditorView, blocks: readonly ShownBlock[]): BlockPlaces {
  const { doc } = view.state
  const { top } = view.documentPadding
  return {
    count: blocks.length,
    // The preview may be of a text that was longer.
    topOf: index => {
      const line = doc.line(Math.min(blocks[index]?.line ?? 1, doc.lines))
      return view.lineBlockAt(line.from).top + top
    },
    end: () => view.lineBlockAt(doc.length).bottom + top,
    height: view.scrollDOM.scrollHeight,
  }
}

function previewPlaces(scroller: Element, blocks: readonly ShownBlock[]): BlockPlaces {
  const boxOf = (index: number) => blocks[index]?.element.getBoundingClientRect()
  return {
    count: blocks.length,
    topOf: index => (boxOf(index)?.top ?? 0) + scroller.scrollTop,
    end: () => (boxOf(blocks.length - 1)?.bottom ?? 0) + scroller.scrollTop,
    height: scroller.scrollHeight,
  }
}
