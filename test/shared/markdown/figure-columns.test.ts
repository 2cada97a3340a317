import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOfHtml } from '../../../shared/markdown/escape-html.ts'
import { alignFigures, decimalMarkIn } from '../../../shared/markdown/figure-columns.ts'

/** Each cell as what stands before and after its mark. */
function parts(cells: readonly string[], mark: '.' | ',' = '.') {
  return (
    alignFigures(cells, mark)?.map(cell =>
      cell.split(/<span class="after-mark"[^>]*>/).map(part => wordsOfHtml(part)),
    ) ?? null
  )
}

const widest = (cells: readonly string[]) =>
  /data-widest="([^"]*)"/.exec(alignFigures(cells, '.')?.[0] ?? '')?.[1]

describe('a column of figures', () => {
  test('is divided at the decimal mark, or after the whole part where there is none', () => {
    expect(parts(['1,234.5', '12', '.25', '−3.75'])).toEqual([
      ['1,234', '.5'],
      ['12', ''],
      ['', '.25'],
      ['−3', '.75'],
    ])
  })

  test('may have currencies, units, qualifiers and negative numbers in brackets', () => {
    expect(
      parts(['$1.13 trillion', 'about €800 billion', 'USD 12', '(4.5%)', '+2 pp', '3 km²', '7 zł']),
    ).toEqual([
      ['$1', '.13 trillion'],
      ['about €800', ' billion'],
      ['USD 12', ''],
      ['(4', '.5%)'],
      ['+2', ' pp'],
      ['3', ' km²'],
      ['7', ' zł'],
    ])
  })

  test('has dashes where there is no figure, as its units have, and empty cells as they are', () => {
    expect(parts(['12.5', '–', '', 'n/a'])).toEqual([['12', '.5'], ['–', ''], [''], ['n/a', '']])
  })

  test('makes room for the widest of what follows the marks', () => {
    expect(widest(['1.25%', '3.75%', '4%'])).toBe('.00%\n%')
  })

  test('has the decimal comma, and points between thousands, where its language has', () => {
    expect(parts(['1.234,5', '12'], ',')).toEqual([
      ['1.234', ',5'],
      ['12', ''],
    ])
    expect(parts(['1.234,5', '12'], '.')).toBeNull()
    expect(['en-GB', 'de', 'fr-CA'].map(decimalMarkIn)).toEqual(['.', ',', ','])
  })

  test('lets the marks of sources and notes hang, wherever the figure is divided', () => {
    const note = '<sup class="note-call" id="note-a-call"><a href="#note-a">a</a></sup>'
    const figure = `<span data-reference="x" class="datum">1.13 trillion</span>${note}`
    expect(alignFigures([figure, `12${note}`], '.')).toEqual([
      '<span data-reference="x" class="datum">1</span><span class="after-mark" data-widest=".00 trillion\n">' +
        `<span data-reference="x" class="datum">.13 trillion</span><span class="hung">${note}</span></span>`,
      `12<span class="after-mark" data-widest=".00 trillion\n"><span class="hung">${note}</span></span>`,
    ])
  })

  test('keeps what a figure is set in whole', () => {
    expect(alignFigures(['<strong>1,234.5</strong>', '<em>12</em>'], '.')).toEqual([
      '<strong>1,234</strong><span class="after-mark" data-widest=".0\n"><strong>.5</strong></span>',
      '<em>12</em><span class="after-mark" data-widest=".0\n"></span>',
    ])
  })
})

describe('no column of figures', () => {
  test.each([
    ['words', ['12', 'twelve']],
    ['ranges and ratios', ['5–7', '3:1']],
    ['days', ['3 May', '14 June']],
    ['addresses', ['10 Downing Street', '11 Downing Street']],
    ['years', ['2024', '2025']],
    ['signs that there is none', ['–', '–']],
    ['two lines', ['1<br>2', '3']],
    ['numbered words', ['1. First', '2. Second']],
    ['no rows', []],
  ])('is one of %s', (_, cells) => {
    expect(alignFigures(cells, '.')).toBeNull()
  })
})

test('no words are added to a column, taken from it or put in another order', () => {
  const cell = fc.array(
    fc.constantFrom('1', '2', ',', '.', '$', '%', ' ', '-', '&#38;', '<em>', '</em>', '<sup>a</sup>', 'm'),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 3 }), cells => {
      const html = cells.map(pieces => pieces.join(''))
      const aligned = alignFigures(html, '.') ?? html
      expect(aligned.map(wordsOfHtml)).toEqual(html.map(wordsOfHtml))
    }),
  )
})
