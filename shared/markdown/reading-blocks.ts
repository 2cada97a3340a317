// A source's text as the reading view sets it, every run tied to its offsets, so that evidence can be selected and
// highlighted in the very text it is taken from.
import type { Source } from '../model/records.ts'
import { sourceGrammar } from './grammar.ts'
import { tamed } from './tamed.ts'

type SyntaxNode = ReturnType<typeof sourceGrammar.parse>['topNode']

/** `text` is the source's text from `start` to `end` (UTF-16 code units, end exclusive). */
export type ReadingRun = {
  start: number
  end: number
  text: string
  strong?: true
  emphasis?: true
  code?: true
}

export type ReadingBlock = {
  tag: 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'li' | 'blockquote' | 'pre' | 'tr'
  runs: ReadingRun[]
  /** Of a table's row: of each cell, how many of the runs are in it. `isHead` is true of the row that names the columns. */
  cells?: number[]
  isHead?: boolean
}

/** Whether a run of a block begins a table's cell, so that it is parted from the run before. */
export function beginsCell({ cells = [] }: ReadingBlock, run: number): boolean {
  let first = 0
  for (const count of cells) {
    if (first === run && count > 0) return run > 0
    first += count
  }
  return false
}

type Style = Pick<ReadingRun, 'strong' | 'emphasis' | 'code'>

/**
 * Cuts a source's text into blocks. Runs stand in the text's order and never overlap; Markdown's own marks and the
 * targets of links are in none, every other word is in exactly one. Entities and escapes stay as they are written.
 * A block that is tangled is shown as it is written. A paragraph with a very long line in it was not wrapped by hand, so there each line is a paragraph of its own.
 */
export function readingBlocks(text: string, kind: Source['kind']): ReadingBlock[] {
  const blocks: ReadingBlock[] = []

  const addLines = (tag: ReadingBlock['tag'], runs: readonly ReadingRun[]) => {
    const first = runs[0]
    const last = runs.at(-1)
    if (!first || !last) return
    const lines = isWrapped(text.slice(first.start, last.end)) ? [[...runs]] : splitLines(runs)
    for (const line of lines) {
      if (line.some(run => run.text.trim() !== '')) blocks.push({ tag, runs: line })
    }
  }

  if (kind === 'text') {
    let start = 0
    for (const gap of [...text.matchAll(/\n[ \t\r]*\n|$(?!\n)/g)]) {
      addLines('p', trimRuns([{ start, end: gap.index, text: text.slice(start, gap.index) }]))
      start = gap.index + gap[0].length
    }
    return blocks
  }

  const visit = (node: SyntaxNode, tag: ReadingBlock['tag']) => {
    const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(node.name)
    if (heading) return addLines(`h${heading[1]}` as ReadingBlock['tag'], inlineRuns(text, node))
    switch (node.name) {
      case 'Document':
      case 'BulletList':
      case 'OrderedList':
      case 'Table':
        for (const child of children(node)) visit(child, tag)
        return
      case 'Blockquote':
        for (const child of children(node)) visit(child, 'blockquote')
        return
      case 'ListItem':
        for (const child of children(node)) visit(child, 'li')
        return
      case 'Paragraph':
      case 'Task':
        return addLines(tag, inlineRuns(text, node))
      case 'FencedCode':
      case 'CodeBlock':
        addWhole('p', node.getChildren('CodeInfo'))
        return addWhole('pre', node.getChildren('CodeText'))
      case 'TableHeader':
      case 'TableRow':
        return addRow(node)
      case 'LinkReference':
        return addWhole('p', [node])
      case 'CommentBlock':
        return addWhole('pre', [node])
      default: // rules, and the marks of lists, quotes and tables
        return
    }
  }

  const addWhole = (tag: ReadingBlock['tag'], nodes: readonly { from: number; to: number }[]) => {
    const runs = mergeRuns(
      nodes.map(({ from, to }) => ({ start: from, end: to, text: text.slice(from, to) })),
    )
    if (runs.some(run => run.text.trim() !== '')) blocks.push({ tag, runs })
  }

  const addRow = (row: SyntaxNode) => {
    const cells = cellsOf(row).map(cell => (cell ? inlineRuns(text, cell) : []))
    const runs = cells.flat()
    if (runs.length === 0) return
    const isHead = row.name === 'TableHeader'
    blocks.push({ tag: 'tr', runs, cells: cells.map(({ length }) => length), isHead })
  }

  visit(sourceGrammar.parse(tamed(text)).topNode, 'p')
  return blocks
}

