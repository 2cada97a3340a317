// A brief's Markdown as HTML. Safe by construction: every text and attribute is escaped here, elements come from this
// file alone, and what a drawing gives back is its own to keep safe.

import type { Token, Tokens } from 'marked'
import { attachmentOf, isAttachmentAddress } from '../references/attachment-links.ts'
import type { MarkdownDrawing, WrittenPicture } from './drawing.ts'
import { escapeHtml, escapeMarkdownText } from './escape-html.ts'
import { HeadingIds } from './heading-ids.ts'
import type {
  CalloutToken,
  CommentToken,
  LayoutToken,
  NoteCallToken,
  ReferenceToken,
} from './lex-markdown.ts'
import { type KnownBlock, type MarkdownMemory, noMemory } from './markdown-memory.ts'
import { type DrawnNote, drawNotes, noteNumbers } from './notes.ts'
import { plainText } from './plain-text.ts'
import {
  type Asked,
  decisionLook,
  noteCallLook,
  pictureLook,
  type Question,
  referenceLook,
  sourcesLook,
  timelineLook,
  uncalledNoteLook,
} from './questions.ts'
import { tableHtml } from './table-html.ts'
import { type Direction, directionOf, writingAttributes } from './writing.ts'

/** A heading of a brief, its words as HTML. */
export type DrawnHeading = { depth: number; id: string; html: string }

/** A piece of a brief's text as HTML, with the line of the Markdown, from 1, that it begins on. */
export type DrawnBlock = { line: number; html: string }

/**
 * A brief's Markdown as HTML: the text, whole and block by block, the notes that it calls in their order, and its headings
 * but those with nothing under them.
 */
export type DrawnMarkdown = {
  html: string
  blocks: DrawnBlock[]
  notes: DrawnNote[]
  headings: DrawnHeading[]
}

/**
 * Renders a brief's Markdown. HTML in it is shown as text and HTML comments vanish; links go to http, https, mailto and
 * headings of the same document, others are plain text; a picture that the library keeps is drawn, any other image named and never
 * loaded. Headings get ids that stay the same while their words do; one with nothing under it has the class `empty`. Blocks of
 * right-to-left text have `dir`, those of an East Asian language `lang`. A note that nothing calls, and a call
 * without a note, are shown as they are written, as is a text that is nested too deeply to be drawn. One `memory` is for one
 * text as it is written, and always the same decimal mark and names of callouts.
 */
export function renderMarkdown(
  markdown: string,
  drawing: MarkdownDrawing,
  memory: MarkdownMemory = noMemory(),
): DrawnMarkdown {
  try {
    return drawMarkdown(markdown, drawing, memory)
  } catch (error) {
    // Thousands of quotation marks before a line take marked to the end of its stack.
    const html = `<pre><code>${escapeHtml(markdown)}</code></pre>\n`
    if (error instanceof RangeError) return { html, blocks: [{ line: 1, html }], notes: [], headings: [] }
    throw error
  }
}

