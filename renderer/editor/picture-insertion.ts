// Where a picture that is pasted or dropped goes in the text. Pure.
import { attachmentAddress } from '../../shared/references/attachment-links.ts'

/** What is inserted where; `cursor` is then between the brackets of the first, where its words are to be typed. */
export type PictureInsertion = { at: number; insert: string; cursor: number }

/**
 * Puts kept pictures into a text: as paragraphs of their own where `at` is the beginning or the end of a line, and within the line
 * where it is in one, or in a row of a table. Offsets are UTF-16 code units.
 */
export function pictureInsertion(text: string, at: number, sha256s: readonly string[]): PictureInsertion {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at)
  const [before, after] = [text.slice(start, at), text.slice(at, end)]
  const isRow = before.trimStart().startsWith('|')
  const isWithin = isRow || (before.trim() !== '' && after.trim() !== '')
  const written = sha256s.map(sha256 => `![](${attachmentAddress(sha256)})`)
  if (isWithin) return { at, insert: written.join(' '), cursor: at + 2 }
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1))
  const below = text.slice(end + 1).split('\n', 1)[0] ?? ''
  const lead = before.trim() !== '' ? '\n\n' : above.trim() !== '' ? '\n' : ''
  const close = after.trim() !== '' ? '\n\n' : below.trim() !== '' ? '\n' : ''
  return { at, insert: lead + written.join('\n\n') + close, cursor: at + lead.length + 2 }
}
