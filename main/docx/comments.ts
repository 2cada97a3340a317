// Open findings as comments of Word's, at the paragraph whose words they are about.
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { wordsOfHtml } from '../../shared/markdown/escape-html.ts'
import type { DrawnNote } from '../../shared/markdown/notes.ts'
import { wordsOfFinding } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import type { DomElement } from '../capture/from-html/dom.ts'
import { wordText } from './text-runs.ts'

/** A block of the body with the line of the Markdown that it begins on. */
export type PlacedBlock = { line: number; elements: readonly DomElement[] }

/** Elements that become a paragraph of their own. */
const ofParagraphs = 'p, h1, h2, h3, h4, h5, h6, figcaption, td, th, pre, li'

/** What comments are placed in. */
type Commented = {
  blocks: readonly PlacedBlock[]
  notes: readonly DrawnNote[]
  /** Whether the notes become footnotes. */
  hasFootnotes: boolean
}

export class Comments {
  readonly #findings: readonly Finding[]
  readonly #placed = new Map<DomElement, number[]>()
  readonly #left: Set<number>
  /** Words of the brief that comments on its title are about. */
  readonly #about = new Map<number, string>()

  constructor(findings: readonly Finding[], body: string, { blocks, notes, hasFootnotes }: Commented) {
    this.#findings = findings.filter(({ answer }) => answer === undefined)
    this.#left = new Set(this.#findings.keys())
    const isBetweenCalls = betweenCalls(blocks)
    for (const [number, finding] of this.#findings.entries()) {
      const words = wordsOfFinding(finding, body)
      const element = elementOf(finding, words, blocks, notes)
      if (element && hasFootnotes && isBetweenCalls(element)) this.#about.set(number, words)
      else if (element) this.#placed.set(element, [...(this.#placed.get(element) ?? []), number])
    }
  }

  /** An element's line with the comments on it around. */
  around(element: DomElement, children: readonly ParagraphChild[]): ParagraphChild[] {
    return this.#mark(this.#placed.get(element) ?? [], children)
  }

  /** The same of the title, which those have that no other paragraph had; it is asked for last. */
  aroundTitle(children: readonly ParagraphChild[]): ParagraphChild[] {
    return this.#mark([...this.#left], children)
  }

  /** What the comments say, made at an instant. */
  written(at: Date): ICommentOptions[] {
    const said = (message: string, id: number) => {
      const words = this.#about.get(id)?.replace(/\s+/g, ' ').slice(0, 100)
      return words ? `On “${words}”: ${message}` : message
    }
    return this.#findings.map(({ message }, id) => ({
      id,
      author: 'Dispatch Box',
      initials: 'DB',
      date: at,
      children: [
        new Paragraph({ style: 'CommentText', children: [new TextRun(wordText(said(message, id)))] }),
      ],
    }))
  }

  #mark(numbers: readonly number[], children: readonly ParagraphChild[]): ParagraphChild[] {
    const fresh = numbers.filter(number => this.#left.delete(number))
    return [
      ...fresh.map(number => new CommentRangeStart(number)),
      ...children,
      ...fresh.flatMap(number => [
        new CommentRangeEnd(number),
        new TextRun({ children: [new CommentReference(number)] }),
      ]),
    ]
  }
}

/** The paragraph that a finding is about; null where it is about the whole brief, or what it is about is not printed. */
function elementOf(
  { line, evidence }: Finding,
  words: string,
  blocks: readonly PlacedBlock[],
  notes: readonly DrawnNote[],
): DomElement | null {
  if (words === '') return null
  const block = blocks.findLast(each => each.line <= line)
  const paragraphs = (block?.elements ?? []).flatMap(element => [
    ...(element.matches(ofParagraphs) ? [element] : []),
    ...element.querySelectorAll(ofParagraphs),
  ])
  const plain = squeezed(words)
  return (
    // The innermost comes after what it stands in.
    paragraphs.findLast(element => squeezed(element.textContent ?? '').includes(plain)) ??
    paragraphs.findLast(element => evidence !== null && refersTo(element, evidence)) ??
    calling(
      notes.find(({ html }) => squeezed(wordsOfHtml(html)).includes(plain)),
      blocks,
    ) ??
    paragraphs[0] ??
    null
  )
}

/**
 * Tells whether an element stands between the first and the last call of notes. LibreOffice (seen in 7.4) drops the words of all
 * footnotes where a comment stands between two of them, so that such a comment goes to the title.
 */
function betweenCalls(blocks: readonly PlacedBlock[]): (element: DomElement) => boolean {
  const parts = blocks.flatMap(({ elements }) => elements)
  const places = new Map<DomElement, number>()
  for (const element of parts.flatMap(part => [part, ...part.querySelectorAll('*')]))
    places.set(element, places.size)
  const calls = [...places].filter(([element]) => element.matches('.note-call')).map(([, place]) => place)
  const [first = Number.POSITIVE_INFINITY, last = Number.NEGATIVE_INFINITY] = [calls[0], calls.at(-1)]
  return element => {
    const end = places.get([...element.querySelectorAll('*')].at(-1) ?? element) ?? 0
    return first <= end && end < last
  }
}

/** The paragraph that calls a note: Word has no comments in notes. */
function calling(note: DrawnNote | undefined, blocks: readonly PlacedBlock[]): DomElement | null {
  if (!note) return null
  const calls = blocks.flatMap(({ elements }) =>
    elements.map(element => element.querySelector(`#note-${note.letter}-call`)),
  )
  return calls.find(call => call !== null)?.closest(ofParagraphs) ?? null
}

function refersTo(element: DomElement, id: string): boolean {
  const references = [element.closest('[data-reference]'), ...element.querySelectorAll('[data-reference]')]
  return references.some(reference => reference?.getAttribute('data-reference') === id)
}

/** Letters and digits alone: Markdown's marks are not in what is read. */
function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
