// The mouse, the touchpad and fingers on the picture of the timeline.
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { moveTimeline, zoomTimeline } from './timeline-actions.ts'

/** What a px of the wheel zooms by; a pinch comes in smaller ones. */
const wheelRate = 0.0022
const pinchRate = 0.011
/** Lines and pages of a wheel in px, as browsers take them. */
const unitLengths = [1, 16, 400]
/** CSS px until a press is a drag. */
const dragFrom = 4

/** The wheel zooms at the pointer, sideways and with Shift it moves, and so does a drag. */
export function useStagePointer(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const unit = unitLengths[event.deltaMode] ?? 1
      const { left, width } = element.getBoundingClientRect()
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      if (isSideways) moveTimeline(((event.deltaX || event.deltaY) * unit) / width)
      else
        zoomTimeline(
          Math.exp(event.deltaY * unit * (event.ctrlKey ? pinchRate : wheelRate)),
          (event.clientX - left) / width,
        )
    }
    let from: { pointer: number; x: number; last: number; isDrag: boolean } | null = null
    const onDown = (event: PointerEvent) => {
      if (event.button === 0)
        from = { pointer: event.pointerId, x: event.clientX, last: event.clientX, isDrag: false }
    }
    const onMove = (event: PointerEvent) => {
      // It was let go where nobody heard of it.
      if (!(event.buttons & 1)) from = null
      if (from?.pointer !== event.pointerId) return
      if (!from.isDrag && Math.abs(event.clientX - from.x) < dragFrom) return
      if (!from.isDrag) element.setPointerCapture(event.pointerId)
      from.isDrag = true
      moveTimeline((from.last - event.clientX) / element.clientWidth)
      from.last = event.clientX
    }
    const onUp = (event: PointerEvent) => {
      if (from?.pointer !== event.pointerId) return
      const { isDrag } = from
      from = null
      // What was dragged is not pressed.
      if (isDrag) element.addEventListener('click', stopClick, { capture: true, once: true })
      setTimeout(() => element.removeEventListener('click', stopClick, { capture: true }))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
    }
  }, [stage])
}

function stopClick(event: Event): void {
  event.stopPropagation()
}