function drawMarkdown(markdown: string, drawing: MarkdownDrawing, memory: MarkdownMemory): DrawnMarkdown {
  const ids = new HeadingIds()
  const { tokens, blocks, withNotes, hasOtherScripts: mayTurn } = memory.read(markdown)
  const notes = noteNumbers(withNotes)
  const asked: Asked = { drawing, notes }
  const headings: DrawnHeading[] = []
  let paragraphs = 0
  let isUnderHeading = false
  let isInNote = false
  let around: Direction = 'ltr'
  /** What was asked for the block that is being drawn, and what answers are there already. */
  let questions: Question[] = []
  let answers: string[] = []
  let hasHeading = false

  const pieces = tokens.map((token, index) => {
    if (token.type === 'space') return ''
    if (token.type === 'heading') {
      isUnderHeading = true
      return drawHeading(token as Tokens.Heading, isSectionEmpty(tokens, index))
    }
    const block = blocks[index] as KnownBlock
    const html = drawOnce(token, block)
    if (token.type !== 'paragraph' || !drawing.numbered || !isUnderHeading || !isParagraph(html)) return html
    paragraphs += 1
    return numberedParagraph(html, paragraphs, block)
  })
  isInNote = true
  return {
    get html() {
      return pieces.join('')
    },
    blocks: withLines(pieces, blocks),
    notes: drawNotes(notes, drawBlocks),
    headings,
  }

  /** Draws a block of the text itself, unless what it looks like is known. */
  function drawOnce(token: Token, block: KnownBlock): string {
    const way = mayTurn ? 'turned' : 'plain'
    const known = block[way]
    if (known?.questions.length === 0) return known.html
    const prepared = known?.questions.map(question => question(asked)) ?? []
    if (known?.answers.every((answer, place) => answer === prepared[place])) return known.html
    questions = []
    answers = prepared
    hasHeading = false
    const html = drawBlock(token)
    // A heading in a quotation is listed with the others, and its id depends on them.
    if (!hasHeading) block[way] = { html, questions, answers }
    questions = []
    answers = []
    return html
  }

  /** What is answered for the block that is being drawn; nothing is asked twice, for some answers count on. */
  function ask(question: Question): string {
    const answer = answers[questions.length] ?? question(asked)
    answers[questions.length] = answer
    questions.push(question)
    return answer
  }

  function drawReference({ reference }: ReferenceToken): string {
    return ask(referenceLook(reference))
  }

  function drawHeading(heading: Tokens.Heading, isEmpty: boolean): string {
    const inside = drawInline(heading.tokens)
    const attributes = writing(heading.tokens)
    // Small print has no sections.
    if (isInNote) return `<p${attributes}><strong>${inside}</strong></p>\n`
    hasHeading = true
    const id = ids.take(plainText(heading.tokens))
    if (!isEmpty) headings.push({ depth: heading.depth, id, html: inside })
    return `<h${heading.depth} id="${id}"${isEmpty ? ' class="empty"' : ''}${attributes}>${inside}</h${heading.depth}>\n`
  }

  function drawBlocks(blocks: readonly Token[]): string {
    return blocks.map(drawBlock).join('')
  }

  function drawBlock(token: Token): string {
    switch (token.type) {
      case 'space':
      case 'def':
        return ''
      case 'heading':
        return drawHeading(token as Tokens.Heading, false)
      case 'paragraph': {
        const picture = pictureAlone(token as Tokens.Paragraph)
        if (picture) return ask(pictureLook(picture))
        const inside = drawInline((token as Tokens.Paragraph).tokens)
        return inside.trim() === '' ? '' : `<p${writing((token as Tokens.Paragraph).tokens)}>${inside}</p>\n`
      }
      case 'blockquote':
        return 'callout' in token
          ? drawCallout(token as CalloutToken)
          : drawQuotation((token as Tokens.Blockquote).tokens)
      case 'list':
        return drawList(token as Tokens.List)
      case 'code':
        return `<pre><code>${escapeHtml((token as Tokens.Code).text)}</code></pre>\n`
      case 'table':
        return drawTable(token as Tokens.Table)
      case 'hr':
        return '<hr>\n'
      case 'reference':
        return `${drawReference(token as ReferenceToken)}\n`
      case 'layout':
        return drawLayout(token as LayoutToken)
      case 'comment':
        return drawCommentBlock(token as CommentToken)
      case 'note':
        return ask(uncalledNoteLook(token, `<p>${escapeHtml(token.raw)}</p>\n`))
      case 'text':
        return drawTurned([token])
      default:
        return drawInline([token])
    }
  }

  /** The words of an item or a cell: its mark and its edge stay where those of its list or its column are. */
  function drawTurned(tokens: readonly Token[]): string {
    const attributes = writing(tokens)
    return attributes === '' ? drawInline(tokens) : `<span${attributes}>${drawInline(tokens)}</span>`
  }

  function drawLayout({ mark, directive }: LayoutToken): string {
    switch (mark) {
      case 'sources':
        return ask(sourcesLook)
      case 'decision':
        return ask(decisionLook(directive))
      case 'timeline':
        return ask(timelineLook(directive))
      case 'page-break':
        return '<div class="page-break"></div>\n'
    }
  }

  function drawCommentBlock(comment: CommentToken): string {
    // An open comment would swallow the rest of the brief without a word, so its text is shown.
    if (!comment.isClosed) return `<p>${escapeHtml(comment.raw)}</p>\n`
    const inside = drawInline(comment.tokens)
    return inside.trim() === '' ? '' : `<p>${inside}</p>\n`
  }

  function drawQuotation(tokens: readonly Token[]): string {
    const attributes = writing(tokens)
    const inside = within(tokens, () => drawBlocks(tokens))
    return `<blockquote${attributes}>\n${inside}</blockquote>\n`
  }

  function drawCallout({ callout, tokens }: CalloutToken): string {
    const name = escapeHtml(drawing.calloutName(callout))
    const attributes = writing(tokens)
    const inside = within(tokens, () => drawBlocks(tokens))
    return `<div class="callout callout-${callout}" role="note"${attributes}>\n<p class="callout-name"><strong>${name}</strong></p>\n${inside}</div>\n`
  }

  function drawList(list: Tokens.List): string {
    const attributes = writing(list.items)
    const drawItem = ({ tokens }: Tokens.ListItem) => `<li>${drawBlocks(tokens).trim()}</li>\n`
    const items = within(list.items, () => list.items.map(drawItem).join(''))
    if (!list.ordered) return `<ul${attributes}>\n${items}</ul>\n`
    const start = typeof list.start === 'number' && list.start !== 1 ? ` start="${list.start}"` : ''
    return `<ol${start}${attributes}>\n${items}</ol>\n`
  }

  function drawTable(table: Tokens.Table): string {
    const cells = [table.header, ...table.rows].flat() as unknown as Token[]
    const attributes = writing(cells)
    const draw = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => drawTurned(tokens))
    return within(cells, () => {
      const drawn = { attributes, align: table.align, head: draw(table.header), rows: table.rows.map(draw) }
      return tableHtml(drawn, drawing.decimalMark)
    })
  }

  /** What says how an element is written, by its words. */
  function writing(tokens: readonly Token[]): string {
    return mayTurn ? writingAttributes(plainText(tokens), around) : ''
  }

  /** Draws what stands in an element, from which its direction is taken. */
  function within(tokens: readonly Token[], draw: () => string): string {
    const outside = around
    if (mayTurn) around = directionOf(plainText(tokens)) ?? around
    const html = draw()
    around = outside
    return html
  }

  function drawInline(tokens: readonly Token[] | undefined): string {
    return (tokens ?? []).map(drawInlineToken).join('')
  }

  function drawInlineToken(token: Token): string {
    switch (token.type) {
      case 'text': {
        const text = token as Tokens.Text
        return text.tokens ? drawInline(text.tokens) : escapeMarkdownText(text.text)
      }
      case 'escape':
        return escapeHtml((token as Tokens.Escape).text)
      case 'strong':
      case 'em':
      case 'del':
        return `<${token.type}>${drawInline((token as Tokens.Strong).tokens)}</${token.type}>`
      case 'codespan':
        return `<code>${escapeHtml((token as Tokens.Codespan).text)}</code>`
      case 'br':
        return '<br>'
      case 'link':
        return drawLink(token as Tokens.Link)
      case 'image': {
        const image = token as Tokens.Image
        if (isAttachmentAddress(image.href)) return ask(pictureLook(writtenPicture(image, false)))
        const words = [image.text, image.href].filter(part => part !== '').join(', ')
        return `<span class="image-left-out">Image left out: ${escapeHtml(words)}</span>`
      }
      case 'reference':
        return drawReference(token as ReferenceToken)
      case 'note-call':
        return ask(noteCallLook(token as NoteCallToken))
      case 'checkbox':
        return (token as Tokens.Checkbox).checked ? '[x] ' : '[ ] '
      case 'comment':
        return ''
      default:
        return escapeHtml(token.raw)
    }
  }

  function drawLink(link: Tokens.Link): string {
    const inside = drawInline(link.tokens)
    const address = linkAddress(link.href)
    // A reference in the link brings a link of its own, and links do not nest.
    if (address === null || inside.includes('<a ')) return inside
    return `<a href="${escapeHtml(address)}">${inside}</a>`
  }
}

