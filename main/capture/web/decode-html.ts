// The bytes of a page to its text, as a browser decodes them.
import { refusal } from '../decode-text.ts'

/** How far down a page says what it is encoded in (HTML Standard, “prescan a byte stream”, has 1,024). */
const headBytes = 4096

/**
 * The text of a page's bytes: by byte order mark, as UTF-8 where it is that, else by what the page, or `declared`, says,
 * else as windows-1252. Throws a RequestProblem naming the file where it is no page.
 */
export function decodeHtml(name: string, bytes: Uint8Array, declared: string | null = null): string {
  const text = decodeMarked(bytes, declared)
  if (text.includes('\u0000') || !/<[a-z!/?]/i.test(text)) {
    throw refusal(name, 'is not a web page', 'Open it in a browser, save the page, and import that.')
  }
  return text
}

function decodeMarked(bytes: Uint8Array, declared: string | null): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  if (mark) return new TextDecoder(mark).decode(bytes)
  const said = declared ?? declaredIn(bytes)
  const isAscii = bytes.every(byte => byte < 0x80)
  // Browsers save in UTF-8 and some leave the old declaration; no other encoding's letters happen to be valid UTF-8.
  const asUtf8 = isAscii ? null : decodeAs('utf-8', bytes, true)
  return (
    asUtf8 ??
    decodeAs(said ?? 'windows-1252', bytes, said === 'utf-8') ??
    decodeAs('windows-1252', bytes, false) ??
    ''
  )
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  const found =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  const label = found?.[1]?.toLowerCase() ?? null
  // What could be read cannot be UTF-16 (HTML Standard, the same section).
  return label?.startsWith('utf-16') ? 'utf-8' : label
}

function decodeAs(label: string, bytes: Uint8Array, isFatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: isFatal }).decode(bytes)
  } catch {
    return null
  }
}
