// What a brief consists of, measured where it stands: one long page as wide as the paper's text.
import type { PageHeights, Piece } from './break-pages.ts'

/** A piece, and where in the document it begins. */
export type MeasuredPiece = Piece & {
  element: Element
  /** The line of a block of text that it is, from 0; null for what is no line. */
  line: number | null
}

const never = 'script, style, .at-foot, .page-end'
/** Never cut, whatever they have in them. */
const whole = 'figure, svg, img, .title-block, .contents li, .annex-list li, .sources li, .decision, dl'
const headings = 'h1, h2, h3, h4, h5, h6, .callout-name'
/** Fewer lines of a paragraph than these are not left alone on a page. */
const fewestLines = 2
/** Longer figures may go over the end of a page: a quote of several paragraphs. */
const mayBeCut = 'figure.long'

/** The pieces of a document, in the order of its text. `notesOf` says which notes a part of it calls. */
export function measure(root: Element, { height, turnedHeight }: PageHeights): MeasuredPiece[] {
  const pieces: MeasuredPiece[] = []
  let isBreakAsked = false
  let isTurned = false

  const add = (piece: Partial<MeasuredPiece> & Pick<MeasuredPiece, 'element' | 'top' | 'bottom'>) => {
    pieces.push({
      mayBegin: true,
      mustBegin: isBreakAsked && pieces.length > 0,
      keepsNext: false,
      repeats: 0,
      isTurned,
      notes: [],
      line: null,
      ...piece,
    })
    isBreakAsked = false
  }
  const addWhole = (element: Element, how: Partial<MeasuredPiece> = {}) => {
    const { top, bottom } = boxOf(element)
    if (bottom > top) add({ element, top, bottom, notes: callsIn(element).map(({ id }) => id), ...how })
  }

  function walk(element: Element): void {
    if (element.matches(never)) return
    if (element.matches('.page-break')) {
      isBreakAsked = true
      return
    }
    const style = getComputedStyle(element)
    if (style.display === 'none') return
    if (style.breakBefore === 'page') isBreakAsked = true
    const blocks = [...element.children].filter(isBlock)
    if (element.matches(headings)) addWhole(element, { keepsNext: true })
    else if (element.matches(whole) && !element.matches(mayBeCut)) addWhole(element)
    else if (element instanceof HTMLTableElement) addRows(element)
    else if (element.matches('.turned')) walkTurned(element)
    else if (blocks.length === 0) addLines(element, style)
    // Text beside blocks, as in a list item with a list in it, has no box of its own to be measured by.
    else if (hasOwnText(element)) addMixed(element, style)
    else
      within(element, () => {
        for (const block of blocks) walk(block)
      })
  }

  /** What stands on turned pages has them for itself. */
  function walkTurned(element: Element): void {
    isBreakAsked = true
    isTurned = true
    within(element, () => {
      for (const child of element.children) walk(child)
    })
    isTurned = false
    isBreakAsked = true
  }

  /** What a box has of its own, borders and padding, goes with its first and its last piece. */
  function within(element: Element, addParts: () => void): void {
    const from = pieces.length
    addParts()
    const [first, last] = [pieces[from], pieces.at(-1)]
    if (!first || !last) return
    const { top, bottom } = boxOf(element)
    first.top = Math.min(first.top, top)
    last.bottom = Math.max(last.bottom, bottom)
  }

  function addLines(element: Element, style: CSSStyleDeclaration): void {
    const box = boxOf(element)
    const lineHeight = Number.parseFloat(style.lineHeight)
    const top = box.top + px(style.paddingTop) + px(style.borderTopWidth)
    const inside = box.bottom - px(style.paddingBottom) - px(style.borderBottomWidth) - top
    const count = Math.round(inside / lineHeight)
    const isEven = Math.abs(inside - count * lineHeight) <= 1
    const tops = isEven
      ? Array.from({ length: count }, (_, line) => top + line * lineHeight)
      : lineTops(element)
    // A line that begins with a picture has no text to be cut before.
    if (tops.length < 2 || element.querySelector('img')) addWhole(element)
    else addLinesOf(element, tops, box, callsIn(element))
  }

  function addLinesOf(element: Element, tops: readonly number[], box: Box, calls: readonly Call[]): void {
    const count = tops.length
    const lineOf = ({ middle }: Call) =>
      Math.max(
        0,
        tops.findLastIndex(top => top <= middle),
      )
    const byLine = Map.groupBy(calls, lineOf)
    for (const [line, top] of tops.entries()) {
      add({
        element,
        line,
        top: line === 0 ? box.top : top,
        bottom: tops[line + 1] ?? box.bottom,
        mayBegin: line === 0 || (line >= fewestLines && count - line >= fewestLines),
        notes: (byLine.get(line) ?? []).map(({ id }) => id),
      })
    }
  }

  function addMixed(element: Element, style: CSSStyleDeclaration): void {
    within(element, () => {
      for (const [index, run] of runsOf(element).entries()) {
        if (run instanceof Element) walk(run)
        else addRun(element, run, Number.parseFloat(style.lineHeight), index === 0)
      }
    })
  }

  /** Text between blocks: measured by its glyphs, which stand in the middle of their lines. The first has its block's mark before it. */
  function addRun(element: Element, run: readonly Node[], lineHeight: number, isFirst: boolean): void {
    const range = document.createRange()
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return
    range.setStartBefore(first)
    range.setEndAfter(last)
    const { top, bottom } = range.getBoundingClientRect()
    if (bottom <= top) return
    const count = Math.max(1, Math.round((bottom - top) / lineHeight))
    const lead = (count * lineHeight - (bottom - top)) / 2
    const calls = run.flatMap(node => (node instanceof Element ? callsIn(node) : []))
    const box = { top: top - lead + scrollY, bottom: bottom + lead + scrollY }
    const tops = Array.from({ length: count }, (_, line) => box.top + line * lineHeight)
    addLinesOf(isFirst ? element : inOneElement(run), tops, box, calls)
  }

  function addRows(table: HTMLTableElement): void {
    const head = table.tHead ? boxOf(table.tHead) : null
    const rows = [...table.tBodies].flatMap(({ rows }) => [...rows])
    if (rows.length === 0) addWhole(table)
    const box = boxOf(table)
    // A short table stays whole, unless its rows are high.
    const isWhole =
      getComputedStyle(table).breakInside.startsWith('avoid') &&
      box.bottom - box.top < (isTurned ? turnedHeight : height)
    for (const [index, row] of rows.entries()) {
      const { top, bottom } = boxOf(row)
      const isLast = index === rows.length - 1
      add({
        element: index === 0 ? table : row,
        top: index === 0 ? box.top : top,
        bottom: isLast ? box.bottom : bottom,
        // Neither one row under a head nor the last one alone.
        mayBegin: index === 0 || (!isWhole && index > 1 && !isLast),
        repeats: index > 0 && head ? head.bottom - head.top : 0,
        notes: [...(index === 0 && table.tHead ? callsIn(table.tHead) : []), ...callsIn(row)].map(
          ({ id }) => id,
        ),
      })
    }
  }

  for (const child of root.children) walk(child)
  return pieces
}

