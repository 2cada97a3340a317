// CodeMirror with what its own `minimalSetup` has, its Markdown, and nothing of ours: the page that typing is held against.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view'

declare const text: string

new EditorView({
  doc: text,
  parent: document.body,
  extensions: [
    highlightSpecialChars(),
    history(),
    drawSelection(),
    syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    markdown(),
    EditorView.lineWrapping,
  ],
}).focus()
