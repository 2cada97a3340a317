// Which pieces the board shows. Pure.
import { choicesInOrder, type FilterChoice } from '../state/filter-choice.ts'
import { fold } from '../state/fuzzy-match.ts'
import type { EvidenceKind } from '../state/lists.ts'
import { type BoardPiece, searchText } from './board-piece.ts'

/** What is asked for; empty text and null ask for nothing. `person` is the key of somebody, `source` an id. */
export type BoardFilter = {
  kind: EvidenceKind | null
  text: string
  source: string | null
  person: string | null
  tag: string | null
  use: 'used' | 'unused' | null
}

export const noFilter: BoardFilter = {
  kind: null,
  text: '',
  source: null,
  person: null,
  tag: null,
  use: null,
}

/** Whether anything but the kind is asked for. */
export function isNarrowed({ kind: _, text, ...others }: BoardFilter): boolean {
  return text.trim() !== '' || Object.values(others).some(value => value !== null)
}

/** The pieces that fit; of a text, every word must stand in one. */
export function filterPieces(pieces: readonly BoardPiece[], filter: BoardFilter): BoardPiece[] {
  const { kind, source, person, tag, use, text } = filter
  const fitting = pieces.filter(
    piece =>
      (kind === null || piece.item.kind === kind) &&
      (source === null || piece.source?.id === source) &&
      (person === null || piece.people.some(({ key }) => key === person)) &&
      (tag === null || piece.tags.includes(tag)) &&
      (use === null || piece.uses > 0 === (use === 'used')),
  )
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return fitting
  return fitting.filter(piece => words.every(word => searchText(piece).includes(word)))
}

/** What there is to choose from, in the order of the alphabet. */
export function filterChoices(
  pieces: readonly BoardPiece[],
): Record<'source' | 'person' | 'tag', FilterChoice[]> {
  const source = new Map<string, string>()
  const person = new Map<string, string>()
  const tag = new Map<string, string>()
  for (const piece of pieces) {
    if (piece.source) source.set(piece.source.id, piece.source.title)
    for (const { key, name } of piece.people) person.set(key, name)
    for (const each of piece.tags) tag.set(each, each)
  }
  return { source: choicesInOrder(source), person: choicesInOrder(person), tag: choicesInOrder(tag) }
}