type Box = { top: number; bottom: number }

/** An element's box, from the beginning of the document. */
export function boxOf(element: Element): Box {
  const { top, bottom } = element.getBoundingClientRect()
  return { top: top + scrollY, bottom: bottom + scrollY }
}

type Call = { id: string; middle: number }

/** The calls of notes in an element, and how far down each stands. */
export function callsIn(element: Element): Call[] {
  return [...element.querySelectorAll('.note-call a')].map(call => {
    const { top, bottom } = boxOf(call)
    return { id: call.getAttribute('href')?.slice(1) ?? '', middle: (top + bottom) / 2 }
  })
}

/** Where each line of a text begins, from the boxes of its words: lines with another face in them are higher than others. */
function lineTops(element: Element): number[] {
  const range = document.createRange()
  range.selectNodeContents(element)
  const lines: Box[] = []
  for (const { top, bottom, width } of range.getClientRects()) {
    const last = lines.at(-1)
    if (width === 0) continue
    if (last && (top + bottom) / 2 < last.bottom) {
      last.top = Math.min(last.top, top)
      last.bottom = Math.max(last.bottom, bottom)
    } else lines.push({ top, bottom })
  }
  return lines.map(({ top }, line) => ((lines[line - 1]?.bottom ?? top) + top) / 2 + scrollY)
}

/** Nodes beside one another, in an element of their own, so that a page may begin with it. */
function inOneElement(nodes: readonly Node[]): Element {
  const run = document.createElement('span')
  run.className = 'run'
  nodes[0]?.parentNode?.insertBefore(run, nodes[0])
  run.append(...nodes)
  return run
}

function isBlock(element: Element): boolean {
  const { display, position } = getComputedStyle(element)
  return (
    !display.startsWith('inline') && display !== 'none' && display !== 'contents' && position !== 'absolute'
  )
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some(
    node => (node instanceof Text && node.data.trim() !== '') || (node instanceof Element && !isBlock(node)),
  )
}

/** A block's children: its blocks, and the runs of text between them. */
function runsOf(element: Element): (Element | Node[])[] {
  const runs: (Element | Node[])[] = []
  for (const node of element.childNodes) {
    const last = runs.at(-1)
    if (node instanceof Element && isBlock(node)) runs.push(node)
    else if (Array.isArray(last)) last.push(node)
    else runs.push([node])
  }
  return runs
}

function px(length: string): number {
  return Number.parseFloat(length) || 0
}
