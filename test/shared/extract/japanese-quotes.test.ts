import { describe, expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const quotesIn = (text: string) => findEvidence(text, null, 'ja').quotes
const words = '港の壁はもう長くは持たない'

describe('who speaks in Japanese', () => {
  test.each<
    [text: string, speaker: string, role: string | null, organisation: string | null, cue: string | null]
  >([
    [`北野春子市長は「${words}」と述べた。`, '北野春子', '市長', null, '述べた'],
    [`港銀行の北野春子総裁は、「${words}」と語った。`, '北野春子', '総裁', '港銀行', '語った'],
    [`「${words}」と、北野春子氏は指摘した。`, '北野春子', null, null, '指摘した'],
    [`港証券のハンス・ベル氏によると、「${words}」という。`, 'ハンス・ベル', null, '港証券', 'いう'],
    [`北野春子財務相は会見で「${words}」との考えを示した。`, '北野春子', '財務相', null, '示した'],
    [
      `港証券のアナリスト、北野春子氏は「${words}」と分析する。`,
      '北野春子',
      'アナリスト',
      '港証券',
      '分析する',
    ],
    [
      `港銀行の広報担当者は「${words}」とコメントした。`,
      '広報担当者',
      '広報担当者',
      '港銀行',
      'コメントした',
    ],
    [`「${words}」。北野春子市長は会見でこう強調した。`, '北野春子', '市長', null, '強調した'],
    [`北野春子前市長（61）は記者団に「${words}」と話している。`, '北野春子', '前市長', null, '話している'],
  ])('%s', (text, ...expected) => {
    expect(quotesIn(text).map(quote => [quote.speaker, quote.role, quote.organisation, quote.cue])).toEqual([
      expected,
    ])
    expect(quotesIn(text)[0]?.text).toBe(words)
  })

  test('a surname is the full name of the text, with its role', () => {
    const text = `北野春子市長が港を訪れた。\n北野氏は「${words}」と述べた。`
    expect(quotesIn(text)).toMatchObject([{ speaker: '北野春子', role: '市長' }])
  })

  test('a sentence of its own after somebody spoke is theirs', () => {
    const text = `北野春子市長は「${words}」と述べた。「急いで直さなければならない。」`
    expect(quotesIn(text).map(({ speaker }) => speaker)).toEqual(['北野春子', '北野春子'])
  })
})

test.each([
  ['a title', '北野春子市長は『港の長い一日と夜の物語』を読んだ。'],
  ['a term', '北野春子市長は「港湾整備基本計画推進本部」を作った。'],
  ['nobody’s words', `「${words}」`],
])('%s is no speech', (_, text) => {
  expect(quotesIn(text)).toEqual([])
})

test('people are named by their titles', () => {
  const { people } = findEvidence('港銀行の北野春子総裁と南氏が会った。', null, 'ja')
  expect(people.map(({ text, name, role }) => [text, name, role])).toEqual([
    ['北野春子', '北野春子', '総裁'],
    ['南', '南', null],
  ])
})
