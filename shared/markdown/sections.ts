// The sections of a brief: each heading with everything below it, and how one is moved with that.

import { readInlineDirective } from '../references/directive.ts'
import type { TextEdit } from '../verify/finding.ts'
import { type BriefTree, parseBrief } from './parse-brief.ts'

/** From its heading to the next of its level or a higher one: offsets in UTF-16 code units, the end exclusive. */
export type Section = {
  /** 1 to 6. */
  level: number
  /** The heading as it is read. */
  words: string
  from: number
  to: number
}

type Node = BriefTree['topNode']

/** The sections of a text in order; one that lies in another comes after it. */
export function sectionsOf(body: string): Section[] {
  const found: Section[] = []
  for (let node = parseBrief(body).topNode.firstChild; node; node = node.nextSibling) {
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1]
    if (level === undefined) continue
    const words = wordsOf(node, body).replace(/\s+/g, ' ').trim()
    found.push({ level: Number(level), words, from: node.from, to: body.length })
  }
  for (const [index, section] of found.entries()) {
    const next = found.slice(index + 1).find(({ level }) => level <= section.level)
    section.to = next?.from ?? body.length
  }
  return found
}

/** The index of the section that an offset stands in, the innermost; -1 before the first. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return sections.findLastIndex(({ from }) => from <= offset)
}

/** An edit of the text, and where the moved heading stands after it. */
export type Move = { edit: TextEdit; headingAt: number }

/** Moves a section before the one above it of the same level, or after the one below; null where none is in the same section. */
export function moveSection(body: string, index: number, direction: -1 | 1): Move | null {
  const sections = sectionsOf(body)
  const moved = sections[index]
  if (!moved) return null
  if (direction === 1) {
    const below = sections.find(({ from, level }) => from === moved.to && level === moved.level)
    return below ? swap(body, moved.from, moved.to, below.to, 'first') : null
  }
  const above = sections.slice(0, index).findLast(({ level }) => level <= moved.level)
  return above?.level === moved.level ? swap(body, above.from, moved.from, moved.to, 'second') : null
}

/** Moves a section before the heading of another, or to the end where that is none; null where it stands there, or would go into itself. */
export function moveSectionBefore(body: string, index: number, other: number): Move | null {
  const sections = sectionsOf(body)
  const moved = sections[index]
  const at = sections[other]?.from ?? body.length
  if (!moved || (moved.from <= at && at <= moved.to)) return null
  return at < moved.from
    ? swap(body, at, moved.from, moved.to, 'second')
    : swap(body, moved.from, moved.to, at, 'first')
}

/** Two neighbouring pieces change places; what parts them, and what stands after them, stays where it is. */
function swap(body: string, start: number, middle: number, end: number, moved: 'first' | 'second'): Move {
  const first = pieceOf(body.slice(start, middle))
  const second = pieceOf(body.slice(middle, end))
  const parting = first.after === '' ? '\n\n' : first.after
  const text = second.words + parting + first.words + second.after
  const headingAt = moved === 'second' ? start : start + second.words.length + parting.length
  return { edit: { start, end, text }, headingAt }
}

function pieceOf(text: string): { words: string; after: string } {
  const words = text.replace(/\n[ \t\n]*$/, '')
  return { words, after: text.slice(words.length) }
}

const unread = new Set([
  'HeaderMark',
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'LinkMark',
  'URL',
  'LinkTitle',
  'NoteCall',
  'Comment',
])

function wordsOf(node: Node, body: string): string {
  if (unread.has(node.name)) return ''
  const written = body.slice(node.from, node.to)
  if (node.name === 'Reference') return readInlineDirective(written, 0)?.label ?? ''
  if (node.name === 'Escape') return written.slice(1)
  let [words, at] = ['', node.from]
  for (let child = node.firstChild; child; child = child.nextSibling) {
    words += body.slice(at, child.from) + wordsOf(child, body)
    at = child.to
  }
  return words + body.slice(at, node.to)
}
