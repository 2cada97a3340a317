import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, test } from 'vitest'
import { generatedBrief } from '../../proof-pdf/generated-brief.ts'
import { laidOutPdf } from '../../proof-pdf/laid-out-pdf.ts'
import { markdownToTypst } from './markdown-to-typst.ts'

test('headings, lists in lists, quotations and emphasis are said in Typst', () => {
  expect(markdownToTypst('## A part\n\nSome *fine* **words**, `x`.\n')).toBe(
    '== A part\n\nSome #emph[fine] #strong[words], #raw("x")\\.\n\n',
  )
  expect(markdownToTypst('- one\n  - two\n- three')).toBe('#list([one\n#list([two], )\n\n], [three], )\n\n')
  expect(markdownToTypst('> Said.')).toBe('#quote(block: true)[Said\\.\n\n]\n\n')
})

test('a table has its head, its rows and the places of its columns', () => {
  expect(markdownToTypst('| a | b |\n|---|--:|\n| c | 1 |')).toBe(
    '#table(columns: 2, align: (auto, right, ), table.header([a], [b], ),\n  [c], [1], \n)\n\n',
  )
})

test('a note stands where it is called', () => {
  expect(markdownToTypst('Call.[^n1]\n\n[^n1]: Note 1: *words*.\n')).toBe(
    'Call\\.#footnote[Note 1\\: #emph[words]\\.]\n\n',
  )
})

test('what is not known is refused and not left out', () => {
  expect(() => markdownToTypst('```\ncode\n```')).toThrow('There is no way to say “code” in Typst here.')
  expect(() => markdownToTypst('A call.[^lost]')).toThrow('There is no note lost.')
})

test('Typst prints every word of a generated brief', async () => {
  const markdown = generatedBrief(1)
  const mainFileContent = `#set text(hyphenate: false)\n${markdownToTypst(markdown)}`
  const { pages } = await laidOutPdf(NodeCompiler.create().pdf({ mainFileContent }, {}))
  const printed = pages.map(page => page.words).join(' ')
  for (const words of ['Summary', 'Outlook', 'Call 1.', 'Note 1: minutes of the board', '(5).'])
    expect(printed).toContain(words)
})
