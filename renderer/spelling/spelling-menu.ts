// The menu of a misspelt word: what may have been meant, and adding it to the dictionary.
import { StateEffect, StateField } from '@codemirror/state'
import { EditorView, showTooltip, type TooltipView } from '@codemirror/view'
import { strings } from '../ui/strings.ts'
import type { ProseWord } from './prose-words.ts'
import { addWord, suggestionsFor, toggleSpelling } from './spelling.ts'

type Menu = { word: ProseWord; suggestions: readonly string[] }
type Item = { label: string; choose: () => void }

const shown = StateEffect.define<Menu | null>()

export const menuOfWord = StateField.define<Menu | null>({
  create: () => null,
  update(menu, { effects, docChanged }) {
    const told = effects.find(effect => effect.is(shown))
    if (told) return told.value
    return docChanged ? null : menu
  },
  provide: field =>
    showTooltip.from(field, menu =>
      menu === null
        ? null
        : { pos: menu.word.from, end: menu.word.to, above: false, create: view => tooltipOf(view, menu) },
    ),
})

/** Opens the menu of a word once its suggestions are known, unless the text changed meanwhile. */
export function openSpellingMenu(view: EditorView, word: ProseWord | null): boolean {
  if (view.state.readOnly) return false
  if (word === null) {
    view.dispatch({ effects: EditorView.announce.of(strings.spelling.allRight) })
    return true
  }
  const { doc } = view.state
  void suggestionsFor(word).then(suggestions => {
    if (view.state.doc !== doc || !view.dom.isConnected) return
    view.dispatch({
      selection: { anchor: word.from, head: word.to },
      effects: shown.of({ word, suggestions }),
      scrollIntoView: true,
    })
  })
  return true
}

function tooltipOf(view: EditorView, { word, suggestions }: Menu): TooltipView {
  const close = () => {
    // First, so that the menu does not lose the focus in the middle of an update.
    view.focus()
    view.dispatch({ effects: shown.of(null), selection: { anchor: word.to } })
  }
  const items: Item[] = [
    ...suggestions.map(label => ({ label, choose: () => replace(view, word, label) })),
    { label: strings.spelling.add, choose: () => void addWord(word.word) },
    { label: strings.spelling.turnOff, choose: toggleSpelling },
  ]
  const dom = document.createElement('div')
  dom.className = 'spelling-menu'
  dom.setAttribute('role', 'menu')
  dom.setAttribute('aria-label', strings.spelling.menu(word.word))
  if (suggestions.length === 0) dom.append(noSuggestions())
  dom.append(
    ...items.map((item, index) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.tabIndex = -1
      button.setAttribute('role', 'menuitem')
      button.textContent = item.label
      if (index < suggestions.length) button.lang = word.language
      if (index === suggestions.length) button.className = 'spelling-menu-first'
      button.addEventListener('click', () => {
        close()
        item.choose()
      })
      return button
    }),
  )
  dom.addEventListener('keydown', event => walk(event, dom, close))
  dom.addEventListener('focusout', event => {
    if (event.relatedTarget instanceof Node && dom.contains(event.relatedTarget)) return
    queueMicrotask(() => {
      if (view.dom.isConnected && view.state.field(menuOfWord)?.word === word)
        view.dispatch({ effects: shown.of(null) })
    })
  })
  return { dom, mount: () => dom.querySelector('button')?.focus() }
}

function noSuggestions(): HTMLElement {
  const words = document.createElement('p')
  words.setAttribute('role', 'presentation')
  words.textContent = strings.spelling.none
  return words
}

function replace(view: EditorView, { from, to }: ProseWord, by: string): void {
  view.dispatch({
    changes: { from, to, insert: by },
    selection: { anchor: from + by.length },
    userEvent: 'input.spelling',
  })
}

/** The keys of a menu, as the ARIA practices have them. */
function walk(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const buttons = [...menu.querySelectorAll('button')]
  const at = buttons.findIndex(button => button.matches(':focus'))
  const to: Record<string, number> = {
    ArrowDown: (at + 1) % buttons.length,
    ArrowUp: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  if (event.key === 'Escape' || event.key === 'Tab') close()
  else if (event.key in to) buttons[to[event.key] ?? 0]?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}
