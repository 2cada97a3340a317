// What is drawn on a page and says nothing: margins, rules, backgrounds. Chromium leaves them unmarked, and a reader that
// follows tags must be told that they are artifacts (ISO 14289-1, 7.1).
import { deflateSync } from 'node:zlib'
import { PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from 'pdf-lib'
import { contentOf } from './content-of.ts'

const buildsPath = /(?:^|\s)(?:m|l|c|v|y|re|h)$/
const paints = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|sh|Do)$/

/** Marks what no tag claims on a page. A drawing that has tags of its own is left as it is. */
export function markArtifacts(page: PDFPage): void {
  const { context } = page.doc
  const reference = page.node.get(PDFName.of('Contents'))
  const stream = page.node.lookup(PDFName.of('Contents'))
  if (!(stream instanceof PDFRawStream && reference instanceof PDFRef)) return
  const content = contentOf(stream)
  const marked = withArtifacts(content, taggedDrawings(page))
  const bytes = deflateSync(Buffer.from(marked, 'latin1'))
  const dictionary = stream.dict.clone(context)
  dictionary.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  dictionary.delete(PDFName.of('DecodeParms'))
  dictionary.set(PDFName.of('Length'), context.obj(bytes.length))
  context.assign(reference, PDFRawStream.of(dictionary, bytes))
}

/** A content stream of Skia's, which writes an operator a line. */
export function withArtifacts(content: string, tagged: ReadonlySet<string>): string {
  const written: string[] = []
  /** The lines of a path that is not painted yet. */
  let path: string[] = []
  let depth = 0
  let inText = false
  const flush = () => {
    written.push(...path)
    path = []
  }
  for (const line of content.split('\n')) {
    if (line.endsWith('BDC') || line.endsWith('BMC')) depth += 1
    const isOutside = depth === 0
    if (line === 'EMC' || line.endsWith(' EMC')) depth -= 1
    if (!isOutside) {
      flush()
      written.push(line)
    } else if (line === 'BT') {
      flush()
      written.push('/Artifact BMC', line)
      inText = true
    } else if (line === 'ET') {
      written.push(line, 'EMC')
      inText = false
    } else if (!inText && buildsPath.test(line)) {
      path.push(line)
    } else if (!inText && paints.test(line) && !isTagged(line, tagged)) {
      written.push('/Artifact BMC', ...path, line, 'EMC')
      path = []
    } else {
      flush()
      written.push(line)
    }
  }
  flush()
  return written.join('\n')
}

function isTagged(line: string, tagged: ReadonlySet<string>): boolean {
  const drawing = /^\/(\S+) Do$/.exec(line)?.[1]
  return drawing !== undefined && tagged.has(drawing)
}

/** The names of a page's drawings that mark their own content. */
function taggedDrawings(page: PDFPage): Set<string> {
  const drawings = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const names = new Set<string>()
  for (const [name, value] of drawings?.entries() ?? []) {
    const drawing = page.doc.context.lookup(value)
    if (!(drawing instanceof PDFRawStream) || drawing.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      continue
    if (contentOf(drawing).includes('BDC')) names.add(name.decodeText())
  }
  return names
}
