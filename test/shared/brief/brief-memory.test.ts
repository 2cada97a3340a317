import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BriefParts, briefMemory, composeBrief } from '../../../shared/brief/compose-brief.ts'
import { renderPieces } from '../../../shared/brief/render-brief.ts'
import { briefWith, evidence, kato, source } from './records.ts'
import '../../property-seed.ts'

const pieces = fc.constantFrom(
  'Words of it. ',
  '\n\n',
  '\n\n',
  '\n',
  '# Head\n\n',
  '## Head\n\n',
  '> # Quoted\n\n',
  '> ',
  '- ',
  ':quote["an option"]{#kato-option} ',
  ':figure[]{#us-treasuries} ',
  ':source[]{#none} ',
  '\n\n::quote{#kato-option}\n\n',
  '\n\n::decision{}\n\n',
  '\n\n::sources\n\n',
  '\n\n::timeline{}\n\n',
  'called[^a] ',
  'called[^b] ',
  '\n\n[^a]: A note[^b] with :quote[]{#kato-option}.\n\n',
  '\n\n[^b]: # Another\n\n',
  `\n\n![A chart](attachments/${'ab12'.repeat(16)})\n\n`,
  '```\n',
  'שלום ',
  '東京 ',
  '[link](#head) ',
)
const text = fc.array(pieces, { maxLength: 30 }).map(all => all.join(''))
const edit = fc.record({
  from: fc.nat(400),
  length: fc.nat(10),
  insert: fc.oneof(pieces, fc.constant('')),
  isNumbered: fc.boolean(),
  said: fc.constantFrom(kato.text, 'Something else.'),
})

test('whatever is typed, and whatever becomes of its records, a brief looks as it does when it is composed afresh', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 8 }), (begun, edits) => {
      const memory = briefMemory()
      let body = begun
      for (const { from, length, insert, isNumbered, said } of edits) {
        const start = Math.min(from, body.length)
        body = body.slice(0, start) + insert + body.slice(start + length)
        const quotes = evidence.quotes.map(each => (each.id === kato.id ? { ...each, text: said } : each))
        const parts: BriefParts = {
          brief: briefWith(body),
          template: { title: 'Note', numbered: isNumbered, annex: true, contents: true },
          evidence: { ...evidence, quotes },
          sources: [source],
        }
        const [remembered, afresh] = [composeBrief(parts, memory), composeBrief(parts)]
        expect(renderPieces(remembered)).toEqual(renderPieces(afresh))
        expect(remembered).toEqual(afresh)
      }
    }),
    { numRuns: 1000 },
  )
})
