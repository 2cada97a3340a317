// The keys that walk through suggestions and decide on them, wherever in the reading room the focus is.
import { useLayoutEffect } from 'preact/hooks'
import { evidenceForm, room } from '../state/desk.ts'
import { isTyping } from '../state/is-typing.ts'
import { isPanelShown, shownKind } from '../state/suggestions.ts'
import {
  acceptAll,
  acceptCurrent,
  changeCurrent,
  refuseCurrent,
  takeBackLast,
  walkSuggestions,
} from './suggestion-actions.ts'

const actions: Record<string, () => unknown> = {
  j: () => walkSuggestions(1),
  k: () => walkSuggestions(-1),
  a: acceptCurrent,
  e: changeCurrent,
  r: refuseCurrent,
  u: takeBackLast,
  'Shift+A': () => acceptAll(shownKind.value),
}

/** Keys come faster than saves: each acts on what the one before it has left. */
let last: Promise<unknown> = Promise.resolve()

export function useSuggestionKeys(): void {
  // With the text on the screen, not after it: a key that comes at once must not be lost.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      // Beside a brief, only where the keyboard is in the source.
      if (room.value === 'briefs' && !document.activeElement?.closest('.source-beside')) return
      if (isTyping(event) || evidenceForm.value || document.querySelector('dialog[open]')) return
      // Capitals are another key only where Shift is held: Caps Lock is none.
      const key = event.shiftKey ? `Shift+${event.key.toUpperCase()}` : event.key.toLowerCase()
      // Walking opens the panel, and what was decided is taken back also once nothing waits any more.
      const isAlways = key === 'u' || key === 'j' || key === 'k'
      const act = isAlways || isPanelShown.value ? actions[key] : undefined
      if (!act) return
      event.preventDefault()
      last = last.then(act, act)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
