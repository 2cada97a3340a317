// What an Office document says of itself (ECMA-376, part 2: core properties).
import { fromBufferPromise, type ZipFile } from 'yauzl'
import { parsePage } from './from-html/dom.ts'
import { foldAll } from './from-html/words-kept.ts'

/** Null where the document does not say. */
export type CoreProperties = { title: string | null; creator: string | null; language: string | null }

const propertiesPath = 'docProps/core.xml'
const largestBytes = 1024 * 1024

/** The paths in a ZIP archive, and the core properties of the document it holds. Rejects where it is no whole archive. */
export async function readCoreProperties(
  bytes: Uint8Array,
): Promise<{ paths: string[]; properties: CoreProperties }> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const paths: string[] = []
  let xml = ''
  for await (const entry of zip.eachEntry()) {
    paths.push(entry.fileName)
    if (entry.fileName === propertiesPath && entry.uncompressedSize <= largestBytes)
      xml = await textOf(zip, entry)
  }
  const elements = [...parsePage(xml.replace(/<\?xml.*?\?>/s, '')).querySelectorAll('*')]
  const said = (name: string) => {
    const found = elements.find(({ localName }) => localName.toLowerCase() === name)
    return foldAll(found?.textContent ?? '') || null
  }
  return {
    paths,
    properties: { title: said('dc:title'), creator: said('dc:creator'), language: said('dc:language') },
  }
}

async function textOf(zip: ZipFile, entry: Parameters<ZipFile['openReadStreamPromise']>[0]): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
