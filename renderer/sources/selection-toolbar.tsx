import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { EvidenceKind } from '../state/lists.ts'
import { Icon } from '../ui/icon.tsx'
import { strings } from '../ui/strings.ts'

const choices: readonly { kind: EvidenceKind; key: string }[] = [
  { kind: 'quote', key: 'Q' },
  { kind: 'figure', key: 'F' },
  { kind: 'event', key: 'T' },
]

/** Stands over the selected words and offers what can be made of them. */
export function SelectionToolbar(props: {
  view: RefObject<HTMLElement | null>
  onMake: (kind: EvidenceKind) => void
}) {
  const bar = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const place = () => {
      const element = bar.current
      const selection = document.getSelection()
      if (!element || !selection || selection.rangeCount === 0) return
      const boxes = selection.getRangeAt(0).getClientRects()
      const first = boxes[0]
      const last = boxes[boxes.length - 1]
      const view = props.view.current?.getBoundingClientRect()
      const page = props.view.current?.closest('.reading-scroller')?.getBoundingClientRect()
      if (!first || !last || !view || !page) return
      element.classList.toggle('is-out-of-view', last.bottom < page.top || first.top > page.bottom)
      const { width, height } = element.getBoundingClientRect()
      const isOnOneLine = last.bottom - first.top < first.height * 1.5
      const middle = isOnOneLine ? (first.left + last.right) / 2 : (view.left + view.right) / 2
      const above = first.top - height - 8
      element.style.left = `${Math.max(8, Math.min(middle - width / 2, window.innerWidth - width - 8))}px`
      element.style.top = `${above > 56 ? above : Math.min(last.bottom + 8, window.innerHeight - height - 40)}px`
    }
    if (!bar.current?.matches(':popover-open')) bar.current?.showPopover()
    place()
    // A scroll does not bubble, but passes by on its way down.
    const scrolling = { capture: true, passive: true }
    document.addEventListener('selectionchange', place)
    document.addEventListener('scroll', place, scrolling)
    window.addEventListener('resize', place)
    return () => {
      document.removeEventListener('selectionchange', place)
      document.removeEventListener('scroll', place, scrolling)
      window.removeEventListener('resize', place)
    }
  })

  return (
    <div
      ref={bar}
      class="selection-toolbar"
      popover="manual"
      role="toolbar"
      aria-label={strings.sources.toolbar}
    >
      {choices.map(({ kind, key }) => (
        <button
          key={kind}
          type="button"
          class="selection-choice"
          aria-keyshortcuts={key}
          // The selection must outlive the press.
          onMouseDown={event => event.preventDefault()}
          onClick={() => props.onMake(kind)}
        >
          <Icon name={kind} />
          <span>{strings.kinds[kind]}</span>
          <span aria-hidden="true">
            <kbd>{key}</kbd>
          </span>
        </button>
      ))}
    </div>
  )
}
