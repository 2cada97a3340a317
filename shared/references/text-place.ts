/** A place in a text as people count it: lines from 1, columns from 1 in UTF-16 code units. */
export type TextPlace = { line: number; column: number }

/** The place of an offset (UTF-16 code units); an offset past the end is the place of the end. */
export function placeAt(text: string, offset: number): TextPlace {
  let line = 1
  let lineStart = 0
  const end = Math.min(Math.max(offset, 0), text.length)
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: end - lineStart + 1 }
}
