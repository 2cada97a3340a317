// A brief's HTML in the preview's own page, where only what changed is put anew.
import type { BriefPiece, BriefPieces } from '../../shared/brief/render-brief.ts'
import { cleanPieces } from '../html-sink/html-sink.ts'

export type PieceView = {
  /** Shows a brief in the place of what is shown; a long one comes in parts, from the top. */
  show(pieces: BriefPieces): void
  /** The blocks of the text in order, each with its first element; none while some are still to come. */
  blocks(): readonly ShownBlock[]
  /** Nothing more is put in. */
  stop(): void
}

/** A block of the text: the line of the Markdown that it begins on, from 1, and where it is shown. */
export type ShownBlock = { line: number; element: Element }

type Shown = { html: string; nodes: readonly ChildNode[] }

/** Pieces that are put in at once: more would keep a key waiting. */
const atOnce = 60

/** Shows briefs in a page's body, which is this view's alone. `onWhole` hears that all of one is there. */
export function createPieceView(body: HTMLElement, onWhole: () => void): PieceView {
  const main = body.ownerDocument.createElement('main')
  const [top, end] = [document.createComment(''), document.createComment('')]
  body.replaceChildren(main)
  main.before(top)
  body.append(end)
  let before: Shown = { html: '', nodes: [] }
  let after: Shown = { html: '', nodes: [] }
  /** What stands in `main`, in order. */
  let text: readonly Shown[] = []
  /** The line of each of them; null while some are still to come, and then asked for anew. */
  let lines: readonly (number | null)[] | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined

  function show(pieces: BriefPieces): void {
    clearTimeout(waiting)
    lines = null
    before = putOne(before, pieces.before, node => top.before(...node))
    after = putOne(after, pieces.after, node => end.before(...node))
    main.className = pieces.isNumbered ? 'numbered-document' : ''
    fill(pieces.main)
  }

  function fill(wanted: readonly BriefPiece[]): void {
    const { from, shownTo, wantedTo } = difference(text, wanted)
    const gone = text.slice(from, shownTo)
    const next = text[shownTo]?.nodes[0] ?? null
    const coming = wanted.slice(from, Math.min(wantedTo, from + atOnce))
    const came = put(coming, gone, nodes => {
      for (const node of nodes) main.insertBefore(node, next)
    })
    text = [...text.slice(0, from), ...came, ...text.slice(shownTo)]
    if (from + atOnce < wantedTo) waiting = setTimeout(() => fill(wanted))
    else {
      lines = wanted.map(({ line }) => line)
      onWhole()
    }
  }

  function blocks(): ShownBlock[] {
    return (lines ?? []).flatMap((line, index) => {
      const element = text[index]?.nodes.find(isElement)
      return line === null || !element ? [] : [{ line, element }]
    })
  }

  return { show, blocks, stop: () => clearTimeout(waiting) }
}

function putOne(shown: Shown, html: string, insert: (nodes: readonly ChildNode[]) => void): Shown {
  if (shown.html === html) return shown
  return put([{ html }], [shown], insert)[0] ?? { html: '', nodes: [] }
}

/** Puts pieces in, and takes out what they replace. Pictures that stay do not flicker. */
function put(
  coming: readonly { html: string }[],
  gone: readonly Shown[],
  insert: (nodes: readonly ChildNode[]) => void,
): Shown[] {
  const old = gone.flatMap(({ nodes }) => nodes)
  const pictures = new Map(picturesIn(old).map(picture => [picture.outerHTML, picture]))
  const made = cleanPieces(coming.map(({ html }) => html))
  for (const node of old) node.remove()
  const came = coming.map(({ html }, index) => ({ html, nodes: made[index] ?? [] }))
  insert(came.flatMap(({ nodes }) => nodes))
  for (const picture of picturesIn(came.flatMap(({ nodes }) => nodes))) {
    const same = pictures.get(picture.outerHTML)
    if (!same) continue
    picture.replaceWith(same)
    pictures.delete(picture.outerHTML)
  }
  return came
}

/** What differs between two rows of pieces that begin and end alike. */
function difference(shown: readonly { html: string }[], wanted: readonly { html: string }[]) {
  let from = 0
  while (from < shown.length && from < wanted.length && shown[from]?.html === wanted[from]?.html) from += 1
  let [shownTo, wantedTo] = [shown.length, wanted.length]
  while (shownTo > from && wantedTo > from && shown[shownTo - 1]?.html === wanted[wantedTo - 1]?.html) {
    shownTo -= 1
    wantedTo -= 1
  }
  return { from, shownTo, wantedTo }
}

function picturesIn(nodes: readonly ChildNode[]): HTMLImageElement[] {
  return nodes.flatMap(node => (isElement(node) ? [...pictures(node)] : []))
}

/** Elements of the preview belong to another realm, so instanceof would be false here. */
function isElement(node: ChildNode): node is Element & ChildNode {
  return node.nodeType === 1
}

function* pictures(element: Element): Generator<HTMLImageElement> {
  if (element.localName === 'img') yield element as HTMLImageElement
  yield* element.querySelectorAll('img')
}
