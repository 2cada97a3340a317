// Word measures in twentieths of a point, and type in half points.

/** Points in twips. */
export function points(count: number): number {
  return Math.round(count * 20)
}

export function millimetres(count: number): number {
  return Math.round((count * 1440) / 25.4)
}

/** CSS pixels in twips. */
export function pixels(count: number): number {
  return Math.round(count * 15)
}

/** The size of type in points, as a style of Word's has it. */
export function typeSize(inPoints: number): number {
  return Math.round(inPoints * 2)
}

/** What running text, figures and numbered paragraphs stand in by, as on paper (resources/print). */
export const indents = {
  list: millimetres(6),
  quote: millimetres(6),
  number: millimetres(9),
  evidence: millimetres(9),
  note: millimetres(6),
}
