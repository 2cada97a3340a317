/** In the metadata of every PDF that the app finished, which stand uncompressed (main/pdf/metadata.ts). */
const mark = '<xmp:CreatorTool>Dispatch Box</xmp:CreatorTool>'

/** Whether a file is the PDF of a brief, by what it says of itself: whether the brief can be opened from it is known once it is tried. */
export function carriesBrief(bytes: ArrayBuffer): boolean {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.startsWith('%PDF-') && text.includes(mark)
}
