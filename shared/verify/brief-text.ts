// A brief's Markdown as the checks read it: its prose with everything else blanked out, its sections, links and images.
import { type Range, sentencesOf } from '../extract/sentences.ts'
import { type BriefTree, parseBrief } from '../markdown/parse-brief.ts'

type SyntaxNode = BriefTree['topNode']
type SyntaxNodeRef = Parameters<Parameters<BriefTree['iterate']>[0]['enter']>[0]

/** A heading with what stands under it, up to the next heading of its level or above. */
export type Section = Range & { heading: string; bodyStart: number }

export type BriefText = {
  /**
   * As long as the body, so that offsets are the same: the words of paragraphs, list items and tables. Headings, code,
   * comments and addresses are blanks; a reference is a run of `U+FFFC`, which is no letter, digit or space.
   */
  prose: string
  /** The paragraphs, list items and cells of the prose, in order. */
  paragraphs: readonly (Range & { isCell: boolean })[]
  /** The sentences of the prose, in order. */
  sentences: readonly Range[]
  sections: readonly Section[]
  /** Links, also those of images, with their addresses. */
  links: readonly (Range & { address: string; isImage: boolean })[]
  /** Without an address where that stands elsewhere, under a label. */
  /** Those that stand in no note. */
  tables: readonly Range[]
  images: readonly (Range & { words: string; address: string | null })[]
  /** What is not printed: comments, addresses under words, definitions of links. */
  unprinted: readonly Range[]
  /** Characters that are written by their number, such as `&#8532;`. */
  numbered: readonly (Range & { character: string })[]
  /** Calls of notes in the text itself, and the notes with the calls in them; ranges are those of calls and of notes' marks. */
  noteCalls: readonly NoteName[]
  notes: readonly (NoteName & { calls: readonly NoteName[] })[]
}

/** Where a note is named, and by what name. */
export type NoteName = Range & { name: string }

const objectMark = '\uFFFC'
const proseBlocks = new Set(['Paragraph', 'Task', 'TableCell'])
const notPrinted = new Set(['Comment', 'CommentBlock', 'LinkTitle', 'LinkReference'])
const blanked = new Set(['InlineCode', 'Comment', 'URL', 'LinkTitle', 'Image', 'TaskMarker', 'QuoteMark'])

