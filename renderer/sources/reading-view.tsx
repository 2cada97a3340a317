import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Source } from '../../shared/model/records.ts'
import { showMarkMenu } from '../context-menu/mark-menu.ts'
import { openEvidence, startEvidence } from '../evidence/evidence-actions.ts'
import { evidenceForm, isReadOnly, lists, shownPlace } from '../state/desk.ts'
import { isTyping } from '../state/is-typing.ts'
import { type EvidenceKind, evidenceOfSource } from '../state/lists.ts'
import { askForSuggestions, goToPlace } from '../suggestions/suggestion-actions.ts'
import { useSuggestionKeys } from '../suggestions/suggestion-keys.ts'
import { useSuggestionMarks } from '../suggestions/suggestion-marks.ts'
import { strings } from '../ui/strings.ts'
import { caretMoveOf, caretPlace, moveCaret, placeCaret } from './caret.ts'
import { useFoundWords } from './found-words.ts'
import { anchoredEvidence } from './highlights.ts'
import { LostEvidence } from './lost-evidence.tsx'
import { MarginMarks } from './margin-marks.tsx'
import { ReadingText } from './reading-text.tsx'
import { useRecordedWords } from './recorded-words.ts'
import { offsetAt, rangeOf, selectedRange, shownWords, withoutQuotationMarks } from './selected-range.ts'
import { SelectionToolbar } from './selection-toolbar.tsx'
import { readOnFrom } from './text-edit.ts'

const kindOfKey: Record<string, EvidenceKind> = { q: 'quote', f: 'figure', t: 'event' }

/** The text of a source: read it, select words in it with mouse or keys, make evidence of them. */
export function ReadingView({ source }: { source: Source }) {
  const text = useRef<HTMLElement>(null)
  const lastEnd = useRef(0)
  const [hasSelection, setHasSelection] = useState(false)
  const [caret, setCaret] = useState<ReturnType<typeof caretPlace>>(null)
  const evidence = evidenceOfSource(lists.value, source.id)
  const marked = anchoredEvidence(evidence, source.text)
  const lost = evidence.filter(item => !marked.includes(item))
  const openId = evidenceForm.value?.id ?? null
  const shown = shownPlace.value
  useRecordedWords(text, source.id, lists.value)
  useSuggestionMarks(text, [source, lists.value, openId])
  useSuggestionKeys()
  useFoundWords(text, source.id, [source, lists.value, openId])

  useEffect(() => void askForSuggestions(source), [source.id, source.text, source.publishedOn])

  const make = (kind: EvidenceKind) => {
    if (!text.current || isReadOnly.value) return
    const range = selectedRange(text.current, document.getSelection())
    if (!range) return
    startEvidence(kind, source, kind === 'quote' ? withoutQuotationMarks(range, source.text) : range)
    // Marking the words replaces their nodes, and the caret with them; it comes back to where the work was.
    lastEnd.current = range.end
    document.getSelection()?.removeAllRanges()
  }

  // With the text on the screen, not after it: a selection or a key that comes at once must not be lost.
  useLayoutEffect(() => {
    const changed = () => {
      const selection = document.getSelection()
      const view = text.current
      if (!view) return
      setHasSelection(selectedRange(view, selection) !== null)
      const isCaret =
        document.activeElement === view && selection?.isCollapsed && view.contains(selection.anchorNode)
      const place = isCaret && selection ? caretPlace(selection) : null
      // Within the text, so that it goes along when something above it grows.
      const box = view.getBoundingClientRect()
      setCaret(place && { ...place, left: place.left - box.left, top: place.top - box.top })
    }
    const scroller = text.current?.closest('.reading-scroller')
    document.addEventListener('selectionchange', changed)
    scroller?.addEventListener('scroll', changed, { passive: true })
    // A panel beside it, or the window, moves the words away from under the caret.
    const resized = new ResizeObserver(changed)
    for (const moved of [text.current, scroller]) if (moved) resized.observe(moved)
    return () => {
      document.removeEventListener('selectionchange', changed)
      scroller?.removeEventListener('scroll', changed)
      resized.disconnect()
    }
  }, [source.id])

  useLayoutEffect(() => {
    // Words selected with the mouse need not have the focus for their keys to work.
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const kind = kindOfKey[event.key.toLowerCase()]
      if (!kind || isTyping(event) || document.querySelector('dialog[open]')) return
      if (!text.current || !selectedRange(text.current, document.getSelection())) return
      event.preventDefault()
      make(kind)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [source])

  useEffect(() => {
    const from = readOnFrom.value
    readOnFrom.value = null
    if (!from || !text.current) return
    const words = rangeOf(shownWords(text.current), { start: from, end: from + 1 })
    words?.startContainer.parentElement?.scrollIntoView({ block: 'start' })
  }, [])

  useEffect(() => {
    if (!shown) return
    const mark = text.current?.querySelector<HTMLElement>(`[data-evidence="${CSS.escape(shown.id)}"]`)
    mark?.scrollIntoView({ block: 'center' })
  }, [shown, source.id])

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const marked = event.target instanceof Element ? event.target.closest('.mark[role]') : null
    if (event.key === 'Escape') {
      const selection = document.getSelection()
      if (!selection || selection.isCollapsed) return
      event.preventDefault()
      selection.collapseToStart()
    } else if (marked && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      open(marked)
    } else {
      const move = caretMoveOf(event)
      if (!move) return
      event.preventDefault()
      placeCaret(event.currentTarget, lastEnd.current)
      moveCaret(event.currentTarget, move)
    }
  }

  return (
    <>
      <LostEvidence evidence={lost} />
      <article
        ref={text}
        class={source.pages.length > 0 ? 'reading-text is-paged' : 'reading-text'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected in it from the keyboard.
        tabIndex={0}
        aria-label={strings.sources.text}
        onKeyDown={onKeyDown}
        onFocus={event => {
          if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible')) {
            placeCaret(event.currentTarget, lastEnd.current)
          }
        }}
        onBlur={() => setCaret(null)}
        onContextMenu={showMarkMenu}
        onClick={event => {
          // Releasing the mouse after selecting words is a click too.
          if (document.getSelection()?.isCollapsed === false) return
          const marked = event.target instanceof Element ? event.target.closest('.mark') : null
          if (marked) return open(marked)
          const offset = offsetAt(document.getSelection())
          if (offset !== null) goToPlace(offset)
        }}
      >
        <ReadingText source={source} evidence={evidence} openId={openId} />
        {caret && <Caret {...caret} />}
        <MarginMarks text={text} evidence={marked} openId={openId} />
      </article>
      {hasSelection && !isReadOnly.value && <SelectionToolbar view={text} onMake={make} />}
    </>
  )
}

function open(mark: Element): void {
  const id = mark.getAttribute('data-evidence')
  if (id) void openEvidence(id)
}

function Caret({ left, top, height }: { left: number; top: number; height: number }) {
  return (
    <div class="reading-caret" style={{ left: `${left - 1}px`, top: `${top}px`, height: `${height}px` }} />
  )
}
