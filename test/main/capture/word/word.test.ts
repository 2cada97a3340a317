import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { bytesOfFixture, linesOf } from '../captured-words.ts'
import { throughTheDoor } from '../through-the-door.ts'

const read = (bytes: Uint8Array, name = 'minutes.docx') => throughTheDoor(name, bytes)

describe('a Word document', () => {
  test('that LibreOffice wrote has its words: insertions, no deletions, no comments, notes at the end', async () => {
    const captured = await read(bytesOfFixture('minutes.docx'))
    expect(linesOf(captured)).toEqual([
      'Minutes of the harbour board',
      'By Tomasz Wilk',
      '17 February 2026',
      'The levy',
      'The board heard from Oluwaseun Adeyemi that the levy must rise. “We can either raise the levy or raise the sandbags,” he said.[1] It voted by 7 votes to 2 for the plan.',
      'Ms Sørlie asked for a study of 3*4 berths;',
      'Mr Ó Briain disagreed:',
      'calls rose by 9.5% in 2017',
      'they rose again in 2018',
      'The figures',
      'Year Passengers',
      '2024 1,180,000',
      '2026 (plan) 1,250,000',
      'The map is below.[2]',
      '予算は約1兆2,000億円となる。',
      'Spoken at 10.15, as the recording has it.',
      'Drawn by the harbour office.',
    ])
    expect(captured.text).toContain('# Minutes of the harbour board')
    expect(captured.text).toContain('## The figures\n\n| Year | Passengers |')
    expect(captured.text).toContain('- Mr Ó Briain *disagreed*:\n  1. calls')
  })

  test('has its title, author, language and picture, and the date at the head of its text', async () => {
    const captured = await read(bytesOfFixture('minutes.docx'))
    expect(captured).toMatchObject({
      title: 'Minutes of the harbour board',
      authors: ['Tomasz Wilk'],
      publishedOn: '2026-02-17',
      language: 'en-GB',
      kind: 'word',
    })
    expect(captured.images.map(({ alt }) => alt)).toEqual(['Waves over a quay'])
    expect(Buffer.from(captured.images[0]?.bytes ?? []).equals(bytesOfFixture('quay.png'))).toBe(true)
  })

  test('whose template named it takes its first heading for a title, and no date from its file', async () => {
    const captured = await read(bytesOfFixture('pumps.docx'))
    expect(captured).toMatchObject({ title: 'Note on the pumps', authors: [], publishedOn: null })
    expect(linesOf(captured)).toEqual([
      'Note on the pumps',
      'What they cost',
      'Three pumps cost €9.4 million, says the office.[1] See the tender.',
      '1. Not a list, only a number. And a second line.',
      'Of the board.',
    ])
    expect(captured.text).toContain('[the tender](https://board.example/pumps?id=3)')
  })
})

function zipped(files: Record<string, string>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path)
  zip.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    zip.outputStream.on('data', chunk => chunks.push(chunk as Buffer))
    zip.outputStream.on('error', reject)
    zip.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })
}

const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const document = (xml: string) =>
  zipped({ '[Content_Types].xml': '<a/>', '_rels/.rels': relations, 'word/document.xml': xml })
const wordXml = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
describe('text that Word sets in a way of its own', () => {
  const textOf = async (body: string) => (await read(await document(wordXml(`<w:p>${body}</w:p>`)))).text
  const words = (text: string, properties = '') =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

  test('keeps raised figures apart from the number before, as LibreOffice raises them', async () => {
    const { text } = await read(bytesOfFixture('raised.docx'), 'raised.docx')
    expect(text).toBe(
      '# Reserves of the harbour\n\nThe quay holds 10⁹ grains, or 5.2¹ per cent of all, as of 2024². Water is H2O.',
    )
  })

  test('has the results of fields, and no hidden words', async () => {
    const field = `<w:fldSimple w:instr="DATE">${words('3 May 2025')}</w:fldSimple>`
    expect(await textOf(`${words('It met on ')}${field}${words('.')}`)).toBe('It met on 3 May 2025.')
    const hidden = words('never ', '<w:b/><w:vanish/>')
    expect(
      await textOf(`${words('It was ')}${hidden}${words('agreed', '<w:vanish w:val="0"/>')}${words('.')}`),
    ).toBe('It was agreed.')
    const formerly = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    expect(await textOf(words('It was shown.', `<w:b/>${formerly}`))).toBe('**It was shown.**')
  })

  test('has formulas in one line', async () => {
    const part = (name: string, text: string) => `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`
    const power = `<m:sSup>${part('e', '10')}${part('sup', '2')}</m:sSup>`
    const half = `<m:f><m:fPr/>${part('num', '1')}${part('den', '2')}</m:f>`
    const formula = `<m:oMathPara><m:oMathParaPr/><m:oMath>${half}<m:r><m:t> a &lt; </m:t></m:r>${power}</m:oMath></m:oMathPara>`
    expect(await textOf(`${words('So ')}${formula}${words(' it is.')}`)).toBe('So 1/2 a < 10² it is.')
  })
})

const untouched = 'Nothing was imported and the file was not touched.'

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ['nothing', () => new Uint8Array(), `“minutes.docx” is empty. ${untouched}`],
  [
    'words',
    () => Buffer.from('Minutes'),
    '“minutes.docx” is named as a Word document, and holds plain text.',
  ],
  ['a PDF', () => Buffer.from('%PDF-1.7'), '“minutes.docx” is named as a Word document, and holds a PDF.'],
  [
    'an encrypted document',
    () => bytesOfFixture('encrypted.docx'),
    `and holds a document with a password. ${untouched} Open it with its password`,
  ],
  [
    'an old document',
    () => bytesOfFixture('minutes.doc'),
    `and holds a Word document of the old kind. ${untouched} Save it as .docx or PDF`,
  ],
  [
    'a spreadsheet',
    () => zipped({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }),
    'and holds an Excel table.',
  ],
  ['an archive', () => zipped({ 'a.txt': 'a' }), 'and holds a ZIP file.'],
  [
    'a bomb',
    () => zipped({ '[Content_Types].xml': '<a/>', 'word/document.xml': ' '.repeat(20 * 1024 * 1024) }),
    '“minutes.docx” unpacks to more than 100 times its size',
  ],
  ['half a document', () => bytesOfFixture('minutes.docx').subarray(0, 5000), `“minutes.docx” is damaged`],
  ['a document with broken XML', () => document('<w:document'), `“minutes.docx” is damaged`],
  [
    'a document without words',
    () => document(wordXml('<w:p/>')),
    `“minutes.docx” has no words in it. ${untouched}`,
  ],
])('%s is refused with a sentence', async (_what, bytes, sentence) => {
  await expect(read(await bytes())).rejects.toThrow(sentence)
})
