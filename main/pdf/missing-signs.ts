// Signs that no font has: they are drawn as empty boxes, and nobody can tell what they were (ISO 19005-3, 6.2.11.8).
import { PDFDict, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib'
import { contentOf } from './content-of.ts'

const key = (name: string) => PDFName.of(name)

/** Whether a page draws one, in a drawing on it too. Reads what Skia writes: fonts by name, and codes in hexadecimal. */
export function drawsMissingSign({ node }: PDFPage): boolean {
  const seen = new Set<PDFRawStream>()
  const isDrawnIn = (content: unknown, resources: PDFDict | undefined): boolean => {
    if (!(content instanceof PDFRawStream) || !resources || seen.has(content)) return false
    seen.add(content)
    if (hasMissingSign(content, resources)) return true
    const drawings = resources.lookupMaybe(key('XObject'), PDFDict)
    return [...(drawings?.keys() ?? [])].some(name => {
      const drawing = drawings?.lookup(name)
      if (!(drawing instanceof PDFRawStream) || drawing.dict.get(key('Subtype')) !== key('Form')) return false
      return isDrawnIn(drawing, drawing.dict.lookupMaybe(key('Resources'), PDFDict))
    })
  }
  return isDrawnIn(node.lookup(key('Contents')), node.Resources())
}

/** The glyph 0 of a font with codes of two bytes is the one for what it does not have. */
function hasMissingSign(stream: PDFRawStream, resources: PDFDict): boolean {
  const fonts = resources.lookupMaybe(key('Font'), PDFDict)
  let isWide = false
  for (const [, font, codes = ''] of contentOf(stream).matchAll(/\/(\S+) \S+ Tf|<((?:[0-9A-Fa-f]{4})+)>/g)) {
    if (font !== undefined)
      isWide = fonts?.lookupMaybe(key(font), PDFDict)?.get(key('Subtype')) === key('Type0')
    else if (isWide && /^(?:.{4})*0000/.test(codes)) return true
  }
  return false
}
