import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { brokenTablesIn, withBrokenTables } from '../../../main/pdf/broken-tables.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a print says which of its tables have broken words, and is the same where none has', () => {
  const pdf = bytes('%PDF-1.4\n%%EOF\n')
  expect(brokenTablesIn(withBrokenTables(pdf, [-1, 0, 12]))).toEqual([-1, 0, 12])
  expect(withBrokenTables(pdf, [])).toBe(pdf)
  expect(brokenTablesIn(pdf)).toEqual([])
})

test('the same words in a text are no such thing', () => {
  const said = '\n% tables with broken words: 3\n'
  expect(brokenTablesIn(bytes(`%PDF-1.4${said}%%EOF\n`))).toEqual([])
  expect(brokenTablesIn(bytes(said))).toEqual([])
})

test('it is read as any other PDF, and finished says no more of it', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  const pdf = withBrokenTables(await document.save(), [1])
  const read = await PDFDocument.load(pdf)
  expect(read.getPageCount()).toBe(1)
  expect(brokenTablesIn(await read.save())).toEqual([])
})
