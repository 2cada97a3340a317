import { expect, test } from 'vitest'
import { directionOf, languageOf, writingAttributes } from '../../../shared/markdown/writing.ts'

test('a text is written in the direction that most of its letters have', () => {
  expect(directionOf('قال وزير المالية (2025)')).toBe('rtl')
  expect(directionOf('IMF: قال الصندوق إن الدين يرتفع')).toBe('rtl')
  expect(directionOf('الوزارة said that it will not sell')).toBe('ltr')
  expect(directionOf('שלום')).toBe('rtl')
  expect(directionOf('2025 – 1.13')).toBeNull()
})

test('characters of East Asia give their language away where only one has them', () => {
  expect(languageOf('日本国債の売却')).toBe('ja')
  expect(languageOf('한국은행은 美國 국채')).toBe('ko')
  expect(languageOf('财政部长说，国债是一张牌')).toBe('zh-Hans')
  expect(languageOf('日本国債')).toBeNull()
  expect(languageOf('The word 国債の in an English sentence')).toBeNull()
  expect(languageOf('2025')).toBeNull()
})

test('an element says only what differs from what stands around it', () => {
  expect(writingAttributes('שלום')).toBe(' dir="rtl"')
  expect(writingAttributes('שלום', 'rtl')).toBe('')
  expect(writingAttributes('words', 'rtl')).toBe(' dir="ltr"')
  expect(writingAttributes('3', 'rtl')).toBe('')
  expect(writingAttributes('한국')).toBe(' lang="ko"')
})
