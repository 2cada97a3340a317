// What can be done to the table that the cursor is in, under the text.

import { StateField } from '@codemirror/state'
import { type EditorView, type Panel, showPanel, type ViewUpdate } from '@codemirror/view'
import type { CellAlignment } from '../../shared/markdown/pipe-table.ts'
import {
  alignColumn,
  deleteColumn,
  deleteRow,
  insertColumn,
  insertRow,
  type TableEdit,
} from '../../shared/markdown/table-edit.ts'
import { strings } from '../ui/strings.ts'
import { cellAt, tableAt } from './table-at.ts'
import { editTable } from './table-commands.ts'

type Tool = { label: string; sign: string; edit: TableEdit; alignment?: CellAlignment }

const { tables: words } = strings
const groups: readonly { label: string; tools: readonly Tool[] }[] = [
  {
    label: words.rows,
    tools: [
      { label: words.insertRow, sign: '+', edit: insertRow },
      { label: words.deleteRow, sign: '−', edit: deleteRow },
    ],
  },
  {
    label: words.columns,
    tools: [
      { label: words.insertColumn, sign: '+', edit: insertColumn },
      { label: words.deleteColumn, sign: '−', edit: deleteColumn },
      { label: words.left, sign: '⇤', edit: alignColumn('left'), alignment: 'left' },
      { label: words.centre, sign: '↔', edit: alignColumn('centre'), alignment: 'centre' },
      { label: words.right, sign: '⇥', edit: alignColumn('right'), alignment: 'right' },
    ],
  },
]

const isShown = StateField.define<boolean>({
  create: state => tableAt(state, state.selection.main.head) !== null,
  update: (shown, { docChanged, selection, state }) =>
    docChanged || selection ? !state.readOnly && tableAt(state, state.selection.main.head) !== null : shown,
  provide: field => showPanel.from(field, shown => (shown ? openToolbar : null)),
})

/** Shows the toolbar of a table while the cursor is in one. */
export const tableToolbar = isShown

/** Takes the focus to the toolbar; false where the cursor is in no table. */
export function focusTableToolbar(view: EditorView): boolean {
  const button = view.dom.querySelector<HTMLElement>('.table-toolbar button[tabindex="0"]')
  button?.focus()
  return button !== null
}

function openToolbar(view: EditorView): Panel {
  const dom = document.createElement('div')
  dom.className = 'table-toolbar'
  dom.setAttribute('role', 'toolbar')
  dom.setAttribute('aria-label', words.toolbar)
  const aligning: { button: HTMLButtonElement; alignment: CellAlignment }[] = []
  for (const { label, tools } of groups) {
    const group = document.createElement('span')
    group.setAttribute('role', 'group')
    group.setAttribute('aria-label', label)
    group.append(label)
    for (const tool of tools) {
      const button = buttonOf(tool, view)
      if (tool.alignment) aligning.push({ button, alignment: tool.alignment })
      group.append(button)
    }
    dom.append(group)
  }
  const keys = document.createElement('span')
  keys.className = 'table-toolbar-keys'
  keys.textContent = words.keys
  dom.append(keys)
  dom.querySelector('button')?.setAttribute('tabindex', '0')
  dom.addEventListener('keydown', event => walk(event, dom, view))
  const show = () => {
    const now = alignmentAtCursor(view)
    for (const { button, alignment } of aligning) button.setAttribute('aria-pressed', `${alignment === now}`)
  }
  show()
  return { dom, update: (update: ViewUpdate) => (update.docChanged || update.selectionSet) && show() }
}

function buttonOf({ label, sign, edit }: Tool, view: EditorView): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.title = label
  button.setAttribute('aria-label', label)
  button.textContent = sign
  // The text keeps the focus under the mouse.
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => editTable(edit)(view))
  return button
}

function alignmentAtCursor({ state }: EditorView): CellAlignment | undefined {
  const { head } = state.selection.main
  const found = tableAt(state, head)
  return found?.table.alignments[cellAt(state, found, head).column]
}

/** The keys of a toolbar, as the ARIA practices have them. */
function walk(event: KeyboardEvent, toolbar: HTMLElement, view: EditorView): void {
  const buttons = [...toolbar.querySelectorAll('button')]
  const at = buttons.findIndex(button => button.matches(':focus'))
  const to: Record<string, number> = {
    ArrowRight: (at + 1) % buttons.length,
    ArrowLeft: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  if (event.key === 'Escape') view.focus()
  else if (event.key in to) {
    for (const [index, button] of buttons.entries()) button.tabIndex = index === to[event.key] ? 0 : -1
    buttons[to[event.key] ?? 0]?.focus()
  } else return
  event.preventDefault()
  event.stopPropagation()
}
