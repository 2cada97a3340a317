import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Source } from '../../shared/model/records.ts'
import { editorTheme, markdownStyle } from '../editor/markdown-style.ts'
import { strings } from '../ui/strings.ts'
import { leaveTextEdit, textEdit } from './text-edit.ts'

/** The text of a source as it is stored, to be corrected. Ctrl+Enter saves, Esc leaves. */
export function SourceTextEditor({ source, onSave }: { source: Source; onSave: () => void }) {
  const place = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!place.current) return
    // In a shadow root, where CodeMirror takes its styles as adopted style sheets: see the editor of briefs.
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' })
    const view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: textEdit.value?.text ?? source.text,
        selection: { anchor: lineOffset(textEdit.value) },
        extensions: [
          history(),
          drawSelection(),
          EditorView.lineWrapping,
          EditorState.phrases.of(strings.find),
          // Whatever ends the lines of the text goes on ending them.
          EditorState.lineSeparator.of(source.text.includes('\r\n') ? '\r\n' : '\n'),
          source.kind === 'text' ? [] : markdown({ base: markdownLanguage, completeHTMLTags: false }),
          markdownStyle,
          editorTheme,
          search({ top: true }),
          keymap.of([
            { key: 'Mod-Enter', run: does(onSave) },
            ...searchKeymap,
            { key: 'Escape', run: does(leaveTextEdit) },
            ...historyKeymap,
            ...defaultKeymap.filter(({ key }) => key !== 'Mod-i'),
          ]),
          EditorView.contentAttributes.of({
            'aria-label': strings.sources.text,
            spellcheck: 'false',
            tabindex: '0',
          }),
          EditorView.updateListener.of(update => {
            const edit = textEdit.value
            if (update.docChanged && edit) textEdit.value = { ...edit, text: update.state.sliceDoc() }
          }),
        ],
      }),
    })
    view.focus()
    // Once it has its size.
    requestAnimationFrame(() =>
      view.dispatch({
        effects: EditorView.scrollIntoView(view.state.selection.main, { y: 'start', yMargin: 24 }),
      }),
    )
    return () => view.destroy()
  }, [])

  return (
    <div class="source-editing">
      <header class="source-editing-head">
        <div class="source-editing-words">
          <h1>{strings.sources.editTitle(source.title)}</h1>
          <p>{strings.sources.editHint}</p>
        </div>
      </header>
      <div class="source-editor" ref={place} />
    </div>
  )
}

/** Where the words that one is at stand for the editor, to whom every line end is one character. */
function lineOffset(edit: { opened: string; text: string; at: number } | null): number {
  if (!edit || edit.text !== edit.opened) return 0
  return edit.text.slice(0, edit.at).replaceAll('\r\n', '\n').length
}

/** A key's command that always has done its work. */
function does(work: () => void): () => boolean {
  return () => {
    work()
    return true
  }
}
