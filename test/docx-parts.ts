// The parts of a Word document as text, read by another program's reader than it was written by.
import { partsOf } from '../main/capture/archive/archive.ts'

/** The XML of each part by its path. */
export async function docxParts(docx: Uint8Array): Promise<Map<string, string>> {
  const parts = await partsOf('a.docx', docx)
  return new Map([...parts].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

/** The words of a part, a paragraph a line. */
export function wordsOfPart(xml: string): string {
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&apos;/g, '’')
    .replace(/&amp;/g, '&')
}
