import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { withArtifacts } from '../../../main/pdf/artifacts.ts'
import { finishPdf } from '../../../main/pdf/finish-pdf.ts'
import { archiveProblems } from '../../proof-pdf/archive-check.ts'

const key = (name: string) => PDFName.of(name)
const attached = {
  name: 'brief.md',
  bytes: new TextEncoder().encode('words'),
  mime: 'text/markdown',
  description: 'Words',
}
const about = {
  title: 'Talks & <ink>',
  subject: 'Note',
  language: 'en-GB',
  changedAt: new Date('2025-05-03T09:00:00.000Z'),
  headings: [
    { words: 'Talks & <ink>', printed: 'Talks & <ink>' },
    { words: 'A heading of two lines', printed: 'A heading of two linesa' },
  ],
}

/** A page as Chromium would print it: a list item without a body, a table's unnamed part, an element with a name of the process. */
async function printOf(process: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage([100, 100]).drawLine({ start: { x: 1, y: 1 }, end: { x: 9, y: 9 } })
  const { context, catalog } = document
  const element = (kind: string, kids: unknown) =>
    context.register(context.obj({ S: kind, K: kids } as never))
  const item = element('LI', [element('Lbl', 0), element('P', 1), 2])
  const table = element('Table', [
    element('NonStruct', [element('TR', [element('TH', 3)])]),
    element('NonStruct', [element('TR', [element('TD', 4)])]),
  ])
  const named = context.register(context.obj({ S: 'P', K: 5, ID: PDFString.of(`node0000${process}`) }))
  catalog.set(
    key('StructTreeRoot'),
    context.register(context.obj({ K: [element('L', [item]), table, named] })),
  )
  const annex = context.register(context.obj({ Title: PDFString.of('Annex: EvidenceAnnex: Evidence') }))
  const entry = context.obj({ Title: PDFString.of('A heading oftwo linesa'), Parent: null, Next: annex })
  catalog.set(key('Outlines'), context.obj({ First: context.register(entry) }))
  catalog.set(key('Dests'), context.obj({ 'section-a': [document.getPage(0).ref, 'XYZ', 10, 90, 0] }))
  document.setCreationDate(new Date())
  return document.save({ useObjectStreams: false })
}

async function finished(process = '0042'): Promise<PDFDocument> {
  return PDFDocument.load(await finishPdf(await printOf(process), about), { updateMetadata: false })
}

describe('a finished PDF', () => {
  test('says what it is, and not when and by what process it was printed', async () => {
    const document = await finished()
    expect(document.getTitle()).toBe('Talks & <ink>')
    expect(document.getSubject()).toBe('Note')
    expect(document.getCreationDate()).toEqual(about.changedAt)
    const xmp = document.catalog.lookup(key('Metadata'))
    expect(xmp instanceof PDFRawStream && Buffer.from(xmp.contents).toString()).toContain(
      'Talks &amp; &lt;ink&gt;',
    )
    const other = await finishPdf(await printOf('0815'), about)
    expect(Buffer.compare(await finishPdf(await printOf('0042'), about), other)).toBe(0)
  })

  test('has bodies in its lists and named parts in its tables', async () => {
    const { context, catalog } = await finished()
    const kindsUnder = (object: unknown): unknown => {
      const element = context.lookup(object as never)
      if (!(element instanceof PDFDict)) return []
      const kids = element.lookup(key('K'))
      const own = kids instanceof PDFArray ? kids.asArray() : []
      return [element.get(key('S'))?.toString(), ...own.map(kindsUnder)].filter(each => String(each) !== '')
    }
    const [list, table] = catalog.lookup(key('StructTreeRoot'), PDFDict).lookup(key('K'), PDFArray).asArray()
    expect(kindsUnder(list)).toEqual(['/L', ['/LI', ['/Lbl'], ['/LBody', ['/P']]]])
    expect(kindsUnder(table)).toEqual(['/Table', ['/THead', ['/TR', ['/TH']]], ['/TBody', ['/TR', ['/TD']]]])
  })

  test('names its outline as the headings are written, without the marks of notes, and leads to where they stand', async () => {
    const { catalog } = await finished()
    const entry = catalog.lookup(key('Outlines'), PDFDict).lookup(key('First'), PDFDict)
    expect(String(entry.get(key('Title')))).toContain(
      Buffer.from('A heading of two lines', 'utf16le').swap16().toString('hex').toUpperCase(),
    )
    const annex = entry.lookup(key('Next'), PDFDict).lookup(key('Title'), PDFHexString)
    expect(annex.decodeText()).toBe('Annex: Evidence')
    const place = catalog.lookup(key('Dests'), PDFDict).lookup(key('section-a'), PDFArray)
    expect(place.asArray().slice(2).map(String)).toEqual(['83.5', '13.5', '0'])
  })
})

