import { expect, test } from 'vitest'
import { passagesAround } from '../../../main/carried/passages.ts'
import { anchorAt } from '../../../shared/model/anchor.ts'

function passagesOf(text: string, words: readonly string[], pages: { label: string; start: number }[] = []) {
  const anchors = words.map(each => {
    const start = text.indexOf(each)
    return anchorAt({ id: 'a', text }, start, start + each.length)
  })
  return passagesAround({ text, kind: 'markdown', pages }, anchors)
}

const textsOf = (passages: { text: string }[]) => passages.map(({ text }) => text)

test('a passage is the paragraph that the words stand in, with the marks that make it one', () => {
  const text = '# Title\n\n- One **point** here.\n- Another.\n\nThe last.\n'
  expect(textsOf(passagesOf(text, ['point', 'last']))).toEqual(['- One **point** here.', 'The last.'])
})

test('of a long paragraph only whole words near the words travel', () => {
  const text = `${'before '.repeat(100)}THESE${' after'.repeat(100)}`
  const [passage] = textsOf(passagesOf(text, ['THESE']))
  expect(passage).toMatch(/^(?:before )+THESE(?: after)+$/)
  expect(passage?.length).toBeLessThan(410)
})

test('what has no spaces is cut between characters, also those of two code units', () => {
  for (const shift of ['', '日']) {
    const text = `${'😀'.repeat(150)}${shift}言葉${shift}${'😀'.repeat(150)}`
    const [passage = ''] = textsOf(passagesOf(text, ['言葉']))
    expect(passage.isWellFormed()).toBe(true)
    expect(passage.length).toBeGreaterThan(390)
  }
})

test('passages that touch are one, in the order of the text, and words that are not at their place have none', () => {
  const text = 'First words and second words.\n\nThird words.'
  expect(textsOf(passagesOf(text, ['Third', 'second', 'First']))).toEqual([
    'First words and second words.',
    'Third words.',
  ])
  const lost = { ...anchorAt({ id: 'a', text }, 0, 5), position: { start: 1, end: 6 } }
  expect(passagesAround({ text, kind: 'markdown', pages: [] }, [lost])).toEqual([])
})

test('a passage knows the page that it begins on, and those that begin in it', () => {
  const text = 'One.\n\nTwo and three.'
  const pages = [
    { label: 'i', start: 0 },
    { label: 'ii', start: 10 },
  ]
  expect(passagesOf(text, ['Two'], pages)).toEqual([
    {
      start: 6,
      text: 'Two and three.',
      pages: [
        { label: 'i', start: 0 },
        { label: 'ii', start: 4 },
      ],
    },
  ])
})
