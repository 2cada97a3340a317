// What bytes hold, told by the bytes alone.
import { zipMimetype, zipNames } from './archive/zip-names.ts'

export type Content =
  | 'pdf'
  | 'word'
  | 'mail'
  | 'web-archive'
  | 'html'
  | 'zip'
  | 'text'
  // What cannot be imported.
  | 'locked-office'
  | 'old-word'
  | 'old-excel'
  | 'old-powerpoint'
  | 'outlook'
  | 'excel'
  | 'powerpoint'
  | 'open-document'
  | 'epub'
  | 'rtf'
  | 'image'
  | 'data'
  | 'archive'
  | 'recording'
  | 'program'

/** How much of the file's beginning is looked at. */
const headBytes = 8192

/** Tells what a file holds. What is nothing else is text, or passes for it until it is decoded. */
export function contentOf(bytes: Uint8Array): Content {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes))
  const latin = start.toString('latin1')
  if (/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(latin)) return 'pdf'
  const signed = signedContent(latin)
  if (signed) return signed
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some(word => latin.startsWith(word)))
    return zipContent(bytes)
  if (latin.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundContent(bytes)
  return textContent(wordsOf(start))
}

type Signature = readonly [Content, at: number, words: readonly string[], startsWith?: string]

/** The first that fits counts; each byte is a letter of Latin-1. */
const signatures: readonly Signature[] = [
  ['rtf', 0, ['{\\rtf']],
  ['image', 0, ['\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*']],
  ['image', 8, ['WEBP'], 'RIFF'],
  ['image', 6, ['\0\0\0\0'], 'BM'],
  [
    'image',
    4,
    ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif', 'avis'].map(kind => `ftyp${kind}`),
  ],
  ['recording', 4, ['ftyp']],
  ['recording', 8, ['WAVE', 'AVI '], 'RIFF'],
  ['recording', 0, ['ID3\x02\0', 'ID3\x03\0', 'ID3\x04\0', 'OggS\0', 'fLaC\0', '\x1aE\xdf\xa3']],
  ['recording', 0, ['\xff\xfb', '\xff\xf3', '\xff\xf2']],
  ['archive', 0, ['\x1f\x8b', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd']],
  ['archive', 4, ['1AY&SY'], 'BZh'],
  ['archive', 257, ['ustar']],
  ['program', 0, ['\x7fELF', 'MZ\x90\0', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe']],
]

function signedContent(start: string): Content | null {
  const found = signatures.find(
    ([, at, words, first = '']) => start.startsWith(first) && words.some(word => start.startsWith(word, at)),
  )
  return found ? found[0] : null
}

function zipContent(bytes: Uint8Array): Content {
  const mimetype = zipMimetype(bytes)
  if (mimetype?.startsWith('application/vnd.oasis.opendocument')) return 'open-document'
  if (mimetype === 'application/epub+zip') return 'epub'
  const names = zipNames(bytes)
  if (names.includes('[Content_Types].xml')) {
    if (names.some(name => name.startsWith('word/'))) return 'word'
    if (names.some(name => name.startsWith('xl/'))) return 'excel'
    if (names.some(name => name.startsWith('ppt/'))) return 'powerpoint'
  }
  return 'zip'
}

/** The file format of Office before 2007, which also wraps the new ones where they have a password. */
function compoundContent(bytes: Uint8Array): Content {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return 'locked-office'
  if (has('__nameid_version1.0') || has('__substg1.0_')) return 'outlook'
  if (has('WordDocument')) return 'old-word'
  if (has('PowerPoint Document')) return 'old-powerpoint'
  return has('Workbook') ? 'old-excel' : 'old-word'
}

function wordsOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return start.toString('utf16le').slice(1)
  if (start[0] === 0xfe && start[1] === 0xff)
    return new TextDecoder('utf-16be').decode(start.subarray(0, start.length & ~1))
  return start.toString('utf8').replace(/^\ufeff/, '')
}

function textContent(words: string): Content {
  const begin = words.replace(/^(?:\s+|<\?xml[^>]*>|<!--[\s\S]*?-->)+/, '')
  if (/^<(?:!doctype\s+svg|svg)[\s>]/i.test(begin)) return 'image'
  if (/^<(?:!doctype\s+html|html|head|meta|title|body)[\s>]/i.test(begin)) return 'html'
  if (/^\s*<\?xml\s/.test(words)) return 'data'
  return mailContent(words)
}

const headers =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|reply-to|mime-version|content-type)$/

/** RFC 822: lines of `Name: value` from the first on, up to an empty one, with the names that a message has. */
function mailContent(words: string): Content {
  // A mailbox of one message begins with a line of its own.
  const message = words.replace(/^From .*\r?\n/, '')
  const end = /\r?\n[ \t]*\r?\n/.exec(message)?.index
  const lines = message
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  // Of a head longer than what is looked at, the last line is cut off anywhere.
  if (end === undefined && lines.length > 1) lines.pop()
  const names: string[] = []
  for (const text of lines) {
    const name = /^([!-9;-~]+):/.exec(text)?.[1]
    if (name === undefined) return 'text'
    names.push(name.toLowerCase())
  }
  const known = new Set(names.filter(name => headers.test(name)))
  const says = (name: string) =>
    lines.find(text => text.toLowerCase().startsWith(`${name}:`))?.toLowerCase() ?? ''
  const isMime = known.has('mime-version') && known.has('content-type')
  const isSent = known.has('to') || known.has('received') || known.has('message-id')
  if (isMime && !isSent && /multipart\/related|text\/html/.test(says('content-type'))) return 'web-archive'
  // A note may begin with “From:” and “Date:” too; a message has what only programs write.
  const isMail = isMime || known.has('message-id') || known.has('received') || known.has('return-path')
  return isMail || (known.has('from') && known.has('subject') && known.has('date')) ? 'mail' : 'text'
}
