// Texts that nobody writes to be read would keep a parser for seconds, or take it to the end of its stack.

/** Blocks up to this long are quick whatever stands in them. */
const shortest = 2000
/** Marks that what stands in one paragraph, item or row may have. */
const mostMarks = 800
/** Quotations and lists that begin on one line. */
const deepest = 200

const marks = /[[\]*_`~<!:&\\|@^]/g
/** More containers on one line than any text has, or so much white space within one. */
const deep = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${deepest}}`, 'm')
const wide = /[ \t]{1000}/
const beginsItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|^[ \t]*\||^ {0,3}#/
const beginsDefinition = /^ {0,3}\[[^\]\n]{1,999}\]:/
/** A definition whose title does not end soon: the parser tries again at each line after it. */
const openTitle =
  /^( {0,3}\[[^\]\n]{1,999}\]):(?=\s*\S+\s+(?!"[^"]{0,1000}"[ \t]*$|'[^']{0,1000}'[ \t]*$|\([^)]{0,1000}\)[ \t]*$)[^\s[])/gm

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
  return tamed(text) !== text
}

function tamedBlock(block: string): string {
  if (deep.test(block) || wide.test(block)) return withoutMarks(block)
  if (isCrowded(block)) return withoutMarks(block)
  return block.replace(openTitle, '$1x')
}

/** Whether one paragraph, item or row in it has more marks than may be looked for in each other. */
function isCrowded(block: string): boolean {
  let found = 0
  const isOfDefinitions = beginsDefinition.test(block)
  for (let at = 0; at < block.length; ) {
    const end = block.indexOf('\n', at)
    const line = end === -1 ? block.slice(at) : block.slice(at, end)
    if (beginsItem.test(line) || (isOfDefinitions && beginsDefinition.test(line))) found = 0
    found += line.match(marks)?.length ?? 0
    if (found > mostMarks) return true
    at += line.length + 1
  }
  return false
}

function withoutMarks(block: string): string {
  return block
    .replace(/[^\p{L}\p{N}\s]/gu, mark => 'x'.repeat(mark.length))
    .replace(/[ \t]{1000,}/g, white => 'x'.repeat(white.length))
}
