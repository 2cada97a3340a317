import { deflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { type AttachedFile, attachedIn, attachFiles } from '../../../main/pdf/attached-files.ts'

const key = (name: string) => PDFName.of(name)
const utf8 = (text: string) => new TextEncoder().encode(text)
const changedAt = new Date('2025-05-03T09:00:00.000Z')
const file = (name: string, text: string): AttachedFile => ({
  name,
  bytes: utf8(text),
  mime: 'text/markdown',
  description: 'Words',
})
const megabyte = 1024 * 1024

async function pdfWith(
  files: readonly AttachedFile[],
  change: (document: PDFDocument) => void = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage()
  attachFiles(document, files, changedAt)
  change(document)
  return document.save()
}

/** The dictionaries of the attached files' streams. */
function streamsIn({ context }: PDFDocument): PDFRawStream[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isOne = object instanceof PDFRawStream && object.dict.get(key('Type')) === key('EmbeddedFile')
    return isOne ? [object] : []
  })
}

describe('files that are attached to a PDF', () => {
  test('are read again byte by byte, and only those that are asked for', async () => {
    const pdf = await pdfWith([file('b.md', 'Größe ✓\r\n'), file('a.md', ''), file('../../out.md', 'no')])
    const read = await attachedIn(pdf, name => ['a.md', 'b.md', '__proto__'].includes(name), megabyte)
    expect([...read]).toEqual([
      ['a.md', utf8('')],
      ['b.md', utf8('Größe ✓\r\n')],
    ])
  })

  test('say that the page is made of them, what they are, how large, of when, and with which sum', async () => {
    const document = await PDFDocument.load(await pdfWith([file('a.md', 'words')]), { updateMetadata: false })
    const specification = document.catalog.lookup(key('AF'), PDFArray).lookup(0, PDFDict)
    expect(String(specification.get(key('AFRelationship')))).toBe('/Source')
    const [stream] = streamsIn(document)
    expect(stream?.dict.get(key('Subtype'))).toBe(key('text/markdown'))
    const parameters = stream?.dict.lookup(key('Params'), PDFDict)
    expect(parameters?.get(key('Size'))?.toString()).toBe('5')
    expect(parameters?.get(key('ModDate'))?.toString()).toBe('(D:20250503090000Z)')
    // Of `printf words | md5sum`.
    expect(parameters?.get(key('CheckSum'))?.toString()).toBe('<89759e1284e2479b991d2669de104942>')
  })

  test('are refused where they inflate to more than a brief may have', async () => {
    const bomb = new Uint8Array(deflateSync(Buffer.alloc(8 * megabyte)))
    const pdf = await pdfWith([file('a.md', '')], ({ context }) => {
      const [reference, stream] = context
        .enumerateIndirectObjects()
        .find(([, object]) => object instanceof PDFRawStream) as [never, PDFRawStream]
      context.assign(reference, PDFRawStream.of(stream.dict, bomb))
    })
    await expect(attachedIn(pdf, name => name === 'a.md', megabyte)).rejects.toThrow(
      'carries more than the 1 MB',
    )
  })

  test('are refused where one name stands for two', async () => {
    const pdf = await pdfWith([file('a.md', 'one'), file('b.md', 'two')], document => {
      const two = document.catalog.lookup(key('AF'), PDFArray).lookup(1, PDFDict)
      two.set(key('UF'), PDFHexString.fromText('a.md'))
    })
    await expect(attachedIn(pdf, name => name === 'a.md', megabyte)).rejects.toThrow('carries “a.md” twice')
  })

  test('are refused where the tree of their names never ends', async () => {
    const pdf = await pdfWith([], ({ context, catalog }) => {
      const node = context.obj({})
      const reference = context.register(node)
      node.set(key('Kids'), context.obj([reference, reference]))
      catalog.set(key('Names'), context.obj({ EmbeddedFiles: reference }))
    })
    await expect(attachedIn(pdf, name => name === 'a.md', megabyte)).rejects.toThrow(
      'carries more files than a brief does',
    )
  })

  test.each([
    ['is not there', (specification: PDFDict) => specification.delete(key('EF')), 'does not have it'],
    [
      'is packed otherwise',
      (specification: PDFDict) =>
        (specification.lookup(key('EF'), PDFDict).lookup(key('F')) as PDFRawStream).dict.set(
          key('Filter'),
          key('LZWDecode'),
        ),
      'packed in a way that is not read',
    ],
  ])('are refused where one %s', async (_, change, words) => {
    const pdf = await pdfWith([file('a.md', 'one')], document => {
      change(document.catalog.lookup(key('AF'), PDFArray).lookup(0, PDFDict))
    })
    await expect(attachedIn(pdf, name => name === 'a.md', megabyte)).rejects.toThrow(words)
  })

  test('are none in what is no PDF', async () => {
    await expect(attachedIn(utf8('%PDF-1.7 and no more'), () => false, megabyte)).rejects.toThrow(
      'is not a whole PDF',
    )
  })
})