/** Reads the body that a tree was made of. */
export function readBriefText(body: string, tree: BriefTree = parseBrief(body)): BriefText {
  const paragraphs: BriefText['paragraphs'][number][] = []
  const blanks: (Range & { mark: string })[] = []
  const headings: (Range & { level: number; heading: string })[] = []
  const links: BriefText['links'][number][] = []
  const images: BriefText['images'][number][] = []
  const unprinted: Range[] = []
  const tables: Range[] = []
  const numbered: BriefText['numbered'][number][] = []
  const noteNames = noteReader(body)

  tree.iterate({
    enter(node) {
      const { name, from: start, to: end } = node
      noteNames.read(node)
      if (proseBlocks.has(name)) paragraphs.push({ start, end, isCell: name === 'TableCell' })
      else if (name === 'Reference') blanks.push({ start, end, mark: objectMark })
      else if (blanked.has(name)) blanks.push({ start, end, mark: ' ' })
      const isUnprinted = notPrinted.has(name) || (name === 'URL' && !isAlone(node.node))
      if (isUnprinted && !isCaption(node.node)) unprinted.push({ start, end })
      const level = /^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1]
      if (level !== undefined) {
        const heading = body.slice(start, end).replace(/^#+\s*|\s*#*\s*$|\n[=-]+\s*$/g, '')
        headings.push({ start, end, level: Number(level), heading })
      }
      const character = name === 'Entity' ? characterOf(body.slice(start, end)) : null
      if (character !== null) numbered.push({ start, end, character })
      if (name === 'Table' && !noteNames.isInNote(start)) tables.push({ start, end })
      if (name === 'Image') {
        const words = /^!\[([\s\S]*?)\](?:\(|\[|$)/.exec(body.slice(start, end))?.[1] ?? ''
        images.push({ start, end, words: words.trim(), address: addressIn(node.node, body) })
      }
      const address = name === 'Link' || name === 'Image' ? addressIn(node.node, body) : null
      if (address !== null) links.push({ start, end, address, isImage: name === 'Image' })
      if (name === 'Autolink' || (name === 'URL' && isAlone(node.node))) {
        links.push({ start, end, address: body.slice(start, end).replace(/^<|>$/g, ''), isImage: false })
      }
    },
  })

  const prose = withBlanks(body, paragraphs, blanks)
  const sentences = paragraphs.flatMap(({ start, end }) => sentencesOf(prose, { start, end }))
  const sections = headings.map(({ start, end, level, heading }, index) => {
    const next = headings.slice(index + 1).find(other => other.level <= level)
    return { start, end: next?.start ?? body.length, heading, bodyStart: end }
  })
  return {
    prose,
    paragraphs,
    sentences,
    sections,
    links,
    images,
    tables,
    unprinted,
    numbered,
    ...noteNames.found,
  }
}

/** Reads notes and their calls while a tree is walked. An image's words are printed as they are, so that they call none. */
function noteReader(body: string) {
  const noteCalls: NoteName[] = []
  const notes: (NoteName & { calls: NoteName[] })[] = []
  let note = { calls: noteCalls, end: 0 }
  let imageEnd = 0
  const read = ({ name: kind, from: start, to: end, node }: SyntaxNodeRef): void => {
    if (kind === 'Image') imageEnd = end
    if (kind !== 'NoteCall' && kind !== 'NoteMark') return
    if (start < imageEnd) return
    const name = body.slice(start + 2, end).replace(/\]:?$/, '')
    if (kind === 'NoteCall') (start < note.end ? note.calls : noteCalls).push({ start, end, name })
    else {
      const calls: NoteName[] = []
      notes.push({ start, end, name, calls })
      note = { calls, end: node.parent?.to ?? end }
    }
  }
  return { read, isInNote: (offset: number) => offset < note.end, found: { noteCalls, notes } }
}

function addressIn(node: SyntaxNode, body: string): string | null {
  const url = node.getChild('URL')
  return url && body.slice(url.from, url.to).replace(/^<|>$/g, '')
}

/** An address that stands in the text as it is. */
function isAlone({ parent }: SyntaxNode): boolean {
  return !['Link', 'Image', 'Autolink', 'LinkReference'].includes(parent?.name ?? '')
}

/** Null where it is written by a name, or there is no such character (CommonMark 0.31, 2.5). */
function characterOf(written: string): string | null {
  const [, hex, decimal] = /^&#(?:[Xx]([\da-fA-F]{1,6})|(\d{1,7}));$/.exec(written) ?? []
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

/** The title of a picture that is a paragraph of its own. */
function isCaption({ name, parent: image }: SyntaxNode): boolean {
  const paragraph = image?.name === 'Image' ? image.parent : null
  return (
    name === 'LinkTitle' &&
    paragraph?.name === 'Paragraph' &&
    paragraph.from === image?.from &&
    paragraph.to === image.to
  )
}

function withBlanks(
  body: string,
  paragraphs: readonly Range[],
  blanks: readonly (Range & { mark: string })[],
): string {
  const empty = (from: number, to: number) => body.slice(from, to).replace(/[^\n]/g, ' ')
  let prose = ''
  for (const { start, end } of paragraphs) {
    // A paragraph within another block was written with it.
    if (start < prose.length) continue
    prose += empty(prose.length, start) + body.slice(start, end)
  }
  prose += empty(prose.length, body.length)
  const pieces: string[] = []
  let at = 0
  for (const { start, end, mark } of blanks) {
    if (start < at) continue
    pieces.push(prose.slice(at, start), prose.slice(start, end).replace(/[^\n]/g, mark))
    at = end
  }
  return pieces.join('') + prose.slice(at)
}

/** The sentence that a place of the prose lies in; the place itself where none does. */
export function sentenceAround({ sentences }: BriefText, place: Range): Range {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= place.start) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low]
  return sentence && sentence.start <= place.start ? sentence : place
}

/** What a reader found in each text, by the reader: while somebody writes, one paragraph changes and the others do not. */
const readBefore = new WeakMap<object, Map<string, readonly Range[]>>()
const mostRemembered = 2_000

/**
 * What a reader finds in the prose, paragraph by paragraph, at its places in the brief. The reader must be one and the
 * same function each time, and depend on nothing but its text.
 */
export function inEachParagraph<T extends Range>(
  { prose, paragraphs }: BriefText,
  read: (paragraph: string) => readonly T[],
): T[] {
  const known = (readBefore.get(read) ?? new Map()) as Map<string, readonly T[]>
  if (known.size > mostRemembered) known.clear()
  readBefore.set(read, known)
  return paragraphs.flatMap(({ start, end }) => {
    const words = prose.slice(start, end)
    const found = known.get(words) ?? read(words)
    known.set(words, found)
    return found.map(each => ({ ...each, start: each.start + start, end: each.end + start }))
  })
}
