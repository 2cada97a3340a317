import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lexMarkdown } from '../../../shared/markdown/lex-markdown.ts'
import { liveTokens } from '../../../shared/markdown/live-tokens.ts'
import '../../property-seed.ts'

const pieces = fc.constantFrom(
  'Words. ',
  'More *words*',
  '\n',
  '\n\n',
  '\n\n',
  '\n \n',
  '# Head\n',
  '===\n',
  '---\n',
  '> ',
  '- ',
  '1. ',
  '    ',
  '  ',
  '\t',
  '`',
  '```\n',
  '~~~\n',
  '<!--',
  '-->',
  '| a | b |\n',
  '|---|---|\n',
  ':quote["one"]{#one}',
  '::figure{#two}\n',
  '::sources\n',
  '[^a]',
  '[^a]: ',
  '[x]: http://example.org\n',
  '[x]',
  '> [!note]\n',
  '- [ ] ',
  '\\',
  '\r\n',
)
const text = fc.array(pieces, { maxLength: 60 }).map(all => all.join(''))
const edit = fc.record({ from: fc.nat(400), length: fc.nat(12), insert: fc.oneof(pieces, fc.constant('')) })

/** Without marked's table of links, which hangs on the list of a whole text. */
const tokensOf = (markdown: string) => [...lexMarkdown(markdown)]

test('whatever is typed, the tokens are those of the whole text', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 12 }), (begun, edits) => {
      const read = liveTokens()
      let now = begun
      read(now)
      for (const { from, length, insert } of edits) {
        const start = Math.min(from, now.length)
        now = now.slice(0, start) + insert + now.slice(start + length)
        expect([...read(now)]).toEqual(tokensOf(now))
      }
    }),
    { numRuns: 3000 },
  )
})

const paragraphs = (count: number) => Array.from({ length: count }, (_, number) => `Paragraph ${number}.`)

test('blocks away from a change are the same tokens', () => {
  const read = liveTokens()
  const written = paragraphs(100)
  const before = read(written.join('\n\n'))
  const after = read(written.with(50, 'Paragraph 50 now.').join('\n\n'))
  const changed = after.filter((token, place) => token !== before[place])
  expect(after).toHaveLength(before.length)
  expect(changed.length).toBeLessThan(8)
  expect(changed.map(({ raw }) => raw)).toContain('Paragraph 50 now.')
})

test('a fence that is opened takes all that follows with it, and gives it back', () => {
  const read = liveTokens()
  const whole = paragraphs(50)
  read(whole.join('\n\n'))
  const fenced = whole.with(10, '```').join('\n\n')
  expect([...read(fenced)]).toEqual(tokensOf(fenced))
  expect(read(fenced).at(-1)?.type).toBe('code')
  expect([...read(whole.join('\n\n'))]).toEqual(tokensOf(whole.join('\n\n')))
})
