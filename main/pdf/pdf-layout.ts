// What a PDF of Chromium's says of its pages: its objects stand uncompressed, and its pages in their order (ISO 32000-2, 7.7.3.3
// and 12.3.2.4). Read as text, since a parser would take longer than the print.
import { annexId } from '../../shared/brief/annex-html.ts'

/** How many pages there are, and on which, from 1, each named destination is: an id of the document that is linked. */
export type PdfLayout = { pages: number; destinations: ReadonlyMap<string, number> }

export function pdfLayout(pdf: Uint8Array): PdfLayout {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  // Objects begin their lines, and no title has a line's end in it: whatever it says is not taken for one.
  const found = [...text.matchAll(/^(\d+) 0 obj\s*<<\s*\/Type\s*\/Page(?![A-Za-z])/gm)]
  const pages = new Map(found.map(([, object], index) => [object, index + 1]))
  const destinations = new Map<string, number>()
  // Those of the catalog, which comes last: a title may say anything.
  const object = [...text.matchAll(/\/Dests (\d+) 0 R/g)].at(-1)?.[1]
  const [, named = ''] = new RegExp(`(?<!\\d)${object} 0 obj\\s*<<([\\s\\S]*?)>>`).exec(text) ?? []
  for (const [, name = '', page = ''] of named.matchAll(/\/([^\s/[\]]+) \[(\d+) 0 R/g)) {
    const at = pages.get(page)
    if (at !== undefined) destinations.set(withoutEscapes(name), at)
  }
  return { pages: found.length, destinations }
}

/** `#20` in a name is a character by its code; those of a word beyond ASCII are its UTF-8. */
function withoutEscapes(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** How many pages a PDF has before the annex of its brief; null where none can be seen. */
export function pagesOf(pdf: Uint8Array): number | null {
  const { pages, destinations } = pdfLayout(pdf)
  const annex = destinations.get(annexId)
  return (annex === undefined ? pages : annex - 1) || null
}

/** The same of a PDF that may have been finished, whose objects are packed then. Rejects where it is none. */
export async function pagesOfFinished(pdf: Uint8Array): Promise<number | null> {
  const unfinished = pagesOf(pdf)
  if (unfinished !== null) return unfinished
  // Loaded when it is needed, and not by each start of the app.
  const { PDFArray, PDFDict, PDFDocument, PDFName } = await import('pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const named = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const annex = named?.lookupMaybe(PDFName.of(annexId), PDFArray)?.get(0)
  const before = document.getPages().findIndex(({ ref }) => ref === annex)
  return (before === -1 ? document.getPageCount() : before) || null
}

/** Whether every note that a page calls stands on it. */
export function areNotesPlaced({ destinations }: PdfLayout): boolean {
  return [...destinations].every(([name, page]) => {
    const note = /^(note-[a-z]+)-call$/.exec(name)?.[1]
    return note === undefined || destinations.get(note) === page
  })
}
