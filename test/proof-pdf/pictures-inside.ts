// Where pictures came to stand, read by pdf.js, and whether the tree of tags says what each shows.
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pageMargin } from '../../shared/brief/paper.ts'
import type { Look } from './look-over.ts'

const pointsPerPixel = 0.75
/** Points that a picture may stand beside its place by rounding. */
const tolerance = 1

/** `expected` are the words of each picture of the document, in any order. */
export async function picturesInside(bytes: Uint8Array, expected: readonly string[]): Promise<Look> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const problems: string[] = []
  let drawn = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    for (const [left, bottom, right, top] of await boxesOf(page)) {
      drawn += 1
      const [inline, block] = [pageMargin.inline, pageMargin.block].map(
        each => each * pointsPerPixel - tolerance,
      )
      const isInside =
        left >= (inline ?? 0) &&
        right <= width - (inline ?? 0) &&
        bottom >= (block ?? 0) &&
        top <= height - (block ?? 0)
      if (!isInside)
        problems.push(`page ${number}: a picture from ${[left, bottom, right, top].map(Math.round)}`)
    }
  }
  await task.destroy()
  if (drawn !== expected.length) problems.push(`${drawn} of ${expected.length} pictures are drawn`)
  const said = await wordsOfFigures(bytes)
  for (const words of expected) if (!said.includes(words)) problems.push(`no tag says “${words}”`)
  return { name: 'pictures inside the margins, with their words', looked: expected.length, problems }
}

type Box = [left: number, bottom: number, right: number, top: number]

async function boxesOf(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>,
): Promise<Box[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const boxes: Box[] = []
  const kept: number[][] = []
  let matrix: number[] = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(matrix)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    if (operator === OPS.transform) matrix = Util.transform(matrix, argsArray[index])
    if (operator === OPS.paintFormXObjectBegin && argsArray[index][0])
      matrix = Util.transform(matrix, argsArray[index][0])
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix
    const [xs, ys] = [
      [e, e + a, e + c, e + a + c],
      [f, f + b, f + d, f + b + d],
    ]
    boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  }
  return boxes
}

async function wordsOfFigures(bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) return []
    const words = object.lookup(PDFName.of('Alt'))
    return words instanceof PDFString || words instanceof PDFHexString ? [words.decodeText()] : []
  })
}
