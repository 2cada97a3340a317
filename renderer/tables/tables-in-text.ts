// Tables as tables in the editor: their keys, their toolbar, their look, and cells that are pasted.
import { completionStatus } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { type Extension, Prec, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { pasteCells } from './paste-cells.ts'
import { realignTables } from './realign-tables.ts'
import { leaveTable, tableKeys } from './table-commands.ts'
import { focusTableToolbar, tableToolbar } from './table-toolbar.ts'

const line = Decoration.line({ class: 'table-line' })

/** In letters of one width, so that columns stand in line. */
const tableLines = ViewPlugin.fromClass(
  class {
    lines: DecorationSet

    constructor(view: EditorView) {
      this.lines = linesOf(view)
    }

    update(update: ViewUpdate): void {
      const isParsedFurther = syntaxTree(update.startState) !== syntaxTree(update.state)
      if (update.docChanged || update.viewportChanged || isParsedFurther) this.lines = linesOf(update.view)
    }
  },
  { decorations: plugin => plugin.lines },
)

function linesOf({ state, viewport }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  syntaxTree(state).iterate({
    ...viewport,
    enter(node) {
      if (node.name !== 'Table') return true
      const last = state.doc.lineAt(node.to).number
      for (let number = state.doc.lineAt(node.from).number; number <= last; number++) {
        const { from } = state.doc.line(number)
        builder.add(from, from, line)
      }
      return false
    },
  })
  return builder.finish()
}

export const tablesInText: Extension = [
  Prec.highest(
    keymap.of([
      { key: 'Escape', run: view => completionStatus(view.state) !== 'active' && leaveTable(view) },
    ]),
  ),
  keymap.of([...tableKeys, { key: 'Alt-F10', run: focusTableToolbar }]),
  tableLines,
  tableToolbar,
  realignTables,
  pasteCells,
  EditorView.theme({
    '.table-line': { fontFamily: 'var(--font-code)', fontSize: '0.78em' },
    '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)', zIndex: '1' },
    '.table-toolbar': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '2px 14px',
      padding: '4px var(--writing-margin)',
      color: 'var(--ink-soft)',
    },
    '.table-toolbar [role=group]': { display: 'inline-flex', alignItems: 'center', gap: '2px' },
    '.table-toolbar button': {
      minWidth: '28px',
      height: '28px',
      marginInlineStart: '2px',
      padding: '0 6px',
      border: '1px solid transparent',
      borderRadius: 'var(--radius)',
      background: 'none',
      color: 'var(--ink)',
      font: 'inherit',
      fontSize: 'var(--size-lead)',
      lineHeight: '1',
    },
    '.table-toolbar button:hover': { background: 'var(--hover)' },
    '.table-toolbar button[aria-pressed=true]': {
      background: 'var(--selected)',
      borderColor: 'var(--line-field)',
    },
    '.table-toolbar button:focus-visible': { outline: '2px solid var(--ring)', outlineOffset: '1px' },
    '.table-toolbar-keys': { fontSize: 'var(--size-small)' },
  }),
]
