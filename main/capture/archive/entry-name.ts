// The name of an entry of a ZIP, which nobody has to believe.
import { type Entry, getFileNameLowLevel } from 'yauzl'

const isUtf8 = 0x800
/** The field in which Info-ZIP keeps a name in Unicode beside the other. */
const unicodePath = 0x7075

/** The path of an entry with `/` between its parts. Without a mark of UTF-8 it is that, Japanese Windows' or DOS'. */
export function entryName(entry: Entry): string {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry
  const decoded = getFileNameLowLevel(flags, raw, extraFields, false)
  const isSaid = flags & isUtf8 || extraFields.some(({ id }) => id === unicodePath)
  if (isSaid || raw.every(byte => byte < 0x80)) return decoded
  const given = decodedAs(raw, 'utf-8') ?? japanese(raw) ?? decoded
  return given.replaceAll('\\', '/')
}

/** Whether a path does not stay in the folder it is unpacked to. */
export function leadsOut(path: string): boolean {
  return (
    path.startsWith('/') ||
    /^[a-z]:/i.test(path) ||
    path.includes('\0') ||
    path.split('/').some(part => part === '..')
  )
}

/** Whether a path is of a file that systems put beside others for themselves. */
export function isAside(path: string): boolean {
  const parts = path.split('/')
  return (
    parts[0] === '__MACOSX' ||
    parts.some(part => part.startsWith('.') && part !== '.' && part !== '..') ||
    /^(?:thumbs\.db|desktop\.ini)$/i.test(parts.at(-1) ?? '')
  )
}

function japanese(raw: Uint8Array): string | null {
  const words = decodedAs(raw, 'shift_jis')
  return words && /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words) ? words : null
}

function decodedAs(raw: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw)
  } catch {
    return null
  }
}
