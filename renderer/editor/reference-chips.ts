// References shown as chips. The directive around a label stands aside until the cursor comes to it.
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, type Range, StateEffect } from '@codemirror/state'
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import type { ReferenceKind } from '../../shared/references/reference.ts'
import { isReferenceNode, readReference } from './reference-at.ts'

/** What a reference's record shows: null where no record has that id. */
export type DescribeReference = (
  kind: ReferenceKind,
  id: string,
) => { label: string; attribution: string; isUnfinished?: boolean } | null

/** Tells the chips that records changed. */
export const referencesChanged = StateEffect.define<null>()

/** `onOpen` is told the id of a chip that is clicked with Ctrl or Cmd, or entered upon. */
export function referenceChips(options: {
  describe: DescribeReference
  missing: string
  onOpen: (id: string) => void
}): Extension {
  return [
    ViewPlugin.fromClass(
      class {
        decorations: DecorationSet
        constructor(view: EditorView) {
          this.decorations = chipsIn(view, options)
        }
        update(update: ViewUpdate) {
          const isTold = update.transactions.some(({ effects }) =>
            effects.some(effect => effect.is(referencesChanged)),
          )
          const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state)
          if (update.docChanged || update.selectionSet || update.viewportChanged || isTold || isParsed) {
            this.decorations = chipsIn(update.view, options)
          }
        }
      },
      { decorations: plugin => plugin.decorations },
    ),
    EditorView.domEventHandlers({
      click(event) {
        const chip = event.target instanceof Element ? event.target.closest('[data-reference]') : null
        const id = chip?.getAttribute('data-reference')
        if (!id || !(event.ctrlKey || event.metaKey)) return false
        options.onOpen(id)
        return true
      },
    }),
  ]
}

/** Deletes the chip without a label beside the cursor as a whole: one character less would leave code in the sentence. */
export function deleteChip(side: 'before' | 'after'): Command {
  return view => {
    const { state } = view
    const { main, ranges } = state.selection
    if (!main.empty || ranges.length > 1 || state.readOnly) return false
    let node: ReturnType<Tree['resolveInner']> | null = syntaxTree(state).resolveInner(
      main.head,
      side === 'before' ? -1 : 1,
    )
    while (node && node.name !== 'Reference') node = node.parent
    if (!node || (side === 'before' ? node.to : node.from) !== main.head) return false
    if (readReference(state, node.name, node.from, node.to)?.label !== '') return false
    view.dispatch({
      changes: { from: node.from, to: node.to },
      userEvent: `delete.${side}`,
      scrollIntoView: true,
    })
    return true
  }
}

type Tree = ReturnType<typeof syntaxTree>

class RecordChip extends WidgetType {
  readonly text: string
  readonly attribution: string
  readonly id: string
  readonly className: string

  constructor(text: string, attribution: string, id: string, className: string) {
    super()
    this.text = text
    this.attribution = attribution
    this.id = id
    this.className = className
  }

  override eq(other: RecordChip): boolean {
    return (
      this.text === other.text &&
      this.attribution === other.attribution &&
      this.id === other.id &&
      this.className === other.className
    )
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = this.className
    chip.setAttribute('data-reference', this.id)
    chip.textContent = this.text
    if (this.attribution) {
      const attribution = document.createElement('span')
      attribution.className = 'chip-attribution'
      attribution.textContent = ` — ${this.attribution}`
      chip.append(attribution)
    }
    return chip
  }

  // A chip that goes over a line end has its end on its last line, where CodeMirror would look on its first.
  override coordsAt(dom: HTMLElement, pos: number) {
    const boxes = dom.getClientRects()
    const box = pos > 0 ? boxes[boxes.length - 1] : boxes[0]
    if (!box) return null
    const at = pos > 0 ? box.right : box.left
    return { left: at, right: at, top: box.top, bottom: box.bottom }
  }

  override ignoreEvent(): boolean {
    return false
  }
}

const hidden = Decoration.replace({})
const quiet = Decoration.mark({ class: 'chip-syntax' })

function chipsIn(view: EditorView, options: { describe: DescribeReference; missing: string }): DecorationSet {
  const { state } = view
  const ranges: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter(node) {
        if (isReferenceNode(node.name)) ranges.push(...chipAt(view, node.name, node.from, node.to, options))
      },
    })
  }
  return Decoration.set(ranges, true)
}

function chipAt(
  view: EditorView,
  nodeName: string,
  from: number,
  to: number,
  options: { describe: DescribeReference; missing: string },
): Range<Decoration>[] {
  const { state } = view
  const reference = readReference(state, nodeName, from, to)
  if (!reference) return []
  const described = options.describe(reference.kind, reference.id)
  const unfinished = described?.isUnfinished ? ' chip-unfinished' : ''
  const className = `chip chip-${described ? reference.kind : 'missing'}${unfinished}`
  const isEntered =
    state.selection.ranges.some(range => range.from <= to && from <= range.to) && view.hasFocus
  const written = state.sliceDoc(from, to)
  const opening = written.indexOf('[')
  const closing = written.lastIndexOf(']')
  const hasLabel = reference.label !== '' && opening !== -1 && closing > opening
  if (hasLabel) {
    const labelFrom = from + opening + 1
    const labelTo = from + closing
    const aside = isEntered ? quiet : hidden
    const chip = Decoration.mark({ class: className, attributes: { 'data-reference': reference.id } })
    return [aside.range(from, labelFrom), chip.range(labelFrom, labelTo), aside.range(labelTo, to)]
  }
  const isBlock = nodeName === 'BlockReference'
  // Typing on right beside the chip must not turn it into code.
  if (isEntered && isInside(state, from, to)) return [quiet.range(from, to)]
  const text = described ? described.label : `${reference.id} (${options.missing})`
  // In a sentence the chip shows what the reader will read, and no more.
  const widget = new RecordChip(text, isBlock ? (described?.attribution ?? '') : '', reference.id, className)
  return [Decoration.replace({ widget }).range(from, to)]
}

function isInside({ selection }: EditorState, from: number, to: number): boolean {
  return selection.ranges.some(range => range.from < to && from < range.to)
}
