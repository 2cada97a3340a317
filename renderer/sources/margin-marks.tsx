import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { showMenu } from '../context-menu/menu-state.ts'
import { menuOfEvidence } from '../context-menu/record-menus.ts'
import { dragReferences } from '../evidence/drag-references.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { headOf } from '../evidence/evidence-words.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { strings } from '../ui/strings.ts'

/** The evidence that begins in one line of the text; `top` in CSS px from the top of the text. */
type MarginLine = { top: number; items: EvidenceItem[] }

/**
 * A sign beside the line in which each piece of evidence begins. One stop for Tab: the arrows go from sign to sign, Enter opens.
 */
export function MarginMarks(props: {
  text: RefObject<HTMLElement | null>
  evidence: readonly EvidenceItem[]
  openId: string | null
}) {
  const { text, evidence, openId } = props
  const [lines, setLines] = useState<readonly MarginLine[]>([])

  useLayoutEffect(() => {
    const view = text.current
    if (!view) return
    const place = () => setLines(linesOf(view, evidence))
    // Whatever makes the column wider, narrower or taller moves its lines.
    const resized = new ResizeObserver(place)
    resized.observe(view)
    return () => resized.disconnect()
  }, [evidence.map(({ record }) => `${record.id} ${record.updatedAt}`).join()])

  if (lines.length === 0) return null
  const first = lines[0]?.items[0]?.record.id
  return (
    <div
      class="margin-marks"
      role="toolbar"
      aria-label={strings.reading.margin}
      aria-orientation="vertical"
      onKeyDown={walk}
      onClick={event => event.stopPropagation()}
    >
      {lines.map(({ top, items }) => (
        <div key={top} class="margin-line" style={{ top: `${top}px` }}>
          {items.map(item => {
            const { id } = item.record
            const label = `${strings.kinds[item.kind]}: ${headOf(item)}`
            return (
              <button
                key={id}
                type="button"
                class="margin-mark"
                tabIndex={id === first ? 0 : -1}
                aria-label={label}
                title={label}
                aria-current={id === openId ? 'true' : undefined}
                draggable
                onDragStart={event => dragReferences(event, [item])}
                onClick={() => openEvidence(id)}
                onContextMenu={event => showMenu(event, menuOfEvidence(item))}
              >
                <KindGlyph kind={item.kind} />
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function linesOf(view: HTMLElement, evidence: readonly EvidenceItem[]): MarginLine[] {
  const from = view.getBoundingClientRect().top
  const lines: MarginLine[] = []
  const placed = evidence.flatMap(item => {
    const mark = view.querySelector(`[data-evidence="${CSS.escape(item.record.id)}"]`)
    const box = mark?.getClientRects()[0]
    return box ? [{ item, top: Math.round(box.top - from), height: box.height }] : []
  })
  for (const { item, top, height } of placed.sort((one, other) => one.top - other.top)) {
    const last = lines.at(-1)
    if (last && top - last.top < height / 2) last.items.push(item)
    else lines.push({ top, items: [item] })
  }
  return lines
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('.margin-mark')]
  const at = marks.indexOf(event.target as HTMLElement)
  const steps = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 }
  const edges = { Home: 0, End: marks.length - 1 }
  const to = { ...steps, ...edges }[event.key as keyof typeof steps]
  if (to === undefined) return
  // The text around the signs would move its caret.
  event.stopPropagation()
  event.preventDefault()
  marks[to]?.focus()
}
