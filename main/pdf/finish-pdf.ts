// A print of Chromium's, finished: tags that say what they must, titles as they are written, what the file says of itself, and
// nothing in it of when and where it was printed.
import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFStreamWriter,
  PDFString,
} from 'pdf-lib'
import { pageMargin } from '../../shared/brief/paper.ts'
import { markArtifacts } from './artifacts.ts'
import { type AttachedFile, attachFiles } from './attached-files.ts'
import { shortenNames } from './destination-names.ts'
import { type PdfAbout, setIdentifier, setMetadata } from './metadata.ts'
import { drawsMissingSign } from './missing-signs.ts'
import { setOutputIntent } from './output-intent.ts'
import { renumberElements, repairStructure } from './structure.ts'
import { repairToUnicode } from './to-unicode.ts'

const key = (name: string) => PDFName.of(name)

/** Objects that are read or written before whoever else waits has a turn: some milliseconds of work. */
const objectsPerTurn = 1500

/** Objects that are packed together: each pack costs a beginning, and takes up more room alone than with others. */
const objectsPerStream = 500

/** The same print of the same brief, with the same files attached, gives the same bytes. */
export async function finishPdf(
  print: Uint8Array,
  about: PdfAbout,
  files: readonly AttachedFile[] = [],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(print, { updateMetadata: false, parseSpeed: objectsPerTurn })
  const { context, catalog } = document
  setMetadata(document, about, { isWhole: !document.getPages().some(drawsMissingSign) })
  setOutputIntent(document)
  attachFiles(document, files, about.changedAt)
  catalog.set(key('PageMode'), key('UseOutlines'))
  const root = catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  if (root) repairStructure(context, root)
  renumberElements(context)
  repairToUnicode(context)
  for (const page of document.getPages()) {
    page.node.set(key('Tabs'), key('S'))
    describeLinks(page)
    markArtifacts(page)
  }
  const destinations = catalog.lookupMaybe(key('Dests'), PDFDict)
  if (destinations) moveDestinations(destinations)
  const outlines = catalog.lookupMaybe(key('Outlines'), PDFDict)
  if (outlines) nameOutline(outlines, about.headings)
  shortenNames(context)
  setIdentifier(document, contentHash(document, about))
  await document.flush()
  return PDFStreamWriter.forContext(context, objectsPerTurn, true, objectsPerStream).serializeToBuffer()
}

/** Of all that is drawn and said: a clock would give the same brief other bytes each time. */
function contentHash({ context }: PDFDocument, about: PdfAbout): string {
  const hash = createHash('sha256').update(JSON.stringify(about))
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) hash.update(object.contents)
  }
  return hash.digest('hex')
}

const printFlag = 4

/** A link says where it leads (ISO 14289-1, 7.18.5), and is printed with the rest (ISO 19005-3, 6.3.2). */
function describeLinks(page: PDFPage): void {
  const annotations = page.node.lookupMaybe(key('Annots'), PDFArray)
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const annotation = annotations?.lookup(index, PDFDict)
    if (!annotation || annotation.get(key('Subtype')) !== key('Link')) continue
    annotation.set(key('F'), PDFNumber.of(printFlag))
    if (annotation.has(key('Contents'))) continue
    const address = annotation.lookupMaybe(key('A'), PDFDict)?.lookup(key('URI'))
    const isAddress = address instanceof PDFString || address instanceof PDFHexString
    const words = isAddress ? address.decodeText() : placeInWords(annotation.get(key('Dest')))
    annotation.set(key('Contents'), PDFHexString.fromText(words))
  }
}

function placeInWords(destination: unknown): string {
  const name = destination instanceof PDFName ? destination.decodeText() : ''
  const [, note, isCall] = /^note-([a-z]+)(-call)?/.exec(name) ?? []
  if (note) return isCall ? `Back to the call of note ${note}` : `Note ${note}`
  const source = /^source-(\d+)$/.exec(name)?.[1]
  if (source) return `Source ${source}`
  return `To ${name.replace(/^section-/, '').replaceAll('-', ' ') || 'a place in this brief'}`
}

/** A title of the app's own, such as that of the annex, which stands in no list of headings. */
function saidOnce(printed: string): string {
  const half = printed.slice(0, printed.length / 2)
  return printed === half + half ? half : printed
}

const pointsPerPixel = 0.75

/** Chromium counts the places of destinations from where the text begins, and not from the edge of the page. */
function moveDestinations(destinations: PDFDict): void {
  for (const [name] of destinations.entries()) {
    const place = destinations.lookupMaybe(name, PDFArray)
    const [x, y] = [place?.lookup(2), place?.lookup(3)]
    if (!(x instanceof PDFNumber) || !(y instanceof PDFNumber)) continue
    place?.set(2, PDFNumber.of(x.asNumber() + pageMargin.inline * pointsPerPixel))
    place?.set(3, PDFNumber.of(Math.max(0, y.asNumber() - pageMargin.block * pointsPerPixel)))
  }
}

/** Chromium drops the space where a heading goes over a line's end, and says twice what begins a page. */
function nameOutline(outlines: PDFDict, headings: PdfAbout['headings']): void {
  const left = [...headings]
  const isOf = (printed: string, heading: string) => {
    const [written, words] = [printed.replace(/\s/g, ''), heading.replace(/\s/g, '')]
    return written === words || written === words + words
  }
  const visit = (first: PDFDict | undefined) => {
    for (let entry = first; entry; entry = entry.lookupMaybe(key('Next'), PDFDict)) {
      const title = entry.lookup(key('Title'))
      const printed = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : ''
      const at = left.findIndex(heading => isOf(printed, heading.printed))
      const words = at === -1 ? null : left.splice(0, at + 1).at(-1)?.words
      entry.set(key('Title'), PDFHexString.fromText(words ?? saidOnce(printed)))
      visit(entry.lookupMaybe(key('First'), PDFDict))
    }
  }
  visit(outlines.lookupMaybe(key('First'), PDFDict))
}
