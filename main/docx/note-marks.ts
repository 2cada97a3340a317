import { letterOf } from '../../shared/markdown/notes.ts'

/** Word letters notes from a to z and then aa, bb and cc (ISO 29500-1, 17.18.59); a brief has aa, ab and ac there. */
const lastOfWord = 26

/** The marks of a part's notes beyond those that Word would letter alike, written as they are in the brief. A note's id is its number. */
export function withOwnMarks(part: string): string {
  const isOwn = (id: string) => Number(id) > lastOfWord
  const mark = (id: string) => `<w:t>${letterOf(Number(id) - 1)}</w:t>`
  return part
    .replace(/<w:footnoteReference w:id="(\d+)"\/>/g, (reference, id: string) =>
      isOwn(id) ? `<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/>${mark(id)}` : reference,
    )
    .replace(/<w:footnote w:id="(\d+)">.*?<w:footnoteRef\/>/gs, (note, id: string) =>
      isOwn(id) ? note.replace('<w:footnoteRef/>', mark(id)) : note,
    )
}
