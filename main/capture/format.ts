// Which reader a file is for, by what it holds and what it is named; or why there is none.
import { extname } from 'node:path'
import { ownName } from './archive/name-in-archive.ts'
import { zipNames } from './archive/zip-names.ts'
import { refusal } from './decode-text.ts'
import { type Content, contentOf } from './file-content.ts'
import { captureLimits } from './limits.ts'

/** What can be read. */
export type Format = 'markdown' | 'text' | 'html' | 'web-archive' | 'email' | 'word' | 'pdf' | 'zip'

/** The format of a file. Throws a RequestProblem that says what it is instead, and what to do with it. */
export function formatOf(name: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw refusal(name, 'is empty', 'Choose a file with words in it.')
  const content = contentOf(bytes)
  const named = namedFormat(name)
  const promised = promisedBy(name)
  const isData = promised === 'data' || (content === 'data' && promised !== undefined)
  if (isData && isWritten.has(content)) throw refusal(name, `is ${held[promised]}`, advices[promised] ?? '')
  const format = named ? inNamed(named, content, bytes) : promised ? null : readable[content]
  if (format) return format
  const advice = advices[content]
  const isNamedAs = named?.words ?? (promised && !advice ? held[promised] : null)
  throw refusal(
    name,
    isNamedAs ? `is named as ${isNamedAs}, and holds ${held[content]}` : `is ${held[content]}`,
    advice ?? renamed(name, content),
  )
}

/** The format that a name promises; null where it promises none that can be read. */
export function formatByName(name: string): Format | null {
  return namedFormat(name)?.format ?? null
}

/** What a name promises: something to read, a picture, another kind that cannot be read, nothing (`bare`), or what nobody knows. */
export function kindOfName(name: string): 'readable' | 'image' | 'unreadable' | 'bare' | 'unknown' {
  const extension = extensionOf(name)
  if (extension === '') return 'bare'
  if (namedFormat(name)) return 'readable'
  const promised = promisedBy(name)
  return promised === undefined ? 'unknown' : promised === 'image' ? 'image' : 'unreadable'
}

/** How many bytes a file of a format may have; a file whose format is not known yet may have the most. */
export function largestBytes(format: Format | null): number {
  return format === null || !isText.has(format) ? captureLimits.fileBytes : captureLimits.textBytes
}

const isText: ReadonlySet<Format> = new Set(['markdown', 'text', 'html'])

/** What a person can read as it is written. */
const isWritten: ReadonlySet<Content> = new Set(['text', 'html', 'mail', 'web-archive', 'data'])

type Named = { format: Format; words: string }

const extensions: Record<string, Named> = {
  ...each(['md', 'markdown', 'mdown', 'mkd'], { format: 'markdown', words: 'Markdown' }),
  ...each(['txt', 'text'], { format: 'text', words: 'plain text' }),
  ...each(['html', 'htm', 'xhtml'], { format: 'html', words: 'a web page' }),
  ...each(['mhtml', 'mht'], { format: 'web-archive', words: 'a saved web page' }),
  ...each(['eml'], { format: 'email', words: 'an e-mail' }),
  ...each(['docx'], { format: 'word', words: 'a Word document' }),
  ...each(['pdf'], { format: 'pdf', words: 'a PDF' }),
  ...each(['zip'], { format: 'zip', words: 'a ZIP file' }),
}

/** What names say of files that cannot be read. */
const unreadableNames: Record<string, Content> = {
  ...each(['doc', 'dot'], 'old-word'),
  ...each(['xls'], 'old-excel'),
  ...each(['ppt'], 'old-powerpoint'),
  ...each(['xlsx', 'xlsm'], 'excel'),
  ...each(['pptx'], 'powerpoint'),
  ...each(['msg'], 'outlook'),
  ...each(['odt', 'ods', 'odp'], 'open-document'),
  ...each(['epub'], 'epub'),
  ...each(['rtf'], 'rtf'),
  ...each(['fodt'], 'open-document'),
  ...each(['json', 'xml'], 'data'),
  ...each(
    ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'tif', 'tiff', 'bmp', 'heic', 'heif', 'avif'],
    'image',
  ),
}

/** The reader of each content that has one. */
const readable: Partial<Record<Content, Format>> = {
  pdf: 'pdf',
  word: 'word',
  mail: 'email',
  'web-archive': 'web-archive',
  html: 'html',
  zip: 'zip',
  text: 'text',
}

