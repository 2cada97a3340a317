import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../../main/docx/write-docx.ts'
import type { BriefDocument } from '../../../shared/brief/brief-document.ts'
import type { Finding } from '../../../shared/verify/finding.ts'
import { docxParts, wordsOfPart } from '../../docx-parts.ts'
import { pngOf } from '../../png-of.ts'
import { richBody, richDocument } from '../../proof-docx/rich-brief.ts'

const changedAt = new Date('2025-05-03T09:00:00.000Z')

function written(
  document: BriefDocument,
  findings: readonly Finding[] = [],
  picture: Uint8Array | null = null,
) {
  return writeDocx(document, {
    findings,
    body: richBody,
    pictureOf: async () => picture,
    changedAt,
    onUnknown: what => {
      throw new Error(`no form in Word for ${what}`)
    },
  })
}

/** A document of that text alone. */
function documentOf(body: string): BriefDocument {
  return richDocument({ contents: false, annex: false }, { body })
}

async function partsOf(...given: Parameters<typeof written>) {
  const parts = await docxParts(await written(...given))
  return (path: string) => parts.get(path) ?? ''
}

describe('a brief in Word', () => {
  test('has a form for everything that the renderer draws', async () => {
    for (const notes of ['foot', 'end', 'annex'] as const) {
      for (const numbered of [false, true]) {
        await expect(written(richDocument({ notes, numbered }))).resolves.toBeInstanceOf(Uint8Array)
      }
    }
    const stranger = { line: 1, html: '<section>words</section>' }
    await expect(written({ ...richDocument(), blocks: [stranger] })).rejects.toThrow(/section/)
  })

  test('is the same bytes each time, with no time in it but that of the brief', async () => {
    const [one, other] = [await written(richDocument()), await written(richDocument())]
    expect(Buffer.compare(one, other)).toBe(0)
    const core = (await docxParts(one)).get('docProps/core.xml') ?? ''
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2025-05-03T09:00:00Z', '2025-05-03T09:00:00Z'])
    expect(core).toContain('<dc:creator>Dispatch Box</dc:creator>')
    expect(core).toContain('<dc:subject>Briefing paper</dc:subject>')
    expect(Buffer.from(one.subarray(0, 400)).toString('latin1')).toContain(
      '<Application>Dispatch Box</Application>',
    )
  })

  test('has its notes as lettered footnotes, each called once by Word and by reference after that', async () => {
    const part = await partsOf(richDocument())
    const footnotes = wordsOfPart(part('word/footnotes.xml'))
    for (const number of [1, 2, 3, 4]) expect(footnotes).toContain(`Note ${number}:`)
    const text = part('word/document.xml')
    expect(text.match(/<w:footnoteReference /g)).toHaveLength(5)
    expect(text).toMatch(/NOTEREF note_a_call/)
    expect(text).toContain('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>')
  })

  test('leaves the letters of its notes to Word, beyond the twenty-sixth as well', async () => {
    const names = Array.from({ length: 28 }, (_, index) => `n${index}`)
    const body = `${names.map(name => `Call[^${name}].`).join(' ')} Again[^n27].\n\n${names.map(name => `[^${name}]: Note ${name}.`).join('\n')}\n`
    const part = await partsOf(documentOf(body))
    const text = part('word/document.xml')
    expect(text.match(/<w:footnoteReference w:id="\d+"\/>/g)).toHaveLength(28)
    // As ISO 29500-1, 17.18.59 counts.
    expect(text).toMatch(/NOTEREF note_bb_call [^<]*<\/w:instrText><w:fldChar [^>]*\/><w:t[^>]*>bb<\/w:t>/)
  })

  test('keeps words that look like names of its own', async () => {
    const part = await partsOf(documentOf('The bookmark _Toc987654 is spoken of.'))
    expect(wordsOfPart(part('word/document.xml'))).toContain('The bookmark _Toc987654 is spoken of.')
  })

  test('has a callout with its name over it, in styles of its own', async () => {
    const text = (await partsOf(documentOf('> [!caution]\n> Mind the gap.\n')))('word/document.xml')
    const paragraph = (style: string, words: string) =>
      new RegExp(`<w:pStyle w:val="${style}"/>(?:(?!</w:p>)[\\s\\S])*${words}`)
    expect(text).toMatch(paragraph('CalloutName', 'Caution'))
    expect(text).toMatch(paragraph('CalloutText', 'Mind the gap.'))
  })

  test('draws what is quoted again and again no narrower than half of the text', async () => {
    const table = `${'> '.repeat(40)}| a | b |\n${'> '.repeat(40)}|---|---|\n${'> '.repeat(40)}| c | d |\n`
    const text = (await partsOf(documentOf(table)))('word/document.xml')
    const widths = [...text.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(2)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(4000)
  })

  test.each([
    ['in one of its paragraphs', 5, 3],
    ['over two of them', 9, 5],
  ])('has a finding of a loose item at that item, %s', async (_, endColumn, endLine) => {
    const body = '- a 12 percent\n\n- b 34 percent\n\n  that is c 56 percent\n'
    const finding: Finding = {
      rule: 'number-unsourced',
      severity: 'warning',
      line: 3,
      column: 3,
      endLine,
      endColumn,
      message: 'Unsourced.',
      evidence: null,
    }
    const parts = await docxParts(
      await writeDocx(documentOf(body), {
        findings: [finding],
        body,
        pictureOf: async () => null,
        changedAt,
        onUnknown: () => undefined,
      }),
    )
    const text = parts.get('word/document.xml') ?? ''
    expect(text).toMatch(/<w:commentRangeStart w:id="0"\/>(?:(?!<\/w:p>)[\s\S])*34/)
  })

  test('has notes after the text and in the annex as a list with links both ways', async () => {
    for (const notes of ['end', 'annex'] as const) {
      const text = (await partsOf(richDocument({ notes, contents: false })))('word/document.xml')
      for (const name of ['note_a', 'note_a_call']) {
        expect(text).toContain(`w:anchor="${name}"`)
        expect(text).toContain(`w:name="${name}"`)
      }
      const [before, after] = [notes === 'end' ? 'Last words' : 'Annex', notes === 'end' ? 'Sources' : null]
      const words = wordsOfPart(text)
      const at = words.indexOf('Note 1: minutes')
      expect(at).toBeGreaterThan(words.lastIndexOf(before))
      if (after) expect(at).toBeLessThan(words.lastIndexOf(`\n${after}\n`))
    }
  })

  test('bears its marking above and below each page, and the number of the page', async () => {
    const part = await partsOf(richDocument())
    for (const number of [1, 2]) {
      expect(wordsOfPart(part(`word/header${number}.xml`))).toContain('OFFICIAL')
      expect(wordsOfPart(part(`word/footer${number}.xml`))).toContain('OFFICIAL')
      expect(part(`word/footer${number}.xml`)).toMatch(/Page [\s\S]*PAGE[\s\S]* of [\s\S]*NUMPAGES/)
    }
  })

  test('numbers paragraphs, lists, evidence and sources by Word’s own numbering', async () => {
    const part = await partsOf(richDocument({ numbered: true }))
    const numbering = part('word/numbering.xml')
    expect(numbering).toContain('w:lvlText w:val="E%1"')
    expect(numbering).toMatch(/<w:start w:val="7"\/><w:numFmt w:val="lowerLetter"\/>/)
    const text = part('word/document.xml')
    expect(text.match(/w:pStyle w:val="NumberedParagraph"/g)?.length).toBe(
      richDocument({ numbered: true }).body.match(/class="numbered"/g)?.length,
    )
    // The numbers are Word’s, so none of them is typed.
    expect(wordsOfPart(text)).not.toMatch(/^1\. Japan holds/m)
  })

  test('links the number of a source to its place in the list', async () => {
    const text = (await partsOf(richDocument()))('word/document.xml')
    expect(text).toMatch(/<w:hyperlink [^>]*w:anchor="source_1"/)
    expect(text).toContain('w:name="source_1"')
    expect(text).toContain('w:name="evidence_E1"')
  })

  test('repeats the head of a table on each page', async () => {
    const text = (await partsOf(richDocument()))('word/document.xml')
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(text).toContain('<w:tblStyle w:val="BriefTable"/>')
  })

  test('has open findings as comments at their words, and others on the title', async () => {
    const finding: Finding = {
      rule: 'number-unsourced',
      severity: 'warning',
      line: 5,
      column: 1,
      endLine: 5,
      endColumn: 12,
      message: 'A number <has> no source.',
      evidence: null,
    }
    const whole = { ...finding, line: 1, endLine: 1, endColumn: 1, message: 'Too long.' }
    const answered = { ...finding, message: 'Known.', answer: 'It may stand.' }
    const part = await partsOf(richDocument({ notes: 'end' }), [finding, whole, answered])
    expect(wordsOfPart(part('word/comments.xml'))).toContain('A number <has> no source.')
    expect(wordsOfPart(part('word/comments.xml'))).not.toContain('Known.')
    const text = part('word/document.xml')
    expect(text).toMatch(/<w:commentRangeStart w:id="0"\/>(?:(?!<\/w:p>)[\s\S])*Japan holds/)
    expect(text).toMatch(/<w:commentRangeStart w:id="1"\/>(?:(?!<\/w:p>)[\s\S])*What Japan may do/)
  })

  test('has no comment between two footnotes: it stands on the title, and says on which words it is', async () => {
    const line = richBody.split('\n').findIndex(each => each.startsWith('- first item')) + 1
    const finding: Finding = {
      rule: 'number-unsourced',
      severity: 'warning',
      line,
      column: 3,
      endLine: line,
      endColumn: 13,
      message: 'It has no source.',
      evidence: null,
    }
    const part = await partsOf(richDocument(), [finding])
    expect(wordsOfPart(part('word/comments.xml'))).toContain('On “first item”: It has no source.')
    expect(part('word/document.xml')).toMatch(
      /<w:commentRangeStart w:id="0"\/>(?:(?!<\/w:p>)[\s\S])*What Japan may do/,
    )
  })

  test('shows a picture with its words, and says which picture is missing', async () => {
    const blocks = [
      {
        line: 1,
        html: '<figure class="picture"><img src="attachments/ab" alt="A harbour"><figcaption>Fig</figcaption></figure>',
      },
    ]
    const document = { ...richDocument(), blocks }
    const shown = (await partsOf(document, [], pngOf(2000, 1000)))('word/document.xml')
    expect(shown).toContain('descr="A harbour"')
    // As wide as the text of an A4 page: 598 pixels of 9525 EMU.
    expect(shown).toContain('cx="5695950"')
    const missing = wordsOfPart((await partsOf(document))('word/document.xml'))
    expect(missing).toContain('Picture missing: A harbour')
  })

  test('sets words of scripts from right to left as such', async () => {
    const text = (await partsOf(richDocument()))('word/document.xml')
    expect(text.match(/<w:bidi\/>/g)).toHaveLength(1)
    expect(text).toMatch(/<w:rtl\/>[\s\S]{0,80}שלום עולם/)
  })
})
