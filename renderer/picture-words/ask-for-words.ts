// A small form that asks what a picture shows, at the picture that was just put into the text.
import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { EditorView, showTooltip, type Tooltip, type TooltipView } from '@codemirror/view'
import { strings } from '../ui/strings.ts'
import { writtenWords } from './wordless-pictures.ts'

const texts = strings.pictureWords

/** Asks for the words of pictures, one after the other: the places between their empty brackets. */
export const askForWords = StateEffect.define<readonly number[]>()
const answered = StateEffect.define<'next' | 'none'>()

const asked = StateField.define<readonly Tooltip[]>({
  create: () => [],
  update(before, { state, changes, effects }) {
    const told = effects.find(effect => effect.is(askForWords))
    if (told?.is(askForWords))
      return told.value.map((pos, index) => ({ pos, create: formFor(index + 1, told.value.length) }))
    if (effects.some(effect => effect.is(answered) && effect.value === 'none')) return []
    const isNext = effects.some(effect => effect.is(answered))
    const waiting = isNext ? before.slice(1) : before
    if (changes.empty) return waiting
    // The form stays the same as long as `create` does.
    return waiting
      .map(tooltip => ({ ...tooltip, pos: changes.mapPos(tooltip.pos, 1) }))
      .filter(({ pos }) => state.sliceDoc(Math.max(0, pos - 2), pos + 2) === '![](')
  },
  provide: field => showTooltip.computeN([field], state => [state.field(field)[0] ?? null]),
})

function formFor(which: number, all: number): (view: EditorView) => TooltipView {
  return view => {
    const dom = document.createElement('div')
    dom.className = 'picture-words'
    dom.setAttribute('role', 'dialog')
    dom.setAttribute('aria-label', texts.form)
    const form = document.createElement('form')
    dom.append(form)
    const label = document.createElement('label')
    label.textContent = all === 1 ? texts.label : texts.labelOf(which, all)
    const field = document.createElement('input')
    field.type = 'text'
    field.autocomplete = 'off'
    field.spellcheck = false
    label.append(field)
    const hint = document.createElement('p')
    hint.id = 'picture-words-hint'
    hint.textContent = texts.hint
    field.setAttribute('aria-describedby', hint.id)
    const use = button(texts.use, 'submit')
    const later = button(texts.later, 'button')
    form.append(label, hint, use, later)

    form.addEventListener('submit', event => {
      event.preventDefault()
      giveWords(view, field.value)
    })
    later.addEventListener('click', () => leave(view))
    form.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.preventDefault()
        leave(view)
      }
      event.stopPropagation()
    })
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && form.contains(relatedTarget)) return
      // Whoever goes on elsewhere has answered by what was typed.
      queueMicrotask(() => {
        // In a window that is left for another one the field keeps its place.
        const isIn =
          field.getRootNode() instanceof ShadowRoot
            ? (field.getRootNode() as ShadowRoot).activeElement
            : document.activeElement
        if (form.isConnected && view.dom.isConnected && !form.contains(isIn)) keepWords(view, field.value)
      })
    })
    return { dom, mount: () => field.focus() }
  }
}

function button(words: string, type: 'submit' | 'button'): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = type
  made.textContent = words
  return made
}

/** Writes the words and goes to the next picture; after the last the cursor stands behind it. */
function giveWords(view: EditorView, words: string): void {
  const [now, ...others] = view.state.field(asked)
  if (!now) return
  if (others.length === 0) view.focus()
  const insert = writtenWords(words)
  const line = view.state.doc.lineAt(now.pos)
  const close = line.text.indexOf(')', now.pos - line.from)
  const end = close === -1 ? line.to : line.from + close + 1
  view.dispatch({
    changes: { from: now.pos, insert },
    effects: answered.of('next'),
    ...(others.length === 0 && { selection: { anchor: end + insert.length }, scrollIntoView: true }),
    userEvent: 'input',
  })
}

/** Writes what was typed and asks no more; the cursor is left where it is. */
function keepWords(view: EditorView, words: string): void {
  const [now] = view.state.field(asked)
  if (!now) return
  const insert = writtenWords(words)
  view.dispatch({
    ...(insert !== '' && { changes: { from: now.pos, insert } }),
    effects: answered.of('none'),
    userEvent: 'input',
  })
}

function leave(view: EditorView): void {
  const [now] = view.state.field(asked)
  // First, so that the form does not lose the focus in the middle of an update.
  view.focus()
  view.dispatch({ effects: answered.of('none'), ...(now && { selection: { anchor: now.pos } }) })
}

export const picturesAsked: Extension = [
  asked,
  EditorView.theme({
    '.cm-tooltip.picture-words': {
      boxSizing: 'border-box',
      width: 'min(26rem, 80vw)',
      padding: '12px 14px',
      border: '1px solid var(--line-field)',
      borderRadius: '10px',
      background: 'var(--raised)',
      boxShadow: 'var(--shadow)',
      color: 'var(--ink)',
      fontFamily: 'var(--font-interface)',
      fontSize: 'var(--size-label)',
      lineHeight: '1.5',
    },
    '.picture-words form': { display: 'flex', flexWrap: 'wrap', gap: '8px' },
    '.picture-words label': { flexBasis: '100%', fontWeight: '500' },
    '.picture-words input': {
      boxSizing: 'border-box',
      display: 'block',
      width: '100%',
      marginTop: '4px',
      padding: '6px 9px',
      border: '1px solid var(--line-field)',
      borderRadius: 'var(--radius)',
      background: 'var(--paper)',
      color: 'var(--ink)',
      font: 'inherit',
      fontWeight: '400',
    },
    '.picture-words p': {
      flexBasis: '100%',
      margin: '0',
      color: 'var(--ink-soft)',
      fontSize: 'var(--size-small)',
    },
    '.picture-words button': {
      padding: '5px 12px',
      border: '1px solid var(--line-field)',
      borderRadius: 'var(--radius)',
      background: 'none',
      color: 'var(--ink)',
      font: 'inherit',
    },
    '.picture-words button[type=submit]': {
      background: 'var(--strong)',
      borderColor: 'var(--strong)',
      color: 'var(--ink-on-strong)',
    },
    '.picture-words :focus-visible': { outline: '2px solid var(--ring)', outlineOffset: '1px' },
  }),
]
