// Lists with Word's own numbers: each list of the text is one of Word's, so that it begins where it should.
import { AlignmentType, LevelFormat, type NumberingDefinition } from 'docx'
import { indents } from './measures.ts'

/** How the items of a list are marked. */
export type ListMark = 'bullet' | 'number' | 'letter' | 'paragraph' | 'evidence' | 'source'

const bullets = ['•', '–', '·']
const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Word has nine levels; what is deeper stands at the last. */
export function levelOf(lists: number): number {
  return Math.min(Math.max(lists - 1, 0), levels.length - 1)
}

/** A list whose items count from `start`; all of its levels are marked alike, for each list in it is another. */
export function listOf(mark: ListMark, start = 1): NumberingDefinition {
  return {
    reference: start === 1 ? mark : `${mark}-from-${start}`,
    levels: levels.map(level => {
      const width = widthOf(mark)
      return {
        level,
        start,
        format: formatOf(mark),
        text: mark === 'bullet' ? (bullets[level % bullets.length] ?? '•') : textOf(mark, level),
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: width * (level + 1), hanging: width } } },
      }
    }),
  }
}

export function widthOf(mark: ListMark): number {
  if (mark === 'paragraph') return indents.number
  return mark === 'evidence' ? indents.evidence : indents.list
}

function formatOf(mark: ListMark) {
  if (mark === 'bullet') return LevelFormat.BULLET
  return mark === 'letter' ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL
}

function textOf(mark: ListMark, level: number): string {
  return mark === 'evidence' ? `E%${level + 1}` : `%${level + 1}.`
}
