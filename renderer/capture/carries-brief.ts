/** In the metadata of every PDF that the app finished, which stand uncompressed (main/pdf/metadata.ts). */
const mark = '<xmp:CreatorTool>Dispatch Box</xmp:CreatorTool>'

/** Whether a file is the PDF of a brief, by what it says of itself: whether the brief can be opened from it is known once it is tried. */
export function carriesBrief(bytes: ArrayBuffer): boolean {
  const latin1 = new TextDecoder('latin1')
  return latin1.decode(bytes.slice(0, 5)) === '%PDF-' && latin1.decode(bytes).includes(mark)
}
