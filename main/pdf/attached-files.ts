// Files that a PDF carries (ISO 32000-2, 7.11.4; ISO 19005-3, 6.8): attached to what is printed, and read again from a PDF that
// anybody may have made.
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'

/** `mime` is a media type, `description` a few words for whoever lists what a PDF carries. */
export type AttachedFile = { name: string; bytes: Uint8Array; mime: string; description: string }

const key = (name: string) => PDFName.of(name)

/** Attaches files to a whole document, each as a source of what it shows. `changedAt` is of the brief, not of the print. */
export function attachFiles(document: PDFDocument, files: readonly AttachedFile[], changedAt: Date): void {
  if (files.length === 0) return
  const { context, catalog } = document
  const attached = files
    // A name tree is in the order of its names.
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, bytes, mime, description }) => {
      const about = {
        Type: 'EmbeddedFile',
        Subtype: mime,
        Params: {
          Size: bytes.length,
          ModDate: PDFString.fromDate(changedAt),
          // MD5, as the format has it; what is vouched for is said by the manifest.
          CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
        },
      }
      // Pictures are packed already.
      const isPacked = mime.startsWith('image/')
      const content = isPacked ? context.stream(bytes, about) : context.flateStream(bytes, about)
      const file = context.register(content)
      const specification = context.obj({
        Type: 'Filespec',
        AFRelationship: 'Source',
        F: PDFString.of(name),
        UF: PDFHexString.fromText(name),
        Desc: PDFHexString.fromText(description),
        EF: { F: file, UF: file },
      })
      return { name, specification: context.register(specification) }
    })
  const names = catalog.lookupMaybe(key('Names'), PDFDict) ?? context.obj({})
  const tree = attached.flatMap(({ name, specification }) => [PDFString.of(name), specification])
  names.set(key('EmbeddedFiles'), context.obj({ Names: tree }))
  catalog.set(key('Names'), names)
  catalog.set(key('AF'), context.obj(attached.map(({ specification }) => specification)))
}

/** Why what a PDF carries is not read; the message goes on from the name of the file. */
export class AttachedFault extends Error {}

/** A tree of names that goes on beyond these was made to keep a reader busy. */
const mostNodes = 1000

/**
 * The files that a PDF carries whose names are wanted, by name; others are not looked into, whatever they are called. Rejects with an
 * AttachedFault where it cannot be told what they are, or they hold more than `mostBytes` together.
 */
export async function attachedIn(
  pdf: Uint8Array,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): Promise<Map<string, Uint8Array>> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })
    return filesOf(document, isWanted, mostBytes)
  } catch (error) {
    if (error instanceof AttachedFault) throw error
    // What pdf-lib throws has no name of its own.
    throw new AttachedFault(
      /encrypted/i.test((error as Error).message)
        ? 'is locked with a password'
        : 'is not a whole PDF: it is damaged, cut off or of another kind',
    )
  }
}

function filesOf(
  document: PDFDocument,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  let left = mostBytes
  for (const specification of specificationsOf(document)) {
    const name = nameOf(specification)
    if (name === null || !isWanted(name)) continue
    if (found.has(name)) throw new AttachedFault(`carries “${name}” twice`)
    const bytes = contentOf(name, specification, left)
    left -= bytes.length
    found.set(name, bytes)
  }
  return found
}

function specificationsOf({ catalog, context }: PDFDocument): PDFDict[] {
  const found: PDFDict[] = []
  const names = dictionary(catalog.lookup(key('Names')))
  const waiting = [names?.lookup(key('EmbeddedFiles'))]
  for (let nodes = 0; waiting.length > 0; nodes++) {
    if (nodes > mostNodes) throw new AttachedFault('carries more files than a brief does')
    const node = dictionary(waiting.pop())
    const pairs = node?.lookup(key('Names'))
    if (pairs instanceof PDFArray) {
      if (pairs.size() > 2 * mostNodes) throw new AttachedFault('carries more files than a brief does')
      for (let index = 1; index < pairs.size(); index += 2) {
        const specification = dictionary(pairs.lookup(index))
        if (specification) found.push(specification)
      }
    }
    const kids = node?.lookup(key('Kids'))
    if (kids instanceof PDFArray)
      waiting.push(
        ...kids
          .asArray()
          .slice(0, mostNodes)
          .map(kid => context.lookup(kid)),
      )
  }
  return found
}

function nameOf(specification: PDFDict): string | null {
  for (const place of ['UF', 'F']) {
    const name = specification.lookup(key(place))
    if (name instanceof PDFString || name instanceof PDFHexString) return name.decodeText()
  }
  return null
}

/** What it inflates to is counted as it comes out; no length that the file says is believed. */
function contentOf(name: string, specification: PDFDict, mostBytes: number): Uint8Array {
  const files = dictionary(specification.lookup(key('EF')))
  const stream = files?.lookup(key('F')) ?? files?.lookup(key('UF'))
  if (!(stream instanceof PDFRawStream)) throw new AttachedFault(`names “${name}” and does not have it`)
  const filter = onlyOf(stream.dict.lookup(key('Filter')))
  if (filter !== undefined && (filter !== key('FlateDecode') || stream.dict.has(key('DecodeParms'))))
    throw new AttachedFault(`has “${name}” packed in a way that is not read`)
  try {
    if (filter !== undefined)
      return new Uint8Array(inflateSync(stream.contents, { maxOutputLength: mostBytes }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
      throw new AttachedFault(`has “${name}” damaged`)
    throw tooLarge(mostBytes)
  }
  if (stream.contents.length > mostBytes) throw tooLarge(mostBytes)
  return stream.contents.slice()
}

function tooLarge(mostBytes: number): AttachedFault {
  return new AttachedFault(
    `carries more than the ${Math.ceil(mostBytes / 1024 / 1024)} MB that a brief may have`,
  )
}

/** One filter may stand in a list by itself. */
function onlyOf(filter: PDFObject | undefined): PDFObject | undefined {
  if (!(filter instanceof PDFArray)) return filter
  return filter.size() === 1 ? filter.lookup(0) : filter.size() === 0 ? undefined : filter
}

function dictionary(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined
}
