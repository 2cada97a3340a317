// What a PDF says of itself, where that can be believed.
import { line } from '../../../shared/model/v1/fields.ts'

/** The title of the metadata; null where it is the name of a file or what a program puts there. */
export function titleOf(written: unknown): string | null {
  const title = plainLine(written)?.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, '')
  if (!title || title !== plainLine(written)) return null
  const isFileName = /\.(?:docx?|odt|rtf|pdf|pptx?|xlsx?|indd|tex|dvi|html?|txt|qxd|pages|pub|wpd)$/i.test(
    title,
  )
  const isOfProgram =
    /^(?:untitled|unbenannt|sans titre|document|dokument|doc|title|about:blank|print|layout|slide|powerpoint presentation|無題)\W*\d*$/i
  if (isFileName || isOfProgram.test(title) || /^https?:|^[\w-]*_[\w-]*$|^\P{L}*$/u.test(title)) return null
  return title
}

/** The authors of the metadata; none where it is a user's or a program's name. */
export function authorsOf(written: unknown): string[] {
  const names = (plainLine(written) ?? '').split(/\s*;\s*|\s*,\s+(?=\S+\s)|\s+(?:and|&)\s+/)
  return names.filter(isPerson)
}

/** A person or a body has a name of several words, or in a script without spaces of two to eight letters. */
function isPerson(name: string): boolean {
  if (/[@\\/_]|^https?:|\d{2,}/.test(name)) return false
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}$/u.test(name)) return true
  const ofProgram =
    /^(?:microsoft|adobe|acrobat|windows|libreoffice|latex|quark|scanner|default|unknown)\b|\buser$/i
  return !ofProgram.test(name) && /^\p{Lu}\S*(?:\s+\S+)+$/u.test(name)
}

/** A BCP 47 tag as it is written, null where it is none. */
export function languageOf(written: unknown): string | null {
  if (typeof written !== 'string') return null
  try {
    return Intl.getCanonicalLocales(written.trim().replace('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

function plainLine(written: unknown): string | null {
  const text = typeof written === 'string' ? written.replace(/\s+/g, ' ').trim() : ''
  const valid = line.safeParse(text)
  return valid.success && text !== '' ? text : null
}
