// The card over a reference: under the pointer, and by a key where the cursor stands.
import type { Extension, Transaction } from '@codemirror/state'
import {
  activateHover,
  type Command,
  closeHoverTooltip,
  EditorView,
  hoverTooltip,
  type KeyBinding,
} from '@codemirror/view'
import { render } from 'preact'
import type { LibraryLists } from '../../shared/answers.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { keysOf } from '../app/commands.ts'
import { strings } from '../ui/strings.ts'
import { findingsAt } from './findings-in-text.ts'
import { type PlacedReference, referenceAt } from './reference-at.ts'
import { type CardWords, cardWords } from './reference-card-words.ts'

const texts = strings.editor

/** What is written or gone to takes the card away, whatever brought it. */
const isDone = ({ docChanged, selection }: Transaction) => docChanged || selection !== undefined

/** `lists` is asked anew each time a card is shown. */
export function referenceCards(lists: () => LibraryLists): { extension: Extension; keys: KeyBinding[] } {
  const wordsOf = ({ kind, id }: PlacedReference) => cardWords(lists(), kind, id)

  const cards = hoverTooltip(
    ({ state }, at, side) => {
      const reference = referenceAt(state, at, side)
      if (!reference) return null
      const { from, to } = reference
      const create = () => {
        const dom = document.createElement('div')
        dom.className = 'reference-card'
        dom.setAttribute('role', 'tooltip')
        const findings = findingsAt(state, from, to)
        render(<Card reference={reference} words={wordsOf(reference)} findings={findings} />, dom)
        return { dom, destroy: () => render(null, dom) }
      }
      return { pos: from, end: to, above: true, create }
    },
    { hideOn: isDone },
  )

  const showCard: Command = view => {
    const { state } = view
    const reference = referenceAt(state, state.selection.main.head)
    if (!reference) return false
    activateHover(view, reference.from, 1, {
      tooltip: cards,
      until: isDone,
    })
    const spoken = spokenWords(wordsOf(reference), reference, findingsAt(state, reference.from, reference.to))
    view.dispatch({ effects: EditorView.announce.of(spoken.join('. ')) })
    return true
  }

  const closeCard: Command = view => {
    if (view.state.field(cards.active).length === 0) return false
    view.dispatch({ effects: closeHoverTooltip(cards) })
    return true
  }

  return {
    extension: [cards, cardLook],
    keys: [
      { key: 'Alt-i', run: showCard },
      { key: 'Escape', run: closeCard },
    ],
  }
}

/** What a card shows; `words` are null where there is no such record. */
export function Card({
  reference,
  words,
  findings,
}: {
  reference: PlacedReference
  words: CardWords | null
  findings: readonly Finding[]
}) {
  if (!words) return <p class="card-head">{texts.noRecord(reference.id)}</p>
  return (
    <>
      <p class={`card-kind card-of-${reference.kind}`}>{strings.kinds[reference.kind]}</p>
      <p class="card-head" dir="auto">
        {words.head}
      </p>
      {words.details.map(detail => (
        <p key={detail} class="card-detail" dir="auto">
          {detail}
        </p>
      ))}
      {words.source !== null && (
        <p class="card-source" dir="auto">
          {words.source}
        </p>
      )}
      {words.isUnfinished && <p class="card-finding card-finding-warning">{texts.noSourceYet}</p>}
      {findings.map(finding => (
        <p key={`${finding.rule} ${finding.message}`} class={`card-finding card-finding-${finding.severity}`}>
          {finding.message}
        </p>
      ))}
      <p class="card-keys">{texts.openBy(keysOf('open-reference'))}</p>
    </>
  )
}

/** What a screen reader says of a card. */
function spokenWords(words: CardWords | null, reference: PlacedReference, findings: readonly Finding[]) {
  if (!words) return [texts.noRecord(reference.id)]
  return [
    strings.kinds[reference.kind],
    words.head,
    ...words.details,
    ...(words.source === null ? [] : [words.source]),
    ...(words.isUnfinished ? [texts.noSourceYet] : []),
    ...findings.map(({ message }) => message),
  ]
}

const cardLook = EditorView.theme({
  '.cm-tooltip .reference-card': {
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: 'min(26rem, 80vw)',
    margin: '4px 0',
    padding: '10px 14px',
    border: '1px solid var(--line)',
    borderRadius: '10px',
    background: 'var(--raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-label)',
    lineHeight: '1.5',
    overflowWrap: 'anywhere',
  },
  '.reference-card p': { margin: '0' },
  '.card-kind': { fontSize: 'var(--size-small)', fontWeight: '500' },
  '.card-of-quote': { color: 'var(--quote)' },
  '.card-of-figure': { color: 'var(--figure)' },
  '.card-of-event': { color: 'var(--event)' },
  '.card-of-source, .card-of-person, .card-of-brief': { color: 'var(--source)' },
  '.reference-card .card-head': {
    fontFamily: 'var(--font-reading)',
    fontSize: 'var(--size-lead)',
    margin: '2px 0 4px',
  },
  '.card-detail': { color: 'var(--ink-soft)' },
  '.reference-card :is(.card-source, .card-keys)': {
    marginTop: '6px',
    paddingTop: '6px',
    borderTop: '1px solid var(--line)',
    color: 'var(--ink-soft)',
  },
  '.card-keys': { fontSize: 'var(--size-small)' },
  '.reference-card .card-finding': {
    marginTop: '4px',
    paddingLeft: '8px',
    borderLeft: '3px solid var(--ink-faint)',
  },
  '.reference-card .card-finding-error': { borderColor: 'var(--bad)' },
  '.reference-card .card-finding-warning': { borderColor: 'var(--warn)' },
})
