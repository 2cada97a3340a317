// The words that findings are about, underlined in the text, and what is done to the text for their sake.
import { type EditorState, type Extension, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Finding } from '../../shared/verify/finding.ts'

const findingsChanged = StateEffect.define<readonly Finding[]>()

const underlines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const told = transaction.effects.find(effect => effect.is(findingsChanged))
    if (told) return underlinesOf(told.value, transaction.state)
    return transaction.docChanged ? shown.map(transaction.changes) : shown
  },
  provide: field => EditorView.decorations.from(field),
})

/** Underlines what `showFindings` is told. */
export const findingsInText: Extension = [
  underlines,
  EditorView.theme({
    '.finding-mark': {
      textDecoration: 'underline wavy 1.5px',
      textUnderlineOffset: '5px',
      textDecorationSkipInk: 'none',
    },
    '.finding-mark-error': { textDecorationColor: 'var(--bad)' },
    '.finding-mark-warning': { textDecorationColor: 'var(--warn)' },
    '.finding-mark-note': { textDecorationColor: 'var(--ink-faint)', textDecorationStyle: 'dotted' },
  }),
]

/** Underlines the findings of the text as it stands; answered ones are not marked. */
export function showFindings(view: EditorView, findings: readonly Finding[]): void {
  view.dispatch({ effects: findingsChanged.of(findings) })
}

/** The unanswered findings whose words lie in a range, or around it: offsets in UTF-16 code units. */
export function findingsAt(state: EditorState, start: number, end: number): Finding[] {
  const found = new Set<Finding>()
  state.field(underlines).between(start, end, (from, to, { spec }) => {
    if (from < end && to > start) found.add(spec.finding)
  })
  return [...found]
}

function underlinesOf(findings: readonly Finding[], { doc }: EditorState): DecorationSet {
  const ranges = findings.flatMap(finding => {
    if (finding.answer !== undefined) return []
    const { from, to } = rangeOf(finding, doc)
    if (from === to) return []
    const mark = Decoration.mark({
      class: `finding-mark finding-mark-${finding.severity}`,
      attributes: { title: finding.message },
      finding,
    })
    return mark.range(from, to)
  })
  return Decoration.set(ranges, true)
}

/** Where a finding's words stand in a document: offsets in UTF-16 code units. */
export function rangeOf(finding: Finding, doc: Text): { from: number; to: number } {
  const from = offsetOf(finding.line, finding.column, doc)
  return { from, to: Math.max(from, offsetOf(finding.endLine, finding.endColumn, doc)) }
}

function offsetOf(line: number, column: number, doc: Text): number {
  const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)))
  return Math.min(from + column - 1, to)
}
