// What an Office document says of itself (ECMA-376, part 2: core properties).
import { parsePage } from '../from-html/dom.ts'
import { foldAll } from '../from-html/words-kept.ts'

/** Null where the document does not say. */
export type CoreProperties = { title: string | null; creator: string | null; language: string | null }

const path = 'docProps/core.xml'
const largestBytes = 1024 * 1024

/** Reads the core properties among the parts of a document. */
export function readCoreProperties(parts: ReadonlyMap<string, Uint8Array>): CoreProperties {
  const bytes = parts.get(path)
  const xml = bytes && bytes.length <= largestBytes ? new TextDecoder().decode(bytes) : ''
  const elements = [...parsePage(xml.replace(/<\?xml.*?\?>/s, '')).querySelectorAll('*')]
  const said = (name: string) => {
    const found = elements.find(({ localName }) => localName.toLowerCase() === name)
    return foldAll(found?.textContent ?? '') || null
  }
  return { title: said('dc:title'), creator: said('dc:creator'), language: said('dc:language') }
}
