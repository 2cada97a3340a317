// Misspelt words in the text: found in what is in view once nothing was typed for a while, and underlined.
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { type ProseWord, proseWords } from './prose-words.ts'
import { isSpellingOn, misspeltOf, spellingState } from './spelling.ts'
import { menuOfWord, openSpellingMenu } from './spelling-menu.ts'
import { languageOfText } from './text-language.ts'

/** Milliseconds without a key before words are looked at. */
const pause = 500
/** UTF-16 code units by which the language of the text is told. */
const lookedForLanguage = 20_000

const found = StateEffect.define<readonly ProseWord[]>()

const misspelt = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, docChanged, effects }) {
    const told = effects.find(effect => effect.is(found))
    if (told) return decorate(told.value)
    if (!docChanged) return shown
    // What is changed in a word may mend it: it is looked at again.
    return shown.map(changes).update({ filter: (from, to) => !touches(changes, from, to) })
  },
  provide: field => EditorView.decorations.from(field),
})

function decorate(words: readonly ProseWord[]): DecorationSet {
  return Decoration.set(
    words.map(({ from, to, language }) => Decoration.mark({ class: 'misspelt', language }).range(from, to)),
    true,
  )
}

function touches(changes: ViewUpdate['changes'], from: number, to: number): boolean {
  let isTouched = false
  changes.iterChanges((_oldFrom, _oldTo, start, end) => {
    if (start <= to && from <= end) isTouched = true
  })
  return isTouched
}

class Checking {
  readonly #view: EditorView
  readonly #stop: () => void
  #waiting: ReturnType<typeof setTimeout> | undefined
  #isGone = false
  /** Goes up with each check, so that an older one tells nothing. */
  #turn = 0

  constructor(view: EditorView) {
    this.#view = view
    this.#stop = spellingState.subscribe(() => this.#checkSoon())
  }

  update(update: ViewUpdate): void {
    const isParsedFurther = syntaxTree(update.startState) !== syntaxTree(update.state)
    if (update.docChanged || update.viewportChanged || isParsedFurther) this.#checkSoon()
  }

  destroy(): void {
    this.#isGone = true
    clearTimeout(this.#waiting)
    this.#stop()
  }

  #checkSoon(): void {
    this.#turn++
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#check(), pause)
  }

  async #check(): Promise<void> {
    const { state, visibleRanges } = this.#view
    const turn = this.#turn
    const words = isSpellingOn.value ? wordsInView(state, visibleRanges) : []
    const wrong = await misspeltOf(words)
    if (this.#isGone || turn !== this.#turn) return
    const shown = state.field(misspelt)
    if (wrong.length > 0 || shown.size > 0) this.#view.dispatch({ effects: found.of(wrong) })
  }
}

function wordsInView(state: EditorState, ranges: EditorView['visibleRanges']): ProseWord[] {
  const language = languageOfText(state.sliceDoc(0, lookedForLanguage))
  return ranges.flatMap(range => proseWords(state, range, language))
}

/** The misspelt word at a place, or the next one after it in view; null where none is. */
function misspeltAt(state: EditorState, at: number, orNext = false): ProseWord | null {
  let next: ProseWord | null = null
  let first: ProseWord | null = null
  for (const cursor = state.field(misspelt).iter(); cursor.value; cursor.next()) {
    const { from, to } = cursor
    const word = { from, to, word: state.sliceDoc(from, to), language: cursor.value.spec.language }
    if (from <= at && at <= to) return word
    first ??= word
    if (from > at) next ??= word
  }
  return orNext ? (next ?? first) : null
}

/** Underlines misspelt words, and offers what may have been meant by Mod-. or the right button. */
export const spellingInText: Extension = [
  misspelt,
  ViewPlugin.define(view => new Checking(view)),
  menuOfWord,
  keymap.of([
    {
      key: 'Mod-.',
      run: view => openSpellingMenu(view, misspeltAt(view.state, view.state.selection.main.head, true)),
    },
  ]),
  EditorView.domEventHandlers({
    contextmenu(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
      const word = at === null ? null : misspeltAt(view.state, at)
      if (word === null) return false
      event.preventDefault()
      return openSpellingMenu(view, word)
    },
  }),
  EditorView.theme({
    '.cm-tooltip.spelling-menu': {
      display: 'grid',
      minWidth: '11rem',
      padding: '4px',
      border: '1px solid var(--line)',
      borderRadius: '10px',
      background: 'var(--raised)',
      color: 'var(--ink)',
      boxShadow: 'var(--shadow)',
      fontFamily: 'var(--font-interface)',
      fontSize: 'var(--size-text)',
    },
    '.spelling-menu :is(button, p)': {
      margin: '0',
      padding: '6px 10px',
      border: 'none',
      borderRadius: '6px',
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      lineHeight: '1.4',
      textAlign: 'start',
    },
    '.spelling-menu p': { color: 'var(--ink-soft)' },
    '.spelling-menu button:hover': { background: 'var(--hover)' },
    '.spelling-menu button:focus': {
      background: 'var(--selected)',
      outline: '2px solid var(--ring)',
      outlineOffset: '-2px',
    },
    '.spelling-menu .spelling-menu-first': { marginTop: '9px' },
    '.spelling-menu .spelling-menu-first::before': {
      content: '""',
      display: 'block',
      margin: '-11px -10px 10px',
      borderTop: '1px solid var(--line)',
    },
    '.misspelt': {
      textDecoration: 'underline dashed 1px var(--accent)',
      textUnderlineOffset: '4px',
      textDecorationSkipInk: 'none',
    },
  }),
]
