// A piece of a web page that is pasted into a brief becomes Markdown; pasted with Shift it is its words alone.
import { isolateHistory } from '@codemirror/commands'
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, Prec, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { pastedHtml } from '../capture/take-in.ts'
import { withBlankLines } from '../editor/block-insertion.ts'
import {
  beginWaiting,
  endWaiting,
  isClosed,
  placeOfMark,
  WaitingMark,
  waitingMarks,
} from '../editor/waiting-marks.ts'
import { tableAt } from '../tables/table-at.ts'
import { copiedPreview, type KnownRecord } from './own-references.ts'

type Pasting = {
  known: KnownRecord
  /** The Markdown of a piece of a page; null where it says no more than its words. */
  toMarkdown: (html: string, text: string) => Promise<string | null>
  /** Hears how many pictures of what was pasted stayed behind. */
  onLeftOut: (pictures: number) => void
  /** Hears that the text was closed before the words were there. */
  onLate: () => void
}

/** What a page has beside its words, by its elements; without any, nobody has to be asked. */
const structure = /<(?:h[1-6]|p|[uo]l|table|blockquote|a|em|i|strong|b|pre|code|del|s)\b|data-reference=/i

export function pastePages({ known, toMarkdown, onLeftOut, onLate }: Pasting): Extension {
  const put = async (view: EditorView, html: string, text: string): Promise<void> => {
    const own = copiedPreview(html, known)
    const mark = new WaitingMark('')
    const { from, to } = view.state.selection.main
    const replaced = view.state.sliceDoc(from, to)
    view.dispatch({ effects: beginWaiting.of({ mark, at: from, isBefore: true }) })
    const markdown = await toMarkdown(own?.html ?? html, own?.text ?? text)
    if (isClosed(view)) return onLate()
    const words = (own ? own.putBack(markdown ?? own.text) : (markdown ?? text)).replace(/\r\n?/g, '\n')
    view.dispatch(insertion(view.state, mark, words, replaced))
    const pictures = own ? 0 : picturesIn(html)
    if (markdown !== null && pictures > 0) onLeftOut(pictures)
  }
  let isPlain = false
  return [
    waitingMarks,
    Prec.highest(
      EditorView.domEventHandlers({
        keydown(event) {
          isPlain = event.key.toLowerCase() === 'v' && event.shiftKey && (event.ctrlKey || event.metaKey)
          return false
        },
        paste(event, view) {
          if (!isPlain || view.state.readOnly) return false
          isPlain = false
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (text === '') return false
          event.preventDefault()
          const { state } = view
          view.dispatch(state.replaceSelection(state.toText(text)), {
            userEvent: 'input.paste',
            scrollIntoView: true,
          })
          return true
        },
      }),
    ),
    EditorView.domEventHandlers({
      paste(event, view) {
        const html = pastedHtml(event.clipboardData)
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (html === null || text.trim() === '' || !structure.test(html)) return false
        if (view.state.readOnly || isInTableOrCode(view.state)) return false
        // At several places at once the words alone are pasted.
        if (view.state.selection.ranges.length > 1) return false
        event.preventDefault()
        void put(view, html, text)
        return true
      },
    }),
  ]
}

/** A row of a table is one line, and code is as it is. */
function isInTableOrCode(state: EditorState): boolean {
  const { head } = state.selection.main
  if (tableAt(state, head) !== null) return true
  let node = syntaxTree(state).resolveInner(head, -1)
  while (node.parent && !/Code/.test(node.name)) node = node.parent
  return /Code/.test(node.name)
}

/**
 * Puts Markdown where its mark has come to stand, in the place of the words that were selected then where they are still there;
 * a single paragraph within the line, other blocks with blank lines around them. One step that can be undone.
 */
function insertion(
  state: EditorState,
  mark: WaitingMark,
  markdown: string,
  replaced: string,
): TransactionSpec {
  const effects = endWaiting.of(mark)
  const from = placeOfMark(state, mark)
  if (from === null) return { effects }
  const isStill = state.sliceDoc(from, from + replaced.length) === replaced
  const to = isStill ? from + replaced.length : from
  const isBlock = /\n\s*\n|^(?:#{1,6} |[-*+] |\d+\. |> |\||`{3}|\*{3}$|::)/m.test(markdown)
  const [before, after] = [state.sliceDoc(0, from), state.sliceDoc(to)]
  const insert = isBlock ? withBlankLines(before, markdown, after) : markdown
  const { main } = state.selection
  const isWaiting = main.from === from && main.to === to
  return {
    effects,
    changes: { from, to, insert: state.toText(insert) },
    ...(isWaiting && { selection: { anchor: from + insert.length }, scrollIntoView: true }),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.paste',
  }
}

/** Pictures that a reader of the page saw: the dots that count readers are none. */
function picturesIn(html: string): number {
  const pictures = html.match(/<img\b[^>]*>/gi) ?? []
  return pictures.filter(picture => !/\s(?:width|height)\s*=\s*["']?[01](?:px)?["'\s>]/i.test(picture)).length
}
