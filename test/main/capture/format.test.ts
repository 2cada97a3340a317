import { beforeAll, describe, expect, test } from 'vitest'
import { formatByName, formatOf, kindOfName } from '../../../main/capture/format.ts'
import { zipOf } from './zip-of.ts'

const page = '<!doctype html><title>Rates</title><p>Held.'
const mail =
  'From: Ann Lee <ann@example.org>\r\nTo: bo@example.org\r\nSubject: Rates\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHeld.'
const saved =
  'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: Rates\r\nDate: Sat, 3 May 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n------b\r\n'
const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'
const compound = (stream: string) =>
  `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(1000)}${[...stream].map(letter => `${letter}\0`).join('')}`

const bytes = (latin: string) => new Uint8Array(Buffer.from(latin, 'latin1'))

let word: Uint8Array
let excel: Uint8Array
let zip: Uint8Array
let openDocument: Uint8Array
let epub: Uint8Array

beforeAll(async () => {
  word = await zipOf({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' })
  excel = await zipOf({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' })
  zip = await zipOf({ 'kato.md': '# Kato', 'inner.docx': word })
  openDocument = stored('application/vnd.oasis.opendocument.text')
  epub = stored('application/epub+zip')
})

/** The head of a ZIP whose first entry says what it is. */
function stored(mimetype: string): Uint8Array {
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt32LE(mimetype.length, 18)
  head.writeUInt16LE(8, 26)
  return new Uint8Array(Buffer.concat([head, Buffer.from(`mimetype${mimetype}`)]))
}

describe('a file goes to the reader', () => {
  test.each([
    ['a.pdf', '%PDF-1.7\n…', 'pdf'],
    ['A.PDF', '\n%PDF-1.7\n…', 'pdf'],
    ['a.pdf', 'junk before it\n%PDF-1.7\n…', 'pdf'],
    ['a.html', page, 'html'],
    ['a.htm', '<p>Only a piece of a page', 'html'],
    ['a.xhtml', '<?xml version="1.0"?>\n<!-- c -->\n<html xmlns="x">', 'html'],
    ['a.eml', mail, 'email'],
    ['a.eml', `From ann@example.org Sat May  3 10:00:00 2025\n${mail}`, 'email'],
    ['a.eml', saved, 'email'],
    ['a.eml', mail.replace('Subject', `${'X-Long: header\r\n'.repeat(700)}Subject`), 'email'],
    ['a.eml', 'Subject: Rates\r\nno header\r\n\r\nHeld.', 'email'],
    ['a.docx', 'PK\x03\x04 and then nothing', 'word'],
    ['a.mhtml', saved, 'web-archive'],
    ['a.mht', mail.replace('text/plain', 'multipart/related'), 'web-archive'],
    ['a.md', '# Rates', 'markdown'],
    ['a.txt', 'Rates', 'text'],
  ])('of what %s promises and holds: %j', (name, content, format) => {
    expect(formatOf(name, bytes(content))).toBe(format)
  })

  test('of Word and of ZIP, which are both ZIPs', () => {
    expect(formatOf('a.docx', word)).toBe('word')
    expect(formatOf('a.zip', zip)).toBe('zip')
  })

  test.each([
    ['page', page, 'html'],
    ['paper.download', '%PDF-1.7', 'pdf'],
    ['message', mail, 'email'],
    ['archive', saved, 'web-archive'],
    ['notes', 'From: me\nTo do: rates', 'text'],
    ['notes.log', 'Rates were held.', 'text'],
  ])('of what it holds where its name promises nothing: %s', (name, content, format) => {
    expect(formatOf(name, bytes(content))).toBe(format)
  })

  test.each([
    ['source.txt', page],
    ['source.txt', mail],
    ['source.md', page],
    ['about.md', 'A PDF begins with %PDF-1.7.'],
  ])('of text where somebody keeps something else as text: %s', (name, content) => {
    expect(formatOf(name, bytes(content))).toBe(formatByName(name))
  })

  test('of a page in UTF-16', () => {
    expect(formatOf('page', new Uint8Array(Buffer.from(`\ufeff${page}`, 'utf16le')))).toBe('html')
  })
})

describe('a file that is named as one thing and holds another', () => {
  test.each([
    ['x.pdf', page, 'is named as a PDF, and holds a web page', 'Rename it to x.html and import that.'],
    ['x.html', '%PDF-1.7', 'is named as a web page, and holds a PDF', 'Rename it to x.pdf'],
    ['x.docx', 'Words.', 'is named as a Word document, and holds plain text', 'Rename it to x.txt'],
    [
      'x.doc',
      page,
      'is named as a Word document of the old kind, and holds a web page',
      'Rename it to x.html',
    ],
    ['x.md', '%PDF-1.7', 'is named as Markdown, and holds a PDF', 'Rename it to x.pdf'],
    ['x.eml', 'Words.', 'is named as an e-mail, and holds plain text', 'Rename it to x.txt'],
    ['x.html', saved, 'is named as a web page, and holds a saved web page', 'Rename it to x.mhtml'],
    ['x.json', '{"a": 1}', 'is data for programs', 'Save what people read of it as a web page, PDF or'],
    ['x', '<?xml version="1.0"?><feed/>', 'is data for programs', 'Save what people read of it as a web'],
    ['x.fodt', '<?xml version="1.0"?><office:document/>', 'is an OpenDocument file', 'Save it as .docx'],
    ['x.pdf', png, 'is named as a PDF, and holds an image', 'An image has no words that can be quoted'],
  ])('%s with %j is refused and says how to go on', (name, content, what, next) => {
    expect(() => formatOf(name, bytes(content))).toThrow(
      `“${name}” ${what}. Nothing was imported and the file was not touched. ${next}`,
    )
  })

  test('is refused where both are ZIPs', () => {
    expect(() => formatOf('x.zip', word)).toThrow('and holds a Word document')
    expect(() => formatOf('x.docx', excel)).toThrow('and holds an Excel table')
  })
})

describe('a file of a kind that cannot be imported', () => {
  test.each([
    ['a.rtf', '{\\rtf1 Words}', 'is rich text (RTF)', 'Save it as .docx or PDF'],
    ['a.png', png, 'is an image', 'type or paste what it says'],
    ['a.jpg', '\xff\xd8\xff\xe0', 'is an image', ''],
    ['a.gif', 'GIF89a', 'is an image', ''],
    ['a.webp', 'RIFF\0\0\0\0WEBP', 'is an image', ''],
    ['a.tiff', 'II*\0', 'is an image', ''],
    ['a.heic', '\0\0\0\x18ftypheic', 'is an image', ''],
    ['a.svg', '<?xml version="1.0"?><svg xmlns="x"/>', 'is an image', ''],
    ['a.mp4', '\0\0\0\x18ftypisom', 'is a recording', 'Write down what is said'],
    ['a.gz', '\x1f\x8b\x08', 'is an archive of another kind than ZIP', 'pack them as ZIP'],
    ['a.doc', compound('WordDocument'), 'is a Word document of the old kind', 'Save it as .docx or PDF'],
    ['a.xls', compound('Workbook'), 'is an Excel table of the old kind', 'Save it as PDF'],
    [
      'a.msg',
      compound('__substg1.0_001A001F'),
      'is a message of Outlook’s own kind',
      'Save the message as .eml',
    ],
  ])('says what to do: %s', (name, content, what, next) => {
    expect(() => formatOf(name, bytes(content))).toThrow(what)
    expect(() => formatOf(name, bytes(content))).toThrow(next)
  })

  test('says so of ZIPs with a purpose of their own', () => {
    expect(() => formatOf('a.odt', openDocument)).toThrow('is an OpenDocument file')
    expect(() => formatOf('a.epub', epub)).toThrow('is an e-book')
    expect(() => formatOf('a.xlsx', excel)).toThrow('is an Excel table')
  })

  test('says of a Word document with a password what to do', () => {
    expect(() => formatOf('a.docx', bytes(compound('EncryptedPackage')))).toThrow(
      'holds a document with a password. Nothing was imported and the file was not touched. Open it with its password',
    )
  })

  test('says of an empty one that it is empty', () => {
    expect(() => formatOf('a.pdf', bytes(''))).toThrow('“a.pdf” is empty')
  })
})

test('names alone say what may be read', () => {
  expect(['a.JPG', 'a.html', 'a.rtf', 'README', 'style.css', 'a.constructor'].map(kindOfName)).toEqual([
    'image',
    'readable',
    'unreadable',
    'bare',
    'unknown',
    'unknown',
  ])
})
