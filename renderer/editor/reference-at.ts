// The reference that stands at a place of the text.
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { readBlockDirective, readInlineDirective } from '../../shared/references/directive.ts'
import { isReferenceKind, type ReferenceKind } from '../../shared/references/reference.ts'

/** Offsets are UTF-16 code units, the end exclusive. */
export type PlacedReference = { kind: ReferenceKind; id: string; label: string; from: number; to: number }

/** The reference in or at the edge of which an offset stands; with a side, the one that goes on there. */
export function referenceAt(state: EditorState, at: number, side: -1 | 0 | 1 = 0): PlacedReference | null {
  let found: PlacedReference | null = null
  syntaxTree(state).iterate({
    from: at,
    to: at,
    enter({ name, from, to }) {
      const isBeside = (at === from && side < 0) || (at === to && side > 0)
      if (isReferenceNode(name) && !isBeside) found = readReference(state, name, from, to) ?? found
    },
  })
  return found
}

export function isReferenceNode(name: string): boolean {
  return name === 'Reference' || name === 'BlockReference'
}

/** What the node of a reference links; null where it is none after all. */
export function readReference(
  state: EditorState,
  nodeName: string,
  from: number,
  to: number,
): PlacedReference | null {
  const written = state.sliceDoc(from, to)
  const directive =
    nodeName === 'BlockReference' ? readBlockDirective(written) : readInlineDirective(written, 0)
  if (!directive || directive.id === null || !isReferenceKind(directive.name)) return null
  return { kind: directive.name, id: directive.id, label: directive.label, from, to }
}
