// Names of places that are longer than a name may be (ISO 19005-3, 6.1.13): Chromium makes them of whole headings.
import { createHash } from 'node:crypto'
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from 'pdf-lib'

const mostBytes = 127

/** Gives each long name a short one of its own, where it is defined and wherever it is led to; the same name always the same. */
export function shortenNames(context: PDFContext): void {
  const shortened = (value: PDFObject): PDFName | null => {
    // As it is written it is as long at least: nearly all names are told by that.
    if (!(value instanceof PDFName) || value.sizeInBytes() <= mostBytes) return null
    const words = value.decodeText()
    if (Buffer.byteLength(words) <= mostBytes) return null
    return PDFName.of(`place-${createHash('sha256').update(words).digest('hex').slice(0, 32)}`)
  }
  const look = (object: PDFObject): void => {
    if (object instanceof PDFArray) {
      for (const [index, each] of object.asArray().entries()) {
        const short = shortened(each)
        if (short) object.set(index, short)
        else look(each)
      }
    } else if (object instanceof PDFDict) {
      for (const [name, value] of object.entries()) {
        const short = shortened(name)
        const kept = shortened(value) ?? value
        if (short) object.delete(name)
        if (short || kept !== value) object.set(short ?? name, kept)
        look(kept)
      }
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) look(object)
}
