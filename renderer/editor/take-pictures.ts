// Pictures that are pasted into a brief's text or dropped on it: kept while the writing goes on, and then linked there.
import { isolateHistory } from '@codemirror/commands'
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'
import { isPicture } from '../capture/is-picture.ts'
import { pictureInsertion } from './picture-insertion.ts'

type Taking = {
  /** Keeps a picture and gives its SHA-256; null where it was refused, which was told. */
  keep: (file: File) => Promise<string | null>
  /** Stands where a picture will, until it is kept. */
  waiting: string
  /** Hears that pictures were kept when the text was closed already. */
  onLate: () => void
}

export function takePictures({ keep, waiting, onLate }: Taking): Extension {
  const gone = new WeakSet<EditorView>()

  const take = async (view: EditorView, files: readonly File[], at: number): Promise<void> => {
    const mark = new WaitingMark(waiting)
    view.dispatch({ effects: begun.of({ mark, at }) })
    const kept: string[] = []
    for (const file of files) {
      const sha256 = await keep(file)
      if (sha256 !== null) kept.push(sha256)
    }
    if (gone.has(view)) return kept.length > 0 ? onLate() : undefined
    view.dispatch(linked(view.state, mark, kept))
  }

  return [
    waitingMarks,
    ViewPlugin.define(view => ({ destroy: () => void gone.add(view) })),
    EditorView.domEventHandlers({
      paste(event, view) {
        const files = picturesIn(event.clipboardData)
        // A program that copies words often adds a picture of them.
        const hasWords = (event.clipboardData?.getData('text/plain') ?? '').trim() !== ''
        if (files.length === 0 || hasWords || view.state.readOnly) return false
        void take(view, files, view.state.selection.main.to)
        return true
      },
      drop(event, view) {
        const files = picturesIn(event.dataTransfer)
        if (files.length === 0 || view.state.readOnly) return false
        event.preventDefault()
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
        view.dispatch({ selection: { anchor: at } })
        view.focus()
        void take(view, files, at)
        return true
      },
    }),
    EditorView.theme({
      '.picture-waiting': { color: 'var(--ink-soft)', fontSize: '0.85em', fontStyle: 'italic' },
    }),
  ]
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(isPicture)
}

/** Links what was kept where its mark has come to stand, as one step that can be undone. The cursor follows where it still waits. */
function linked(state: EditorState, mark: WaitingMark, kept: readonly string[]) {
  const effects = ended.of(mark)
  const place = placeOf(state, mark)
  if (place === null || kept.length === 0) return { effects }
  const { at, insert, cursor } = pictureInsertion(state.doc.toString(), place, kept)
  const { main } = state.selection
  return {
    effects,
    changes: { from: at, insert },
    ...(main.empty && main.head === place && { selection: { anchor: cursor }, scrollIntoView: true }),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.paste',
  }
}

class WaitingMark extends WidgetType {
  readonly words: string

  constructor(words: string) {
    super()
    this.words = words
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = 'picture-waiting'
    mark.textContent = this.words
    return mark
  }
}

const begun = StateEffect.define<{ mark: WaitingMark; at: number }>()
const ended = StateEffect.define<WaitingMark>()

/** They move with the words around them. */
const waitingMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    let now = marks.map(changes)
    for (const effect of effects) {
      if (effect.is(begun)) {
        const { mark, at } = effect.value
        now = now.update({ add: [Decoration.widget({ widget: mark, side: 1 }).range(at)] })
      } else if (effect.is(ended)) {
        now = now.update({ filter: (_from, _to, value) => value.spec.widget !== effect.value })
      }
    }
    return now
  },
  provide: field => EditorView.decorations.from(field),
})

function placeOf(state: EditorState, mark: WaitingMark): number | null {
  for (const cursor = state.field(waitingMarks).iter(); cursor.value; cursor.next()) {
    if (cursor.value.spec.widget === mark) return cursor.from
  }
  return null
}
