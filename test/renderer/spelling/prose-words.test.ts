import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proseWords } from '../../../renderer/spelling/prose-words.ts'
import { directiveGrammar, noteGrammar } from '../../../shared/markdown/grammar.ts'
import { parsed } from '../parsed-state.ts'

const grammar = markdown({ base: markdownLanguage, extensions: [directiveGrammar, noteGrammar] })

function stateOf(doc: string): EditorState {
  return parsed(EditorState.create({ doc, extensions: grammar }))
}

function wordsOf(doc: string): string[] {
  return proseWords(stateOf(doc), { from: 0, to: doc.length }, 'en').map(({ word }) => word)
}

describe('the words whose spelling is checked', () => {
  test.each([
    ['prose with marks', '## Next *steps*\n\n- **Agreed** points', ['Next', 'steps', 'Agreed', 'points']],
    ['contractions', 'They don’t “agree”.', ['They', 'don’t', 'agree']],
    ['hyphens and slashes', 'well-being and/or', ['well', 'being', 'and', 'or']],
    ['tables', '| Yuan | Yen |\n|---|---|\n| low | high |', ['Yuan', 'Yen', 'low', 'high']],
    [
      'the words of links and pictures',
      '[text](https://x.org/teh) ![alt words](a.png)',
      ['text', 'alt', 'words'],
    ],
  ])('are those of %s', (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test.each([
    ['code', '`teh` and\n\n```\ntehn\n```'],
    ['references with their words', ':quote["teh wrods"]{#kato} and\n\n::figure{#bonds}'],
    ['blocks', '::timeline[Teh time]{from=2025}\n\nand'],
    ['comments', 'and <!-- teh -->\n\n<!-- teh -->'],
    ['addresses', 'https://example.org/teh teh@example.org www.teh.org and <https://teh.org>'],
    ['words with digits', 'Q3 5th covid19 and'],
    ['acronyms and names with capitals inside', 'NATO GmbH iPhone MPs and'],
    ['abbreviations', 'e.g. U.S. and'],
    ['notes by their names', 'and[^teh]\n\n[^teh]: and'],
    ['the head of a file', '---\ntitel: teh\n---\n\nand'],
    ['other scripts', 'and 政府 правительство'],
    ['halves of compounds', 'Haushalts- and'],
  ])('are not those of %s', (_what, text) => {
    expect(new Set(wordsOf(text))).toEqual(new Set(['and']))
  })

  test('stand where they are said to stand', () => {
    const piece = fc.constantFrom(
      'teh',
      '`x`',
      ' ',
      '\n',
      '**',
      'it’s',
      'a-b',
      ':quote[x]{#y}',
      '| ',
      'Ünder',
      '\n\n',
      '政',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const doc = pieces.join('')
        for (const { from, to, word } of proseWords(stateOf(doc), { from: 0, to: doc.length }, 'en'))
          expect(doc.slice(from, to)).toBe(word)
      }),
    )
  })

  test('are in the language of their paragraph', () => {
    const doc = 'They said it.\n\n> Die Regierung hat das nicht gewollt und wird es auch nicht tun.'
    const languages = new Set(
      proseWords(stateOf(doc), { from: 0, to: doc.length }, 'en').map(w => w.language),
    )
    expect([...languages]).toEqual(['en', 'de'])
  })
})
