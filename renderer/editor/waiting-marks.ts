// Places in the text that wait for something to be put there. They move with the words around them.
import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'

/** Stands where something will be; `words` say what, or nothing where it is there soon. */
export class WaitingMark extends WidgetType {
  readonly words: string

  constructor(words: string) {
    super()
    this.words = words
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = 'waiting-mark'
    mark.textContent = this.words
    return mark
  }
}

/** What is typed at a mark stands after it where `isBefore`, and before it otherwise. */
export const beginWaiting = StateEffect.define<{ mark: WaitingMark; at: number; isBefore?: boolean }>()
export const endWaiting = StateEffect.define<WaitingMark>()

const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    let now = marks.map(changes)
    for (const effect of effects) {
      if (effect.is(beginWaiting)) {
        const { mark, at, isBefore } = effect.value
        now = now.update({ add: [Decoration.widget({ widget: mark, side: isBefore ? -1 : 1 }).range(at)] })
      } else if (effect.is(endWaiting)) {
        now = now.update({ filter: (_from, _to, value) => value.spec.widget !== effect.value })
      }
    }
    return now
  },
  provide: field => EditorView.decorations.from(field),
})

/** Where a mark has come to stand; null where the words around it are gone. */
export function placeOfMark(state: EditorState, mark: WaitingMark): number | null {
  for (const cursor = state.field(marksField).iter(); cursor.value; cursor.next()) {
    if (cursor.value.spec.widget === mark) return cursor.from
  }
  return null
}

const gone = new WeakSet<EditorView>()

/** Whether an editor that has `waitingMarks` was closed. */
export function isClosed(view: EditorView): boolean {
  return gone.has(view)
}

export const waitingMarks = [
  marksField,
  ViewPlugin.define(view => ({ destroy: () => void gone.add(view) })),
  EditorView.theme({
    '.waiting-mark': { color: 'var(--ink-soft)', fontSize: '0.85em', fontStyle: 'italic' },
  }),
]
