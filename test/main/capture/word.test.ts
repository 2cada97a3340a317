import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { fillFacts } from '../../../main/capture/fill-facts.ts'
import { readWord } from '../../../main/capture/word.ts'
import { bytesOfFixture, linesOf } from './captured-words.ts'

const read = async (bytes: Uint8Array, name = 'minutes.docx') =>
  fillFacts(await readWord(name, bytes, () => {}))

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
const wordXml = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const untouched = 'Nothing was imported and the file was not touched.'

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ['nothing', () => new Uint8Array(), `“minutes.docx” is empty. ${untouched}`],
  [
    'words',
    () => Buffer.from('Minutes'),
    `“minutes.docx” is not a Word document. ${untouched} Save it as .docx`,
  ],
  [
    'a PDF',
    () => Buffer.from('%PDF-1.7'),
    `“minutes.docx” is not a Word document but a PDF. ${untouched} Give it the ending .pdf`,
  ],
  [
    'an encrypted document',
    () => bytesOfFixture('encrypted.docx'),
    `“minutes.docx” is encrypted with a password. ${untouched} Open it in Word, take the password off`,
  ],
  [
    'an old document',
    () => bytesOfFixture('minutes.doc'),
    `“minutes.docx” is a document of Word 2003 or older (.doc). ${untouched} Open it in Word or LibreOffice`,
  ],
  [
    'an OpenDocument file',
    () => zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    `“minutes.docx” is not a Word document but an OpenDocument file. ${untouched}`,
  ],
  [
    'a spreadsheet',
    () => zipped({ 'xl/workbook.xml': '<a/>' }),
    `“minutes.docx” is not a Word document but a spreadsheet or a presentation. ${untouched}`,
  ],
  [
    'an archive',
    () => zipped({ 'a.txt': 'a' }),
    `“minutes.docx” is not a Word document but a ZIP archive. ${untouched}`,
  ],
  [
    'half a document',
    () => bytesOfFixture('minutes.docx').subarray(0, 5000),
    `“minutes.docx” is damaged, or only a part of a Word document. ${untouched}`,
  ],
  [
    'a document with broken XML',
    () => zipped({ '_rels/.rels': relations, 'word/document.xml': '<w:document' }),
    `“minutes.docx” is damaged`,
  ],
  [
    'a document without words',
    () => zipped({ '_rels/.rels': relations, 'word/document.xml': wordXml('<w:p/>') }),
    `“minutes.docx” has no words in it. ${untouched}`,
  ],
])('%s is refused with a sentence', async (_what, bytes, sentence) => {
  await expect(read(await bytes())).rejects.toThrow(sentence)
})
