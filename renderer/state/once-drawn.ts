import { signal } from '@preact/signals'

/** Whether the code of what the room shows is there; the window's parts say so. */
export const isRoomLoaded = signal(true)

/** Runs it once what is asked for is on the screen, for which its code may yet have to be loaded. */
export function onceDrawn(run: () => void): void {
  const drawSoon = () => void requestAnimationFrame(run)
  if (isRoomLoaded.peek()) {
    drawSoon()
    return
  }
  const stop = isRoomLoaded.subscribe(isLoaded => {
    if (!isLoaded) return
    stop()
    drawSoon()
  })
}
