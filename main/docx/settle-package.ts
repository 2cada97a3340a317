// What the writing library cannot say is added; what it takes from the clock, from chance and from its own counters is replaced, so that a brief always
// gives the same bytes.
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { maker } from '../../shared/brief/maker.ts'
import { withOwnMarks } from './note-marks.ts'
import { withTableStyle } from './table-style.ts'

/** The oldest day that a ZIP can name, in the time of wherever this runs: it has no time zone. */
const noDay = new Date(1980, 0, 1)

const makerPath = 'docProps/app.xml'

/** What made the document (ECMA-376-1, 22.2.2.1). */
const makerPart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${maker}</Application></Properties>`

/**
 * The same document with `changedAt` as its only time, and with ids in the order in which they stand. What made it stands first and
 * unpacked, so that a file is known as ours by its first bytes.
 */
export async function settlePackage(docx: Uint8Array, changedAt: Date): Promise<Uint8Array> {
  const parts = new Map([[makerPath, ''], ...(await partsOf(docx)), [makerPath, makerPart]])
  for (const [path, part] of parts) {
    if (path === 'docProps/core.xml') parts.set(path, withTime(part, changedAt))
    else if (path === 'word/styles.xml') parts.set(path, withTableStyle(part))
    else if (path.startsWith('word/') && path.endsWith('.xml'))
      parts.set(path, withOrderedIds(withOwnMarks(part)))
  }
  for (const [path, part] of parts) {
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
    if (path.endsWith('.rels')) settleRelationships(parts, path, owner, part)
  }
  const zip = new ZipFile()
  for (const [path, part] of parts) {
    zip.addBuffer(Buffer.from(part, isText(path) ? 'utf8' : 'latin1'), path, {
      mtime: noDay,
      forceDosTimestamp: true,
      compress: path !== makerPath,
    })
  }
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}

/** The parts by their paths, XML as text and all else byte by byte as Latin 1. */
async function partsOf(docx: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(docx), { lazyEntries: true })
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    parts.set(entry.fileName, bytes.toString(isText(entry.fileName) ? 'utf8' : 'latin1'))
  }
  return parts
}

function isText(path: string): boolean {
  return path.endsWith('.xml') || path.endsWith('.rels')
}

function withTime(part: string, changedAt: Date): string {
  const time = changedAt.toISOString().replace(/\.\d+/, '')
  return part.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`)
}

/** Ids that count on from one document of the process to the next: those of drawings and of bookmarks. */
function withOrderedIds(part: string): string {
  const drawings = ordered()
  const bookmarks = ordered()
  const tables = ordered()
  return (
    part
      .replace(
        /(<(?:wp:docPr|wps:cNvPr|wpg:cNvPr|pic:cNvPr)\b[^>]*?\sid=")(\d+)"/g,
        (_, before: string, id: string) => `${before}${drawings(id)}"`,
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=")(\d+)"/g,
        (_, before: string, id: string) => `${before}${bookmarks(id)}"`,
      )
      .replace(
        /(<wps:cNvPr\b[^>]*?\sname="[A-Z][\w -]*? )(\d+)"/g,
        (_, before: string, id: string) => `${before}${drawings(id)}"`,
      )
      // In names and links alone: a brief may speak of such names.
      .replace(
        /(\s(?:w:name|w:anchor)="|<w:instrText\b[^>]*>[^<]*?)_Toc(\d+)\b/g,
        (_, before: string, id: string) => `${before}_Toc${tables(id)}`,
      )
  )
}

/** Counts from 1 what is asked for, each the first time. */
function ordered(): (id: string) => number {
  const numbers = new Map<string, number>()
  return id => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
}

/** Names of relationships that were drawn by lot, in the list of a part and in the part itself. */
function settleRelationships(parts: Map<string, string>, path: string, owner: string, list: string): void {
  const numbers = ordered()
  const settle = (text: string, attribute: RegExp) =>
    text.replace(attribute, (_, before: string, id: string) => `${before}rel${numbers(id)}"`)
  parts.set(path, settle(list, /(\sId=")([^"]+)"/g))
  const part = parts.get(owner)
  if (part !== undefined) parts.set(owner, settle(part, /(\sr:(?:id|embed|link|pict)=")([^"]+)"/g))
}
