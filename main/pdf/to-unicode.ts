// What the glyphs of a print say in Unicode. Chromium says U+0000 of a glyph that only shaping uses, such as the form that an
// Arabic letter has within a word; the words themselves stand beside it as ActualText. No glyph may say that (ISO 19005-3, 6.2.11.7.2).
import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import { contentOf } from './content-of.ts'

/** Puts the sign of a character that is not known in the place of U+0000 and of what is none. */
export function repairToUnicode(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const reference = object.get(PDFName.of('ToUnicode'))
    const stream = reference instanceof PDFRef ? context.lookup(reference) : undefined
    if (!(stream instanceof PDFRawStream) || !(reference instanceof PDFRef)) continue
    const written = contentOf(stream)
    const repaired = withoutNothing(written)
    if (repaired === written) continue
    const bytes = deflateSync(Buffer.from(repaired, 'latin1'))
    const dictionary = stream.dict.clone(context)
    dictionary.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
    dictionary.delete(PDFName.of('DecodeParms'))
    dictionary.set(PDFName.of('Length'), context.obj(bytes.length))
    context.assign(reference, PDFRawStream.of(dictionary, bytes))
  }
}

/** A CMap with U+FFFD where it says U+0000, U+FEFF or U+FFFE of single codes, or of ranges that begin there. */
export function withoutNothing(cmap: string): string {
  return cmap
    .replace(/beginbfchar[\s\S]*?endbfchar/g, section =>
      section.replace(/(<[0-9A-F]{4}>\s*)<(?:0000|FEFF|FFFE)>/gi, '$1<FFFD>'),
    )
    .replace(/beginbfrange[\s\S]*?endbfrange/g, section =>
      section.replace(
        /<([0-9A-F]{4})>\s*<([0-9A-F]{4})>\s*<(?:0000|FEFF|FFFE)>/gi,
        (_, from: string, to: string) => `<${from}> <${to}> [${' <FFFD>'.repeat(rangeLength(from, to))} ]`,
      ),
    )
}

function rangeLength(from: string, to: string): number {
  return Math.max(1, Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1)
}