describe('a finished PDF that is kept', () => {
  test('has no name that is longer than a reader must take, and its links lead where they did', async () => {
    const long = `section-${'名'.repeat(60)}`
    const print = await PDFDocument.load(await printOf('0042'))
    const page = print.getPage(0)
    print.catalog.set(key('Dests'), print.context.obj({ [long]: [page.ref, 'XYZ', 10, 90, 0] }))
    const link = print.context.obj({ Type: 'Annot', Subtype: 'Link', Dest: long })
    page.node.set(key('Annots'), print.context.obj([print.context.register(link)]))
    const { catalog, ...document } = await PDFDocument.load(await finishPdf(await print.save(), about))
    const [[name] = []] = catalog.lookup(key('Dests'), PDFDict).entries()
    expect(name?.decodeText()).toMatch(/^place-[0-9a-f]{32}$/)
    const annotation = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict && object.has(key('Dest')) ? [object] : []))
    expect(annotation.map(each => [each.get(key('Dest')), String(each.get(key('F')))])).toEqual([[name, '4']])
  })

  test('claims PDF/A-3a with the colours and the description of the other claim that this needs', async () => {
    const { problems } = await archiveProblems(await finishPdf(await printOf('0042'), about, [attached]))
    // The page that the test draws has no tags to be marked by; Chromium's has.
    expect(problems).toEqual(['6.7.2: not marked'])
  })

  test.each([
    ['0041 0000', false],
    ['0041 0042', true],
    ['4100 0042', true],
  ])('claims it only where each sign that is drawn is in its font (%s)', async (codes, isClaimed) => {
    const print = await PDFDocument.load(await printOf('0042'))
    const { context } = print
    const font = context.obj({ Type: 'Font', Subtype: 'Type0' })
    const { node } = print.getPage(0)
    node.set(key('Resources'), context.obj({ Font: { F1: font } }))
    const drawn = context.stream(`BT\n/F1 9 Tf\n<${codes.replace(' ', '')}> Tj\nET`)
    node.set(key('Contents'), context.register(drawn))
    const finished = await PDFDocument.load(await finishPdf(await print.save(), about))
    const xmp = finished.catalog.lookup(key('Metadata'))
    const claim = xmp instanceof PDFRawStream && Buffer.from(xmp.contents).includes('<pdfaid:part>3<')
    expect(claim).toBe(isClaimed)
  })

  test.each([
    ['no output intent', (document: PDFDocument) => document.catalog.delete(key('OutputIntents')), '6.2.3'],
    ['no metadata', (document: PDFDocument) => document.catalog.delete(key('Metadata')), '6.6.2'],
    ['another title than its metadata', (document: PDFDocument) => document.setTitle('Other'), '6.6.3'],
    ['a file that belongs to nothing', (document: PDFDocument) => document.catalog.delete(key('AF')), '6.8'],
    ['no identifier', ({ context }: PDFDocument) => void delete context.trailerInfo.ID, '6.1.3'],
    ['a script', (document: PDFDocument) => document.addJavaScript('a', 'b'), '6.5'],
  ])('is found out with %s', async (_, change, clause) => {
    const document = await PDFDocument.load(await finishPdf(await printOf('0042'), about, [attached]), {
      updateMetadata: false,
    })
    change(document)
    const { problems } = await archiveProblems(await document.save())
    expect(problems.filter(problem => problem.startsWith(clause))).not.toEqual([])
  })
})

describe('artifacts', () => {
  test('are what no tag claims: text, and paths with what paints them', () => {
    const content = ['q', '0 0 9 9 re', 'W* n', 'BT', '<01> Tj', 'ET', '1 1 2 2 re', 'f', 'Q'].join('\n')
    expect(withArtifacts(content, new Set()).split('\n')).toEqual([
      'q',
      '0 0 9 9 re',
      'W* n',
      ...['/Artifact BMC', 'BT', '<01> Tj', 'ET', 'EMC'],
      ...['/Artifact BMC', '1 1 2 2 re', 'f', 'EMC'],
      'Q',
    ])
  })

  test('are nothing that is tagged, nor a drawing that tags itself', () => {
    const content = [
      '/P <</MCID 0 >>BDC',
      'BT',
      '<01> Tj',
      'ET',
      '1 1 2 2 re',
      'f',
      'EMC',
      '/X1 Do',
      '/X2 Do',
    ].join('\n')
    expect(withArtifacts(content, new Set(['X1']))).toBe(
      content.replace('/X2 Do', '/Artifact BMC\n/X2 Do\nEMC'),
    )
  })
})
