// What stands in a line: runs of text, links, calls of notes, pictures.
import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunPropertiesOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { type DomElement, type DomNode, isElement, isText } from '../capture/from-html/dom.ts'
import { drawPicture } from './pictures.ts'
import { colours } from './styles.ts'
import { textRuns } from './text-runs.ts'
import type { Writing } from './writing.ts'

const looksOfElements: Readonly<Record<string, IRunPropertiesOptions>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italics: true },
  i: { italics: true },
  del: { strike: true },
  code: { style: 'CodeText' },
  cite: { style: 'Cited' },
  sup: { superScript: true },
  sub: { subScript: true },
  span: {},
}

/** The classes of spans and what they look like; those without a look are for other readers of the HTML. */
const looksOfClasses: Readonly<Record<string, IRunPropertiesOptions>> = {
  quoted: {},
  words: {},
  person: {},
  address: {},
  subject: {},
  number: {},
  datum: {},
  date: {},
  'with-dash': {},
  speaker: { bold: true, color: colours.ink },
  'annex-value': { bold: true },
  missing: { style: 'Missing' },
  'missing-id': { style: 'Missing' },
  'image-left-out': { style: 'LeftOut' },
  'after-mark': {},
  hung: {},
  kept: { color: colours.quiet },
  kind: { border: { style: 'single', size: 4, space: 1, color: colours.rule } },
}

/** Spans of these are kept on one line. */
const keptTogether = ['date', 'with-dash', 'missing-id']

type Line = {
  writing: Writing
  /** Whether nothing stands in the line yet, so that spaces would move it. */
  isAtStart: boolean
}

/** What stands in an element's line, without the elements that `isLeftOut` names. */
export function drawInline(
  nodes: Iterable<DomNode>,
  writing: Writing,
  isLeftOut: (element: DomElement) => boolean = () => false,
): ParagraphChild[] {
  const line: Line = { writing, isAtStart: true }
  const shown = [...nodes].filter(node => !isElement(node) || !isLeftOut(node))
  return shown.flatMap(node => drawNode(node, line, {}, false))
}

function drawNode(
  node: DomNode,
  line: Line,
  look: IRunPropertiesOptions,
  isKept: boolean,
): readonly ParagraphChild[] {
  if (isText(node)) {
    const collapsed = (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ')
    const text = line.isAtStart ? collapsed.trimStart() : collapsed
    if (text !== '') line.isAtStart = false
    return textRuns(isKept ? text.replaceAll(' ', '\u00a0') : text, look)
  }
  if (!isElement(node)) return []
  const drawn = drawElement(node, line, look, isKept)
  const { bookmarks } = line.writing
  return node.id === '' || isNoteCall(node) ? drawn : bookmarks.around(node.id, drawn)
}

function drawElement(
  element: DomElement,
  line: Line,
  look: IRunPropertiesOptions,
  isKept: boolean,
): readonly ParagraphChild[] {
  const { writing } = line
  switch (element.localName) {
    case 'br':
      line.isAtStart = true
      return [new TextRun({ break: 1 })]
    case 'img':
      line.isAtStart = false
      return drawPicture(element, writing)
    case 'a':
      return drawLink(element, line, look, isKept)
  }
  if (isNoteCall(element)) return writing.notes.call(element)
  if (!(element.localName in looksOfElements)) writing.onUnknown(element)
  const classes = classesOf(element)
  const isMark = classes.includes('source-mark')
  const known = classes.filter(name => name in looksOfClasses)
  if (!isMark && known.length < classes.length) writing.onUnknown(element)
  const own = isMark ? { style: 'SourceMark' } : looksOfElements[element.localName]
  const inside: IRunPropertiesOptions = Object.assign(
    { ...look, ...own, ...languageOf(element) },
    ...known.map(name => looksOfClasses[name]),
  )
  // A number stays on its line; a label of several words breaks as words do.
  const isWhole =
    isKept ||
    classes.some(name => keptTogether.includes(name)) ||
    (classes.includes('datum') && !classes.includes('words'))
  return [...element.childNodes].flatMap(child => drawNode(child, line, inside, isWhole))
}

function drawLink(
  element: DomElement,
  line: Line,
  look: IRunPropertiesOptions,
  isKept: boolean,
): readonly ParagraphChild[] {
  const address = element.getAttribute('href') ?? ''
  const draw = (inside: IRunPropertiesOptions) =>
    [...element.childNodes].flatMap(child => drawNode(child, line, inside, isKept))
  if (!address.startsWith('#')) {
    return [new ExternalHyperlink({ link: address, children: draw({ style: 'Hyperlink', ...look }) })]
  }
  const anchor = line.writing.bookmarks.nameOf(address.slice(1))
  // A link to a heading that is not there is plain text, as it is in a PDF.
  return anchor === null ? draw(look) : [new InternalHyperlink({ anchor, children: draw(look) })]
}

function isNoteCall(element: DomElement): boolean {
  return element.localName === 'sup' && element.className === 'note-call'
}

/** The language of words that are not in the document's own. */
function languageOf(element: DomElement): IRunPropertiesOptions {
  const value = element.closest('[lang]')?.getAttribute('lang')
  if (!value) return {}
  return { language: /^(?:ja|zh|ko)\b/.test(value) ? { value, eastAsia: value } : { value } }
}

export function classesOf(element: DomElement): string[] {
  return (element.getAttribute('class') ?? '').split(/\s+/).filter(name => name !== '')
}
