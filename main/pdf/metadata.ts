// What a PDF says of itself, twice: in its information dictionary, and in XMP for those who read that (ISO 16684-1).
import { type PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { maker, pdfProducer } from '../../shared/brief/maker.ts'

/** What is known of a brief that is printed. */
export type PdfAbout = {
  title: string
  /** Its form: "UK submission". */
  subject: string
  /** A BCP 47 tag. */
  language: string
  /** Of the brief, not of the print: the same brief gives the same bytes. */
  changedAt: Date
  /** Its headings in their order, the title among them: their words, and as they are printed, with the marks of notes and sources. */
  headings: readonly { words: string; printed: string }[]
}

const archiveClaim = '<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n'

/** What a reader that knows PDF/A alone must be told of the claim of PDF/UA (ISO 19005-3, 6.6.2.3). */
const pdfUaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

/**
 * Sets both; XMP claims PDF/UA-1, and PDF/A-3a of a print that `isWhole`: one with a sign that no font has is not to be kept as if
 * it were.
 */
export function setMetadata(document: PDFDocument, about: PdfAbout, { isWhole }: { isWhole: boolean }): void {
  const { title, subject, language, changedAt } = about
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setSubject(subject)
  document.setCreator(maker)
  document.setProducer(pdfProducer)
  document.setCreationDate(changedAt)
  document.setModificationDate(changedAt)
  document.setLanguage(language)
  const packet = Buffer.from(xmpOf(about, isWhole), 'utf8')
  const { context, catalog } = document
  const dictionary = context.obj({ Type: 'Metadata', Subtype: 'XML', Length: packet.length })
  // Uncompressed, so that it can be read by whoever knows nothing of PDF.
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(dictionary, packet)))
}

/** The identifier in the trailer, of the content instead of the clock. */
export function setIdentifier(document: PDFDocument, sha256: string): void {
  const id = PDFHexString.of(sha256.slice(0, 32))
  document.context.trailerInfo.ID = document.context.obj([id, id])
}

function xmpOf({ title, subject, language, changedAt }: PdfAbout, isWhole: boolean): string {
  const at = changedAt.toISOString().replace(/\.\d{3}Z$/, 'Z')
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title>${alternative(title)}</dc:title>
<dc:description>${alternative(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${pdfProducer}</pdf:Producer>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
<xmp:CreateDate>${at}</xmp:CreateDate>
<xmp:ModifyDate>${at}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
${isWhole ? archiveClaim : ''}</rdf:Description>
${pdfUaSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function escapeXml(text: string): string {
  // XML 1.0 has no control characters, not even escaped.
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ' ')
    .replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
