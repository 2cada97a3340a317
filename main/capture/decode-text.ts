// Bytes of an untrusted file to text, or a reason why not.
import { RequestProblem } from '../../shared/result.ts'
import { captureLimits } from './limits.ts'

const kept = 'Nothing was imported and the file was not touched.'

const notText = 'Choose a text, a web page, a PDF, a Word document, an e-mail or a ZIP file of these.'

/** The text of a file's bytes, unchanged but for a byte order mark. Throws a RequestProblem naming the file. */
export function decodeText(name: string, bytes: Uint8Array): string {
  refuseLarge(name, bytes.length)
  if (bytes.length === 0) throw refusal(name, 'is empty', 'Choose a file with text in it.')
  const text = decode(name, bytes)
  if (hasControls(text)) throw refusal(name, 'is not text', notText)
  if (text.trim() === '') throw refusal(name, 'has no words in it', 'Choose a file with text in it.')
  return text
}

/** Throws a RequestProblem where a file of that many bytes is too large to take in. */
export function refuseLarge(name: string, bytes: number, limit: number = captureLimits.textBytes): void {
  if (bytes <= limit) return
  const megabytes = (count: number) => Math.round(count / 1024 / 1024)
  throw refusal(
    name,
    `is ${megabytes(bytes)} MB; a file of its kind may have ${megabytes(limit)} MB`,
    'Split it, or keep only the part you need.',
  )
}

/** Why a file is not taken in: `what` goes on from its name, `next` says what to do. */
export function refusal(name: string, what: string, next: string): RequestProblem {
  return new RequestProblem('unreadable', `“${name}” ${what}. ${kept} ${next}`)
}

function decode(name: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  if (encoding === 'utf-8' && bytes.includes(0)) throw refusal(name, 'is not text', notText)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw refusal(
      name,
      `is not valid ${encoding.toUpperCase()} text`,
      'Save it as UTF-8 in the program it comes from, then import it again.',
    )
  }
}

// Tabs, line ends and form feeds stand in real texts; other control characters do not. Escape begins the colours of a log.
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001f]/.test(text)
}
