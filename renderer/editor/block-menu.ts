// The list that `/` opens on an empty line: the blocks that a brief is made of.
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  closeCompletion,
  completionStatus,
  snippet,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import type { LibraryLists } from '../../shared/answers.ts'
import { fuzzyFilter } from '../state/fuzzy-match.ts'
import { type Block, blocksFor } from './blocks.ts'

/** `lists` is asked anew each time the menu opens. */
export function blockMenu(lists: () => LibraryLists): CompletionSource {
  return context => blocksAt(context, lists())
}

function blocksAt(context: CompletionContext, lists: LibraryLists): CompletionResult | null {
  const { state, pos } = context
  const typed = typedSlash(state, pos)
  if (!typed || state.field(leftAsText) === typed.from) return null
  const blocks = blocksFor({ lists, today: new Date(), body: state.doc.toString() })
  const options = fuzzyFilter(typed.query, blocks, ({ label, words }) => `${label} ${words}`).map(
    completionOf,
  )
  return options.length === 0 ? null : { from: typed.from, options, filter: false }
}

/** The slash of a line that holds nothing else than what is sought. */
function typedSlash(state: EditorState, at: number): { from: number; query: string } | null {
  const line = state.doc.lineAt(at)
  const [, indent = '', query] = /^(\s*)\/((?:[\p{L}\p{N}][\p{L}\p{N} ]{0,30})?)$/u.exec(line.text) ?? []
  if (query === undefined || at !== line.to) return null
  const node = syntaxTree(state).resolveInner(at, -1)
  return /Code|Comment/.test(node.name) ? null : { from: line.from + indent.length, query }
}

function completionOf({ label, detail, template }: Block): Completion {
  const writeTemplate = snippet(template)
  return { label, detail, type: 'block', apply: writeTemplate }
}

const left = StateEffect.define<number>()

/** Where the slash stands whose menu was closed: it is text from then on. */
const leftAsText = StateField.define<number | null>({
  create: () => null,
  update(at, { changes, effects, state }) {
    for (const effect of effects) if (effect.is(left)) return effect.value
    const now = at === null ? null : changes.mapPos(at)
    return now !== null && state.sliceDoc(now, now + 1) === '/' ? now : null
  },
})

/** Closes the menu, and lets the slash be one. */
const leaveSlash: Command = view => {
  const typed = typedSlash(view.state, view.state.selection.main.head)
  if (!typed || completionStatus(view.state) === null) return false
  view.dispatch({ effects: left.of(typed.from) })
  return closeCompletion(view)
}

/** What the menu knows, looks like and hears; it must stand before the choices, which close by Escape too. */
export const blockMenuState: Extension = [
  leftAsText,
  Prec.highest(keymap.of([{ key: 'Escape', run: leaveSlash }])),
  EditorView.theme({
    '.cm-snippetField': { backgroundColor: 'var(--selected)', borderRadius: '3px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li.picker-option.picker-block': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
    },
    '.picker-block .cm-completionLabel': { gridColumn: '1' },
    '.picker-block .cm-completionDetail': {
      gridColumn: '2',
      fontFamily: 'var(--font-code)',
    },
    '.picker-block .picker-kind': { display: 'none' },
  }),
]
