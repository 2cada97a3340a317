// How wide columns are, as a browser decides it (CSS 2.2, 17.5.2.2): first what each column's longest word needs, then what its lines do.

/** Twips of a letter of a table's type on average, with room for a wide one, and of the space between columns. */
const letter = 88
const gap = 240

/** The widths of the columns of a table of texts, together `width` twips. */
export function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const count = Math.max(1, ...rows.map(row => row.length))
  const columns = Array.from({ length: count }, (_, index) => rows.map(row => row[index] ?? ''))
  const least = columns.map(texts => need(texts.flatMap(text => text.split(/\s+/))))
  const most = columns.map(need)
  const [allLeast, allMost] = [sum(least), sum(most)]
  const shares =
    allMost <= width
      ? // All lines have room: what is left goes to the columns as they need it.
        most.map(each => (each * width) / allMost)
      : allLeast <= width
        ? least.map(
            (each, index) =>
              each + ((width - allLeast) * ((most[index] ?? 0) - each)) / Math.max(1, allMost - allLeast),
          )
        : least.map(each => (each * width) / allLeast)
  const whole = shares.map(Math.floor)
  return whole.map((each, index) => (index === count - 1 ? each + width - sum(whole) : each))
}

function need(texts: readonly string[]): number {
  return Math.max(...texts.map(lettersOf), 1) * letter + gap
}

/** Letters of a text; one of East Asian scripts takes the room of two. */
function lettersOf(text: string): number {
  return [...text].length + (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
