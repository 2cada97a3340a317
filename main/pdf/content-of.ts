import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, type PDFRawStream } from 'pdf-lib'

/** What a stream says, a character a byte. What Chromium compresses once is unpacked by zlib, which is quicker than pdf-lib's own reader. */
export function contentOf(stream: PDFRawStream): string {
  const isDeflated =
    stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !stream.dict.has(PDFName.of('DecodeParms'))
  const bytes = isDeflated ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode()
  return Buffer.from(bytes).toString('latin1')
}
