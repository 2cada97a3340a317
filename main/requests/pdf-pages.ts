/**
 * How many pages a PDF of Chromium's has, whose page objects stand uncompressed (ISO 32000-2, 7.7.3.3); null where none
 * can be seen.
 */
export function pagesOf(pdf: Uint8Array): number | null {
  const pages = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .match(/\/Type\s*\/Page(?![A-Za-z])/g)
  return pages?.length ?? null
}
