// Typing is seen before the rest of the window is drawn anew for it.
import { options } from 'preact'

/** Milliseconds after which a window that paints nothing, since nobody sees it, is drawn all the same. */
const unseen = 100

/** Makes a change whose drawing waits until what is on its way to the screen is there. What it sets is set at once. */
export function paintFirst(change: () => void): void {
  options.debounceRendering = afterPaint
  try {
    change()
  } finally {
    // What is changed by anything else is drawn at once, with what waits.
    delete options.debounceRendering
  }
}

function afterPaint(draw: () => void): void {
  const { port1, port2 } = new MessageChannel()
  let isDrawn = false
  const once = () => {
    clearTimeout(waiting)
    if (!isDrawn) draw()
    isDrawn = true
  }
  const waiting = setTimeout(once, unseen)
  port1.onmessage = once
  // A frame's style, layout and paint come before the next message.
  requestAnimationFrame(() => port2.postMessage(null))
}
