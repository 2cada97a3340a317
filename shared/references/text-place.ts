/** A place in a text as people count it: lines from 1, columns from 1 in UTF-16 code units. */
export type TextPlace = { line: number; column: number }

/**
 * Tells the places of offsets (UTF-16 code units) in a text, which is read once for all of them; an offset past the end
 * is the place of the end.
 */
export function placesIn(text: string): (offset: number) => TextPlace {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => {
    const place = Math.min(Math.max(offset, 0), text.length)
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: place - (starts[low] ?? 0) + 1 }
  }
}

/** The offset of a place; one past the end of its line is the end of the text at most. */
export function offsetAt(text: string, { line, column }: TextPlace): number {
  let start = 0
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start)
    if (end === -1) return text.length
    start = end + 1
  }
  return Math.min(start + column - 1, text.length)
}

/** The place of one offset; of many in one text, `placesIn` tells sooner. */
export function placeAt(text: string, offset: number): TextPlace {
  return placesIn(text)(offset)
}
