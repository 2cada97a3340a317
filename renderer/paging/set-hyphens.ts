// Soft hyphens: in a PDF each would be a sign within its word, whether a line ends there or not.

const softHyphen = '\u00ad'

/** Puts a hyphen that is drawn alone, and no part of the text, where a line ends at a soft hyphen, and takes all of them out of the text. */
export function setHyphens(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.includes(softHyphen)) texts.push(node)
  // All line ends are found before the first text is changed.
  const ends = texts.map(lineEndsIn)
  for (const [index, text] of texts.entries()) {
    for (const at of (ends[index] ?? []).toReversed()) {
      const rest = text.splitText(at)
      const hyphen = document.createElement('span')
      hyphen.className = 'hyphen'
      rest.before(hyphen, document.createElement('wbr'))
      rest.data = withoutHyphens(rest.data)
    }
    text.data = withoutHyphens(text.data)
  }
}

function withoutHyphens(text: string): string {
  return text.replaceAll(softHyphen, '')
}

/** Offsets of the soft hyphens that lines end with. */
function lineEndsIn(text: Text): number[] {
  const range = document.createRange()
  const boxesOf = (from: number, to: number) => {
    range.setStart(text, from)
    range.setEnd(text, to)
    return range.getClientRects()
  }
  // The first letter of a line has an empty box at the end of the line before, too.
  const top = (at: number) => [...boxesOf(at, at + 1)].at(-1)?.top ?? 0
  return [...text.data.matchAll(/\S*\u00ad\S*/g)].flatMap(({ 0: word, index }) => {
    if (boxesOf(index, index + word.length).length < 2) return []
    return [...word.matchAll(/(?<=[^\u00ad])\u00ad(?=[^\u00ad])/g)]
      .map(hyphen => index + hyphen.index)
      .filter(at => top(at + 1) > top(at - 1))
  })
}