/** A picture that stands alone is none, nor is a paragraph without words. */
function isParagraph(html: string): boolean {
  return html.startsWith('<p>') || html.startsWith('<p ')
}

/** Its number is another one as soon as a paragraph comes before it. */
function numberedParagraph(plain: string, number: number, block: KnownBlock): string {
  const known = block.numbered
  if (known?.number === number && known.plain === plain) return known.html
  const inside = plain.indexOf('>') + 1
  const html = `<p class="numbered"${plain.slice(2, inside)}<span class="number">${number}.</span> ${plain.slice(inside)}`
  block.numbered = { number, plain, html }
  return html
}

/** What was drawn of each block with the line that it begins on: blocks are the text without a gap. */
function withLines(pieces: readonly string[], blocks: readonly KnownBlock[]): DrawnBlock[] {
  const drawn: DrawnBlock[] = []
  let line = 1
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as KnownBlock
    const html = pieces[index] ?? ''
    if (html !== '') drawn.push(toldAgain(block, line + block.linesBefore, html))
    line += block.lines
  }
  return drawn
}

function toldAgain(block: KnownBlock, line: number, html: string): DrawnBlock {
  if (block.told?.line !== line || block.told.html !== html) block.told = { line, html }
  return block.told
}

function linkAddress(written: string): string | null {
  const address = written.trim().replaceAll('&amp;', '&')
  if (/^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(address)) return address
  if (/^#[^\s<>"]+$/.test(address)) return `#${HeadingIds.forAnchor(address.slice(1))}`
  return null
}

function writtenPicture({ href, text, title }: Tokens.Image, isAlone: boolean): WrittenPicture {
  return { sha256: attachmentOf(href), words: text, caption: title ?? '', isAlone }
}

/** The kept picture that a paragraph is all of. */
function pictureAlone({ tokens }: Tokens.Paragraph): WrittenPicture | null {
  const [only, ...others] = tokens.filter(token => !isInvisible(token)) as Tokens.Image[]
  const isPicture = only?.type === 'image' && others.length === 0 && isAttachmentAddress(only.href)
  return isPicture ? writtenPicture(only, true) : null
}

/** Whether nothing that shows stands between a heading and the next of its rank or a higher one. */
function isSectionEmpty(tokens: readonly Token[], headingIndex: number): boolean {
  const depth = (tokens[headingIndex] as Tokens.Heading).depth
  for (let index = headingIndex + 1; index < tokens.length; index++) {
    const token = tokens[index] as Token
    if (token.type === 'heading') {
      if ((token as Tokens.Heading).depth <= depth) return true
    } else if (!isInvisible(token)) return false
  }
  return true
}

function isInvisible(token: Token): boolean {
  if (token.type === 'space' || token.type === 'def' || token.type === 'note') return true
  if (token.type === 'comment')
    return (token as CommentToken).isClosed && plainText(token.tokens).trim() === ''
  if (token.type === 'paragraph') return (token as Tokens.Paragraph).tokens.every(isInvisible)
  return token.type === 'text' && token.raw.trim() === ''
}
