// How large pages are drawn: 1 is as wide as the pane, and is kept for this session.
import { signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'

const zoom = signal(1)
const [least, most, step] = [0.5, 2, 1.1]

/** Hears Ctrl and the wheel, and the keys +, - and 0, where the pages have the focus; gives the zoom. */
export function useZoom(place: RefObject<HTMLElement | null>): number {
  useEffect(() => {
    const view = place.current
    if (!view) return
    const zoomBy = (factor: number) => {
      zoom.value = Math.min(Math.max(zoom.peek() * factor, least), most)
    }
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoomBy(step ** (-event.deltaY / 100))
    }
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '+' || event.key === '=') zoomBy(step)
      else if (event.key === '-') zoomBy(1 / step)
      else if (event.key === '0') zoom.value = 1
      else return
      event.preventDefault()
    }
    view.addEventListener('wheel', turn, { passive: false })
    view.addEventListener('keydown', press)
    return () => {
      view.removeEventListener('wheel', turn)
      view.removeEventListener('keydown', press)
    }
  }, [])
  useLayoutEffect(() => place.current?.style.setProperty('--zoom', String(zoom.value)), [zoom.value])
  return zoom.value
}
