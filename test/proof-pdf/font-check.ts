// What PDF/A-3a asks of fonts (ISO 19005-3, 6.2.11): all there, and each sign that is drawn known as a character.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from 'pdf-lib'

const key = (name: string) => PDFName.of(name)
const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '')

export function fontProblems(document: PDFDocument): string[] {
  const { context } = document
  const problems: string[] = []
  const charactersOf = new Map<PDFDict, ReadonlyMap<string, string>>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameOf(object.get(key('Type'))) !== 'Font') continue
    const kind = nameOf(object.get(key('Subtype')))
    if (kind === 'Type0') problems.push(...compositeProblems(object))
    const characters = object.lookup(key('ToUnicode'))
    if (characters instanceof PDFRawStream) charactersOf.set(object, charactersIn(textOf(characters)))
    else if (!kind.startsWith('CIDFont'))
      problems.push(`6.2.11.7: ${nameOf(object.get(key('BaseFont')))} says no characters`)
  }
  for (const characters of charactersOf.values()) {
    for (const [code, text] of characters) {
      if (/[\0\ufeff\ufffe]/.test(text)) problems.push(`6.2.11.7.2: ${code} is no character`)
    }
  }
  for (const { node } of document.getPages()) {
    const content = node.lookup(key('Contents'))
    const resources = node.Resources()
    if (content instanceof PDFRawStream && resources) drawnIn(textOf(content), resources)
  }
  return problems

  function drawnIn(content: string, resources: PDFDict): void {
    const fonts = resources.lookupMaybe(key('Font'), PDFDict)
    let font: PDFDict | undefined
    for (const [, name, strings] of content.matchAll(
      /\/(\S+) \S+ Tf|((?:<[0-9A-Fa-f]*>|\[[^\]]*\]) ?)T[jJ]/g,
    )) {
      if (name !== undefined) font = fonts?.lookupMaybe(key(name), PDFDict)
      const isWide = nameOf(font?.get(key('Subtype'))) === 'Type0'
      const known = font && charactersOf.get(font)
      for (const [, digits = ''] of (strings ?? '').matchAll(/<([0-9A-Fa-f]*)>/g)) {
        for (const code of digits.match(isWide ? /.{4}/g : /.{2}/g) ?? []) {
          if (isWide && code === '0000')
            problems.push('6.2.11.8: a sign that its font does not have is drawn')
          else if (known?.has(code.toUpperCase()) !== true)
            problems.push(
              `6.2.11.7: ${nameOf(font?.get(key('BaseFont')))} draws ${code}, and does not say what it is`,
            )
        }
      }
    }
    const drawings = resources.lookupMaybe(key('XObject'), PDFDict)
    for (const [, value] of drawings?.entries() ?? []) {
      const drawing = context.lookup(value)
      const own =
        drawing instanceof PDFRawStream ? drawing.dict.lookupMaybe(key('Resources'), PDFDict) : undefined
      if (drawing instanceof PDFRawStream && own) drawnIn(textOf(drawing), own)
    }
  }

  function compositeProblems(font: PDFDict): string[] {
    const found: string[] = []
    const name = nameOf(font.get(key('BaseFont')))
    if (!nameOf(font.get(key('Encoding'))).startsWith('Identity-'))
      found.push(`6.2.11.3.3: the encoding of ${name}`)
    const descendant = font.lookup(key('DescendantFonts'), PDFArray).lookup(0, PDFDict)
    const map = descendant.lookup(key('CIDToGIDMap'))
    const isTrueType = nameOf(descendant.get(key('Subtype'))) === 'CIDFontType2'
    if (isTrueType && nameOf(map) !== 'Identity' && !(map instanceof PDFRawStream))
      found.push(`6.2.11.3.2: ${name} does not say which glyphs it draws`)
    const descriptor = descendant.lookup(key('FontDescriptor'), PDFDict)
    if (!descriptor.has(key(isTrueType ? 'FontFile2' : 'FontFile3')))
      found.push(`6.2.11.4.1: ${name} is not embedded`)
    if (descriptor.has(key('CIDSet')))
      found.push(`6.2.11.4.2: ${name} has a CIDSet, which nobody has checked`)
    if (!descendant.has(key('W')) && !descendant.has(key('DW'))) found.push(`6.2.11.5: ${name} has no widths`)
    return found
  }
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** The characters that codes stand for, in a CMap of Skia's: single ones and ranges. */
function charactersIn(map: string): Map<string, string> {
  const found = new Map<string, string>()
  const characters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)> ?<(\w+)>/g))
      found.set(code.toUpperCase(), characters(hex))
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)> ?<(\w+)> ?<(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let code = first; code <= Number.parseInt(to, 16); code++) {
        const written = code.toString(16).toUpperCase().padStart(from.length, '0')
        const last = (Number.parseInt(hex.slice(-4), 16) + code - first).toString(16).padStart(4, '0')
        found.set(written, characters(hex.slice(0, -4) + last))
      }
    }
  }
  return found
}
