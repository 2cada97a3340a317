// Texts that nobody writes to be read would keep a parser for seconds, or take it to the end of its stack.

/** Blocks up to this long are quick whatever stands in them. */
const shortest = 2000
/** Marks that what stands in one paragraph, item or row may have. */
const mostMarks = 800
const mostCells = 1_000_000
/** Quotations and lists that begin on one line. */
const deepest = 200

const marks = /[[\]*_`~<!:&\\|@^]/g
/** More containers on one line than any text has, or an item as far in. */
const deep = new RegExp(
  `^(?:[ \\t]{${deepest}}[ \\t]*[-*+>\\d]|(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${deepest}})`,
  'm',
)
/** So much white space within a line, or a word as long: addresses of mail are looked for in it. */
const wide = /[ \t]{1000}|[\w.+@-]{5000}/
const beginsItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^[ \t]*\||^ {0,3}#/
const beginsDefinition = /^ {0,3}\[[^\]\n]{1,999}\]:/
/** A definition, but not of a note, whose title does not end soon: the parser tries again at each line after it. */
const openTitle =
  /^( {0,3}\[(?!\^)[^\]\n]{1,999}\]):(?=\s*\S+\s+(?!"[^"]{0,1000}"[ \t]*$|'[^']{0,1000}'[ \t]*$|\([^)]{0,1000}\)[ \t]*$)[^\s[])/gm

/**
 * A text of the same length, with the same lines, that a parser of Markdown reads in a time that goes with its length: in blocks
 * that are tangled, marks are letters. Nearly every text is given back as it is. A block is what stands between blank lines, and
 * depends on nothing around it.
 */
export function tamed(text: string): string {
  let made = ''
  let kept = 0
  for (let from = 0; from < text.length; ) {
    const blank = text.indexOf('\n\n', from)
    const to = blank === -1 ? text.length : blank
    if (to - from > shortest) {
      const block = text.slice(from, to)
      const quiet = tamedBlock(block)
      if (quiet !== block) {
        made += text.slice(kept, from) + quiet
        kept = to
      }
    }
    from = to + 2
  }
  return kept === 0 ? text : made + text.slice(kept)
}

/** Whether a text has a block that would be tamed. */
export function isTangled(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    const blank = text.indexOf('\n\n', from)
    const to = blank === -1 ? text.length : blank
    if (to - from > shortest) {
      const block = text.slice(from, to)
      if (isFullOfMarks(block) || block.search(openTitle) !== -1) return true
    }
    from = to + 2
  }
  return false
}

function tamedBlock(block: string): string {
  return isFullOfMarks(block) ? withoutMarks(block) : block.replace(openTitle, '$1x')
}

function isFullOfMarks(block: string): boolean {
  return deep.test(block) || wide.test(block) || isWideTable(block) || isCrowded(block)
}

/** A table has as many cells as its head in each row, written or not. */
function isWideTable(block: string): boolean {
  const columns = (/^[^\n]*/.exec(block)?.[0] ?? '').split('|').length
  return columns > 50 && columns * block.split('\n').length > mostCells
}

/** Whether one paragraph, item or row in it has more marks than may be looked for in each other. */
function isCrowded(block: string): boolean {
  let found = 0
  const isOfDefinitions = beginsDefinition.test(block)
  for (let at = 0; at < block.length; ) {
    const end = block.indexOf('\n', at)
    const line = end === -1 ? block.slice(at) : block.slice(at, end)
    if (beginsItem.test(line) || (isOfDefinitions && beginsDefinition.test(line))) found = 0
    // Not all at once: a line may have a million.
    for (const _ of line.matchAll(marks)) if (++found > mostMarks) return true
    at += line.length + 1
  }
  return false
}

/** All that means something to Markdown is punctuation of ASCII. */
function withoutMarks(block: string): string {
  return block.replace(/[!-/:-@[-`{-~]/g, 'x').replace(/[ \t]{1000,}/g, white => 'x'.repeat(white.length))
}
