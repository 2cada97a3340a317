import { expect, test } from 'vitest'
import { pdfLayout } from '../../../main/pdf/pdf-layout.ts'

test('pages are counted by their objects, whatever a title says', () => {
  const print = `%PDF-1.4
1 0 obj
<</Title (How 9 0 obj <</Type /Page works)>>
endobj
2 0 obj
<</Type /Page
/Parent 4 0 R>>
endobj
3 0 obj
<</Type /Page>>
endobj
4 0 obj
<</Type /Pages /Kids [2 0 R 3 0 R]>>
endobj
5 0 obj
<</section-one [2 0 R /XYZ 0 0 0] /section-two [3 0 R /XYZ 0 0 0]>>
endobj
6 0 obj
<</Type /Catalog /Dests 5 0 R>>
endobj
`
  const { pages, destinations } = pdfLayout(new TextEncoder().encode(print))
  expect(pages).toBe(2)
  expect([...destinations]).toEqual([
    ['section-one', 1],
    ['section-two', 2],
  ])
})
