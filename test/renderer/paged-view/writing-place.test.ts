import { describe, expect, test } from 'vitest'
import { landmarksOf, offsetOf, placeOf } from '../../../renderer/paged-view/writing-place.ts'

const body = '## Summary\n\nOne.\n\n## A *plain* `word`[^1]\n\nTwo.\n\n[^1]: Small print.\n'
const second = body.indexOf('## A')
const title = { words: 'Tokyo', at: 0.1 }
const summary = { words: 'Summary', at: 0.25 }
const plain = { words: 'A plain word a', at: 1.5 }

describe('what is written and what is printed', () => {
  test('meet at the headings that both have, between the title and what comes after the text', () => {
    const sources = { words: 'Sources', at: 2.25 }
    expect(landmarksOf(body, [title, summary, plain, sources], 3)).toEqual([
      { offset: 0, at: 0.1 },
      { offset: 0, at: 0.25 },
      { offset: second, at: 1.5 },
      { offset: body.length, at: 2.25 },
    ])
  })

  test('pass over a heading that is not printed, or not yet', () => {
    expect(landmarksOf(body, [title, plain], 2)).toEqual([
      { offset: 0, at: 0.1 },
      { offset: second, at: 1.5 },
      { offset: body.length, at: 2 },
    ])
    expect(landmarksOf(body, [], 1)).toEqual([
      { offset: 0, at: 0 },
      { offset: body.length, at: 1 },
    ])
  })

  test('tell headings of the same words by their order', () => {
    const twice = '## Risks\n\nOne.\n\n## Risks\n\nTwo.\n'
    const printed = [title, { words: 'Risks', at: 0.5 }, { words: 'Risks', at: 1.5 }]
    expect(landmarksOf(twice, printed, 2).map(({ at }) => at)).toEqual([0.1, 0.5, 1.5, 2])
  })

  test('take no heading that only begins with the same words', () => {
    expect(landmarksOf('## Risk\n', [title, { words: 'Risk and reward', at: 0.5 }], 1)).toHaveLength(2)
  })

  test('are as far down as they are far on between two headings, both ways', () => {
    const landmarks = [
      { offset: 0, at: 0.5 },
      { offset: 100, at: 1.5 },
      { offset: 200, at: 1.75 },
    ]
    expect(placeOf(landmarks, 50)).toBe(1)
    expect(placeOf(landmarks, 100)).toBe(1.5)
    expect(placeOf(landmarks, 900)).toBe(1.75)
    expect(offsetOf(landmarks, 1)).toBe(50)
    expect(offsetOf(landmarks, 0)).toBe(0)
    expect(offsetOf(landmarks, 1.625)).toBe(150)
    expect(offsetOf(landmarks, 5)).toBe(200)
  })
})
