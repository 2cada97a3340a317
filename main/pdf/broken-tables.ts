// What a print cannot say by itself of its tables: a comment after its end does (ISO 32000-2, 7.2.4), so that it comes along with
// the bytes wherever they go. Finishing a print leaves it out.

const words = '% tables with broken words: '

/** A print that says which of its tables have broken words, by their numbers. */
export function withBrokenTables(pdf: Uint8Array, tables: readonly number[]): Uint8Array {
  if (tables.length === 0) return pdf
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(`\n${words}${tables.join(' ')}\n`)]))
}

/** The numbers that it says; none where it says nothing. */
export function brokenTablesIn(pdf: Uint8Array): number[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const end = text.lastIndexOf('%%EOF')
  const said = text.toString('latin1', Math.max(0, end)).split(`\n${words}`)[1]
  return end === -1 || said === undefined ? [] : said.trim().split(' ').map(Number)
}
