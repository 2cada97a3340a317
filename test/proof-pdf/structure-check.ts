// PDF/UA-1 as far as a program can tell it from the objects of a file (the machine checks of the Matterhorn Protocol 1.1, by their
// numbers), written against the standard and not against what finishes our PDFs.
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib'

const key = (name: string) => PDFName.of(name)
const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '')
const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form'.split(
    ' ',
  ),
)
const allowed: Record<string, readonly string[]> = {
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
}

export async function structureProblems(
  bytes: Uint8Array,
): Promise<{ elements: number; problems: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = document
  const problems: string[] = []
  const need = (isRight: boolean, problem: string) => void (isRight || problems.push(problem))

  const metadata = catalog.lookup(key('Metadata'))
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : ''
  need(/<pdfuaid:part>1</.test(xmp), '06-002: XMP does not claim PDF/UA-1')
  need(/<dc:title>/.test(xmp), '06-003: XMP has no title')
  const shown = catalog.lookupMaybe(key('ViewerPreferences'), PDFDict)?.get(key('DisplayDocTitle'))
  need(shown === PDFBool.True, '07-001: the title is not shown')
  need(
    catalog.lookupMaybe(key('MarkInfo'), PDFDict)?.get(key('Marked')) === PDFBool.True,
    '06-001: not marked',
  )
  need(catalog.has(key('Lang')), '11-006: no language')
  const root = catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  if (!root) return { elements: 0, problems: [...problems, '01-000: no tree of tags'] }
  const roles = root.lookupMaybe(key('RoleMap'), PDFDict)

  const pages = document.getPages()
  const pageAt = new Map(pages.map(({ ref }, index) => [ref.toString(), index]))
  /** The numbers of marked content that the tree claims, by page. */
  const claimed = pages.map(() => new Set<number>())
  const ownerOf = new Map<string, string>()
  const ids = new Set<string>()
  const headings: number[] = []
  let elements = 0

  const visit = (object: PDFObject | undefined, kind: string, page: number): void => {
    const value = object && context.lookup(object)
    if (value instanceof PDFArray) for (const each of value.asArray()) visit(each, kind, page)
    if (value instanceof PDFNumber) claimed[page]?.add(value.asNumber())
    if (!(value instanceof PDFDict)) return
    const own = value.get(key('Pg'))
    const at = own ? (pageAt.get(own.toString()) ?? page) : page
    if (nameOf(value.get(key('Type'))) === 'MCR') {
      claimed[at]?.add(value.lookup(key('MCID'), PDFNumber).asNumber())
      return
    }
    if (nameOf(value.get(key('Type'))) === 'OBJR') {
      ownerOf.set(String(value.get(key('Obj'))), kind)
      return
    }
    elements += 1
    visitElement(value, at)
  }

  const visitElement = (element: PDFDict, page: number): void => {
    const written = nameOf(element.get(key('S')))
    const kind = standard.has(written) ? written : nameOf(roles?.get(key(written)))
    need(standard.has(kind), `02-001: ${written} is no standard kind`)
    const hasWords = element.has(key('Alt')) || element.has(key('ActualText'))
    need(kind !== 'Figure' || hasWords, '13-004: a figure without words')
    need(kind !== 'Formula' || hasWords, '17-002: a formula without words')
    if (/^H[1-6]$/.test(kind)) headings.push(Number(kind[1]))
    const id = element.get(key('ID'))
    if (id) need(!ids.has(String(id)), `19-004: the id ${id} twice`)
    if (id) ids.add(String(id))
    need(kind !== 'Note' || id !== undefined, '19-003: a note without an id')
    need(kind !== 'TH' || hasScope(element), '15-003: the head of a column or row without its scope')
    const kids = element.get(key('K'))
    const list = kids && context.lookup(kids)
    const each = list instanceof PDFArray ? list.asArray() : kids ? [kids] : []
    for (const kid of each) {
      const looked = context.lookup(kid)
      const kidKind = looked instanceof PDFDict ? nameOf(looked.get(key('S'))) : 'content'
      const may = allowed[kind]
      need(!may || may.includes(kidKind), `09-004: ${kidKind || 'content'} under ${kind}`)
      visit(kid, kind, page)
    }
  }

  const hasScope = (cell: PDFDict): boolean => {
    const attributes = cell.get(key('A'))
    const looked = attributes && context.lookup(attributes)
    const all = looked instanceof PDFArray ? looked.asArray().map(each => context.lookup(each)) : [looked]
    return all.some(each => each instanceof PDFDict && each.has(key('Scope')))
  }

  visit(root.get(key('K')), '', 0)
  need(headings[0] === undefined || headings[0] === 1, '14-002: the first heading is of a lower rank')
  for (const [index, rank] of headings.entries())
    need(index === 0 || rank <= (headings[index - 1] ?? 0) + 1, `14-003: a heading of rank ${rank} too deep`)

  for (const [index, page] of pages.entries()) {
    const content = page.node.lookup(key('Contents'))
    const text =
      content instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')
        : ''
    let depth = 0
    for (const line of text.split('\n')) {
      if (/(?:BDC|BMC)$/.test(line)) {
        depth += 1
        const number = /MCID (\d+)/.exec(line)?.[1]
        need(
          number === undefined || claimed[index]?.has(Number(number)) === true,
          '01-006: content that no tag claims',
        )
      } else if (/^EMC$/.test(line)) depth -= 1
      else if (depth === 0 && /(?:TJ|Tj|'|")$/.test(line))
        problems.push('01-005: text that is no tag’s and no artifact')
      else if (depth === 0 && /(?:^|\s)(?:f\*?|S|B\*?|Do|sh)$/.test(line))
        problems.push('01-005: a drawing that is no tag’s and no artifact')
    }
    const annotations = page.node.lookupMaybe(key('Annots'), PDFArray)
    need(!annotations || nameOf(page.node.get(key('Tabs'))) === 'S', '28-008: tabs do not follow the tags')
    for (const reference of annotations?.asArray() ?? []) {
      const annotation = context.lookup(reference, PDFDict)
      if (nameOf(annotation.get(key('Subtype'))) !== 'Link') continue
      const owner = reference instanceof PDFRef ? ownerOf.get(reference.toString()) : undefined
      need(owner === 'Link', `28-011: a link under ${owner ?? 'no tag'}`)
      need(annotation.has(key('Contents')), '28-012: a link without words')
    }
  }

  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameOf(object.get(key('Type'))) !== 'Font') continue
    const kind = nameOf(object.get(key('Subtype')))
    const font = nameOf(object.get(key('BaseFont')))
    if (kind === 'Type0' || kind === 'Type3')
      need(object.has(key('ToUnicode')), `31-027: ${font} says no characters`)
    const descriptor = object.lookupMaybe(key('FontDescriptor'), PDFDict)
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some(file => descriptor?.has(key(file)))
    if (kind !== 'Type0' && kind !== 'Type3') need(isEmbedded, `31-009: ${font} is not embedded`)
  }
  return { elements, problems }
}
