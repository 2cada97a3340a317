// Pictures that are pasted into a brief's text or dropped on it: kept while the writing goes on, and then linked there.
import { isolateHistory } from '@codemirror/commands'
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isPicture } from '../capture/is-picture.ts'
import { askForWords, picturesAsked } from '../picture-words/ask-for-words.ts'
import { wordlessPictures } from '../picture-words/wordless-pictures.ts'
import { pictureInsertion } from './picture-insertion.ts'
import {
  beginWaiting,
  endWaiting,
  isClosed,
  placeOfMark,
  WaitingMark,
  waitingMarks,
} from './waiting-marks.ts'

type Taking = {
  /** Keeps a picture and gives its SHA-256; null where it was refused, which was told. */
  keep: (file: File) => Promise<string | null>
  /** Stands where a picture will, until it is kept. */
  waiting: string
  /** Hears that pictures were kept when the text was closed already. */
  onLate: () => void
}

export function takePictures({ keep, waiting, onLate }: Taking): Extension {
  const take = async (view: EditorView, files: readonly File[], at: number): Promise<void> => {
    const mark = new WaitingMark(waiting)
    view.dispatch({ effects: beginWaiting.of({ mark, at }) })
    const kept: string[] = []
    for (const file of files) {
      const sha256 = await keep(file)
      if (sha256 !== null) kept.push(sha256)
    }
    if (isClosed(view)) return kept.length > 0 ? onLate() : undefined
    view.dispatch(linked(view.state, mark, kept))
  }

  return [
    waitingMarks,
    picturesAsked,
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
  ]
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(isPicture)
}

/** Links what was kept where its mark has come to stand, as one step that can be undone. The cursor follows where it still waits. */
function linked(state: EditorState, mark: WaitingMark, kept: readonly string[]) {
  const ends = endWaiting.of(mark)
  const place = placeOfMark(state, mark)
  if (place === null || kept.length === 0) return { effects: ends }
  const { at, insert, cursor } = pictureInsertion(state.doc.toString(), place, kept)
  const { main } = state.selection
  // Who has gone on elsewhere is not called back; a check asks for the words.
  const isWaitedFor = main.empty && main.head === place
  return {
    effects: isWaitedFor ? [ends, askForWords.of(wordlessPictures(insert, at))] : ends,
    changes: { from: at, insert },
    ...(isWaitedFor && { selection: { anchor: cursor }, scrollIntoView: true }),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.paste',
  }
}
