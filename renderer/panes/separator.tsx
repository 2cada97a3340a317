import { useRef } from 'preact/hooks'
import { type PaneSize, setSize } from './pane-sizes.ts'

/**
 * The line between two panes, which sets how wide one is: a window splitter of the ARIA Authoring Practices. It is dragged,
 * or moved by the arrows, Home and End; Enter and a double click make it as it was first. `grows` says to which
 * side it moves when its pane grows.
 */
export function Separator({
  label,
  size,
  grows,
}: {
  label: string
  size: PaneSize
  grows: 'left' | 'right'
}) {
  /** Where the pointer took hold of it, and how wide the pane was. */
  const held = useRef<{ x: number; size: number } | null>(null)
  const sign = grows === 'right' ? 1 : -1
  const { value, usual, least, most, step, unit } = size

  const drag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!held.current) return
    const moved = sign * (event.clientX - held.current.x)
    const whole = event.currentTarget.closest('.brief-desk')?.clientWidth ?? window.innerWidth
    setSize(size, held.current.size + (unit === '%' ? (moved / whole) * 100 : moved))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = {
      ArrowLeft: value.value - sign * step,
      ArrowRight: value.value + sign * step,
      Home: least,
      End: most,
      Enter: usual,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setSize(size, to)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a horizontal rule cannot be moved.
    <div
      class="separator"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value.value}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={event => {
        if (event.button !== 0) return
        held.current = { x: event.clientX, size: value.value }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onLostPointerCapture={() => {
        held.current = null
      }}
      onDblClick={() => setSize(size, usual)}
      onKeyDown={onKeyDown}
    />
  )
}
