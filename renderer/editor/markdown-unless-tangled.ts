// The editor reads Markdown but for texts whose paragraphs are too tangled to be read while one types.
import { Compartment, EditorState, type Extension, type Text, type Transaction } from '@codemirror/state'
import { type Panel, showPanel } from '@codemirror/view'
import { isTangled } from '../../shared/markdown/tamed.ts'

const language = new Compartment()

/** `markdown` for a text, and for what becomes of it; `notice` is said in its place for as long as the text is tangled. */
export function markdownUnlessTangled(text: string, markdown: Extension, notice: string): Extension {
  const plain = showPanel.of(() => panel(notice))
  return [
    language.of(isTangled(text) ? plain : markdown),
    EditorState.transactionExtender.of(transaction => {
      if (!transaction.docChanged) return null
      const isPlain = language.get(transaction.startState) === plain
      const becomesPlain = isPlain ? isTangled(transaction.newDoc.toString()) : isTangledAround(transaction)
      if (isPlain === becomesPlain) return null
      // Before the text is parsed, which cannot be broken off.
      return { effects: language.reconfigure(becomesPlain ? plain : markdown) }
    }),
  ]
}

/** Blocks are tangled each by itself, so that only those that were changed need to be looked at. */
function isTangledAround({ changes, newDoc }: Transaction): boolean {
  let found = false
  changes.iterChangedRanges((_fromBefore, _toBefore, from, to) => {
    found ||= isTangled(newDoc.sliceString(blockEnd(newDoc, from, -1), blockEnd(newDoc, to, 1)))
  })
  return found
}

/** The nearest blank line before or after a place, in a text of lines that may be many. */
function blockEnd(doc: Text, place: number, step: 1 | -1): number {
  let line = doc.lineAt(place)
  while (line.length > 0 && line.number + step >= 1 && line.number + step <= doc.lines)
    line = doc.line(line.number + step)
  return step === 1 ? line.to : line.from
}

function panel(notice: string): Panel {
  const dom = document.createElement('div')
  dom.className = 'tangled-notice'
  dom.setAttribute('role', 'status')
  dom.textContent = notice
  return { dom }
}
