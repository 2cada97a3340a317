// The menu of evidence that is marked in the text of a source.
import { copyText } from '../board/board-actions.ts'
import { lists } from '../state/desk.ts'
import { findEvidence } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import { isByKey, itemIf, showMenu } from './menu-state.ts'
import { menuOfEvidence } from './record-menus.ts'

/** Opens it where the pointer or the caret is on a mark; elsewhere the system's menu comes, which copies. */
export function showMarkMenu(event: globalThis.MouseEvent): void {
  const selection = document.getSelection()
  const target = event.target instanceof Element ? event.target : null
  const mark = target?.closest('.mark') ?? (isByKey(event) ? markAt(selection?.focusNode ?? null) : null)
  const item = findEvidence(lists.value, mark?.getAttribute('data-evidence') ?? '')
  if (!mark || !item) return
  const words = selection?.toString() ?? ''
  // On a Mac the right button selects the word under it.
  const copy = itemIf(words.trim() !== '', strings.contextMenu.copyWords, () => copyText(words))
  showMenu(event, menuOfEvidence(item, copy), mark)
}

function markAt(node: Node | null): Element | null {
  return (node instanceof Element ? node : node?.parentElement)?.closest('.mark') ?? null
}
