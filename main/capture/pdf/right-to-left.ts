// Text that is drawn from left to right, to the order in which it is read.

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]/g
/** Words and numbers that run from left to right within a line that does not. */
const level =
  /[\p{N}A-Za-z\u00c0-\u024f\u0370-\u052f]+(?:[.,:/'’\- ]*[\p{N}A-Za-z\u00c0-\u024f\u0370-\u052f]+)*%?/gu
const brackets = new Map([...'()[]{}«»‹›'].map((one, index, all) => [one, all[index ^ 1] ?? one]))

/** The words of a line of Hebrew or Arabic, which stand in it as they are drawn; other lines as they are. */
export function readingOrderOf(line: string): string {
  if (!rightToLeft.test(line)) return line
  const right = line.match(new RegExp(rightToLeft, 'g'))?.length ?? 0
  const left = line.match(leftToRight)?.length ?? 0
  const turned =
    right >= left
      ? reversed(line).replace(level, reversed)
      : line.replace(
          /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^\p{N}A-Za-z]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu,
          reversed,
        )
  return turned.replace(/[\ufb1d-\ufdff\ufe70-\ufefc]/g, form => form.normalize('NFKC'))
}

function reversed(text: string): string {
  const letters = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  return letters
    .reverse()
    .map(letter => brackets.get(letter) ?? letter)
    .join('')
}
