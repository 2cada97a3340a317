import { describe, expect, test } from 'vitest'
import { authorsOf, languageOf, titleOf } from '../../../../main/capture/pdf/facts.ts'

describe('what the metadata say', () => {
  test.each([
    ['A wall for the estuary', 'A wall for the estuary'],
    ['  A wall\nfor the estuary ', 'A wall for the estuary'],
    ['Microsoft Word - wall_final.docx', null],
    ['Microsoft Word - A wall', null],
    ['wall-v3.indd', null],
    ['untitled', null],
    ['Document1', null],
    ['final_draft_2', null],
    ['', null],
    [undefined, null],
  ])('is a title where it is one: %s', (written, title) => {
    expect(titleOf(written)).toBe(title)
  })

  test.each([
    ['Maren Holt', ['Maren Holt']],
    ['Maren Holt; Joris van Beck', ['Maren Holt', 'Joris van Beck']],
    ['Maren Holt, Joris Beck and Ada Lind', ['Maren Holt', 'Joris Beck', 'Ada Lind']],
    ['Ministry of Finance', ['Ministry of Finance']],
    ['Office for Water', ['Office for Water']],
    ['山田太郎', ['山田太郎']],
    ['jdoe', []],
    ['Jdoe', []],
    ['j.doe@example.org', []],
    ['Microsoft Office User', []],
    ['Administrator', []],
    [null, []],
  ])('names authors where they are people or bodies: %s', (written, authors) => {
    expect(authorsOf(written)).toEqual(authors)
  })

  test.each([
    ['en-GB', 'en-GB'],
    ['de_CH', 'de-CH'],
    ['x', null],
    ['', null],
    [null, null],
  ])('is a language where it is a tag of one: %s', (written, language) => {
    expect(languageOf(written)).toBe(language)
  })
})