const usualExtension: Record<Format, string> = {
  markdown: 'md',
  text: 'txt',
  html: 'html',
  'web-archive': 'mhtml',
  email: 'eml',
  word: 'docx',
  pdf: 'pdf',
  zip: 'zip',
}

/** The format of a file with a name that promises one; null where it holds something else. */
function inNamed({ format }: Named, content: Content, bytes: Uint8Array): Format | null {
  if (readable[content] === format) return format
  switch (format) {
    case 'markdown':
    case 'text':
      // Somebody may keep the source of a page or a mail as text.
      return isWritten.has(content) ? format : null
    case 'html':
      // A page may begin with any of its tags, and with none.
      return content === 'text' ? format : null
    // What follows is damaged or rare, and its reader says so or knows better.
    case 'email':
      return content === 'web-archive' || (content === 'text' && hasHeader(bytes)) ? format : null
    case 'web-archive':
      return content === 'mail' && holdsPage(bytes) ? format : null
    case 'pdf':
      return content === 'text' && headOf(bytes).includes('%PDF-') ? format : null
    case 'word':
      return content === 'zip' && zipNames(bytes).length === 0 ? format : null
    default:
      return null
  }
}

function hasHeader(bytes: Uint8Array): boolean {
  return /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version):/im.test(
    headOf(bytes),
  )
}

function holdsPage(bytes: Uint8Array): boolean {
  return /multipart\/related|text\/html/i.test(headOf(bytes))
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
}

/** As the end of “and holds …” and of “is …”. */
const held: Record<Content, string> = {
  pdf: 'a PDF',
  word: 'a Word document',
  mail: 'an e-mail',
  'web-archive': 'a saved web page',
  html: 'a web page',
  zip: 'a ZIP file',
  text: 'plain text',
  'locked-office': 'a document with a password',
  'old-word': 'a Word document of the old kind',
  'old-excel': 'an Excel table of the old kind',
  'old-powerpoint': 'a presentation of the old kind',
  outlook: 'a message of Outlook’s own kind',
  excel: 'an Excel table',
  powerpoint: 'a presentation',
  'open-document': 'an OpenDocument file',
  epub: 'an e-book',
  rtf: 'rich text (RTF)',
  image: 'an image',
  data: 'data for programs',
  archive: 'an archive of another kind than ZIP',
  recording: 'a recording',
  program: 'a program',
}

/** What to do with what cannot be imported. */
const advices: Partial<Record<Content, string>> = {
  'locked-office': 'Open it with its password, save a copy without one as .docx or PDF, and import the copy.',
  'old-word': 'Save it as .docx or PDF in Word or LibreOffice, and import that.',
  'old-excel': 'Save it as PDF and import that; numbers can be pasted into a figure as a series.',
  'old-powerpoint': 'Save it as PDF and import that.',
  outlook: 'Save the message as .eml or PDF, or copy its text and paste it as a source.',
  excel: 'Save it as PDF and import that; numbers can be pasted into a figure as a series.',
  powerpoint: 'Save it as PDF and import that.',
  'open-document': 'Save it as .docx or PDF in LibreOffice, and import that.',
  epub: 'Copy the passage you need and paste it as a source.',
  rtf: 'Save it as .docx or PDF in Word or LibreOffice, and import that.',
  image: 'An image has no words that can be quoted: type or paste what it says as a source.',
  data: 'Save what people read of it as a web page, PDF or plain text, and import that.',
  archive: 'Unpack it and import the files in it, or pack them as ZIP.',
  recording: 'Write down what is said in it, and paste that as a source.',
  program: 'Choose a file with words in it.',
}

function renamed(name: string, content: Content): string {
  const format = readable[content]
  const extension = format ? usualExtension[format] : 'txt'
  const own = ownName(name)
  const stem = own.slice(0, own.length - extname(own).length)
  return `Rename it to ${stem}.${extension} and import that.`
}

function namedFormat(name: string): Named | undefined {
  const extension = extensionOf(name)
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined
}

function promisedBy(name: string): Content | undefined {
  const extension = extensionOf(name)
  return Object.hasOwn(unreadableNames, extension) ? unreadableNames[extension] : undefined
}

function extensionOf(name: string): string {
  return extname(name).slice(1).toLowerCase()
}

function each<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map(name => [name, value]))
}