/** The cells of a table's row, in order; null where one is empty. */
function cellsOf(row: SyntaxNode): (SyntaxNode | null)[] {
  const cells: (SyntaxNode | null)[] = []
  let isOpen = true
  for (const child of children(row)) {
    if (child.name === 'TableCell') {
      cells.push(child)
      isOpen = false
    } else if (child.from === row.from) isOpen = true
    else {
      // A second mark after another has an empty cell before it.
      if (isOpen) cells.push(null)
      isOpen = true
    }
  }
  return cells
}

const marks = new Set([
  'EmphasisMark',
  'CodeMark',
  'StrikethroughMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
])

function inlineRuns(text: string, block: SyntaxNode): ReadingRun[] {
  const runs: ReadingRun[] = []
  const add = (start: number, end: number, style: Style) => {
    if (start < end) runs.push({ start, end, text: text.slice(start, end), ...style })
  }
  const visit = (node: SyntaxNode, style: Style) => {
    let at = node.from
    for (const child of children(node)) {
      add(at, child.from, style)
      // Past its address a link has only a title, which does not show.
      at = child.name === 'URL' && isLeftOut(child) ? node.to : child.to
      if (isLeftOut(child)) continue
      visit(child, styleInside(child, style))
    }
    add(at, node.to, style)
  }
  visit(block, {})
  return trimRuns(mergeRuns(runs))
}

function styleInside(node: SyntaxNode, style: Style): Style {
  if (node.name === 'Emphasis') return { ...style, emphasis: true }
  if (node.name === 'StrongEmphasis') return { ...style, strong: true }
  if (node.name === 'InlineCode') return { ...style, code: true }
  return style
}

function isLeftOut(node: SyntaxNode): boolean {
  const parent = node.parent
  const isInLink = parent?.name === 'Link' || parent?.name === 'Image'
  // The grammar takes every [word] for a link to something defined elsewhere; in quoted speech it is an editor's hand.
  if (isInLink && parent.getChild('URL') === null) return false
  if (node.name === 'URL') return isInLink
  return marks.has(node.name)
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

function mergeRuns(runs: readonly ReadingRun[]): ReadingRun[] {
  const merged: ReadingRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const isSame =
      last?.end === run.start &&
      last.strong === run.strong &&
      last.emphasis === run.emphasis &&
      last.code === run.code
    if (last && isSame) merged.splice(-1, 1, { ...last, end: run.end, text: last.text + run.text })
    else merged.push(run)
  }
  return merged
}

/** Cuts white space off the ends of a block. */
function trimRuns(runs: readonly ReadingRun[]): ReadingRun[] {
  const kept = [...runs]
  for (let first = kept[0]; first; first = kept[0]) {
    const text = first.text.trimStart()
    kept[0] = { ...first, start: first.end - text.length, text }
    if (text !== '') break
    kept.shift()
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    const text = last.text.trimEnd()
    kept[kept.length - 1] = { ...last, end: last.start + text.length, text }
    if (text !== '') break
    kept.pop()
  }
  return kept
}

const longestWrappedLine = 160

function isWrapped(paragraph: string): boolean {
  return paragraph.split('\n').every(line => line.length <= longestWrappedLine)
}

/** The runs of each line; the line ends themselves are in none. */
function splitLines(runs: readonly ReadingRun[]): ReadingRun[][] {
  const lines: ReadingRun[][] = [[]]
  for (const run of runs) {
    let start = run.start
    for (const [index, part] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ ...run, start, end: start + part.length, text: part })
      start += part.length + 1
    }
  }
  return lines.map(line => trimRuns(line)).filter(line => line.length > 0)
}
