import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { withArtifacts } from '../../../main/pdf/artifacts.ts'
import { finishPdf } from '../../../main/pdf/finish-pdf.ts'

const key = (name: string) => PDFName.of(name)
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
  const entry = context.obj({ Title: PDFString.of('A heading oftwo linesa'), Parent: null })
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
    const place = catalog.lookup(key('Dests'), PDFDict).lookup(key('section-a'), PDFArray)
    expect(place.asArray().slice(2).map(String)).toEqual(['83.5', '13.5', '0'])
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
