import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Move,
  moveSection,
  moveSectionBefore,
  sectionAt,
  sectionsOf,
} from '../../../shared/markdown/sections.ts'

const brief = `Before.

## Issue

Whether.

### Timing

By June.

### *Risk* of :quote[a sale]{#kato}[^1]

High.

## Background

\`\`\`
## no heading
\`\`\`

## Argument

Keep.`

function withMove(body: string, move: Move | null): string {
  if (!move) throw new Error('Nothing was moved.')
  const { start, end, text } = move.edit
  return body.slice(0, start) + text + body.slice(end)
}

const words = (body: string) => sectionsOf(body).map(section => section.words)

describe('the sections of a brief', () => {
  test('a section ends where the next of its level begins, and reads as its heading does', () => {
    expect(
      sectionsOf(brief).map(({ level, words, from, to }) => [
        level,
        words,
        brief.slice(to, to + 6),
        from === brief.indexOf('#', from),
      ]),
    ).toEqual([
      [2, 'Issue', '## Bac', true],
      [3, 'Timing', '### *R', true],
      [3, 'Risk of a sale', '## Bac', true],
      [2, 'Background', '## Arg', true],
      [2, 'Argument', '', true],
    ])
  })

  test('the cursor is in the innermost section before it', () => {
    const sections = sectionsOf(brief)
    expect(sectionAt(sections, 3)).toBe(-1)
    expect(sectionAt(sections, brief.indexOf('By June'))).toBe(1)
    expect(sectionAt(sections, brief.length)).toBe(4)
  })

  test('a section moves with everything below it', () => {
    const moved = withMove(brief, moveSection(brief, 0, 1))
    expect(words(moved)).toEqual(['Background', 'Issue', 'Timing', 'Risk of a sale', 'Argument'])
    expect(moved).toContain('High.\n\n## Argument\n\nKeep.')
    expect(withMove(moved, moveSection(moved, 1, -1))).toBe(brief)
  })

  test('the last section moves up without running into the next', () => {
    const move = moveSection(brief, 4, -1)
    const moved = withMove(brief, move)
    expect(words(moved)).toEqual(['Issue', 'Timing', 'Risk of a sale', 'Argument', 'Background'])
    expect(moved).toContain('Keep.\n\n## Background')
    expect(moved.slice(move?.headingAt)).toMatch(/^## Argument/)
  })

  test('a section stays in the one that it is part of', () => {
    expect(moveSection(brief, 1, -1)).toBeNull()
    expect(moveSection(brief, 2, 1)).toBeNull()
    expect(moveSection(brief, 0, -1)).toBeNull()
    expect(moveSection(brief, 4, 1)).toBeNull()
  })

  test('one that is dropped goes before another or to the end, and not into itself', () => {
    expect(words(withMove(brief, moveSectionBefore(brief, 4, 0)))[0]).toBe('Argument')
    expect(words(withMove(brief, moveSectionBefore(brief, 0, 5))).at(-3)).toBe('Issue')
    expect(words(withMove(brief, moveSectionBefore(brief, 2, 1))).slice(1, 3)).toEqual([
      'Risk of a sale',
      'Timing',
    ])
    expect(moveSectionBefore(brief, 0, 2)).toBeNull()
    expect(moveSectionBefore(brief, 0, 0)).toBeNull()
  })

  test('no move loses or makes a line, or takes the heading out of place', () => {
    const block = fc.constantFrom(
      '## A',
      '## B',
      '### C',
      '#### D',
      'Words.',
      '- item',
      '> said',
      '| a |\n| - |\n| 1 |',
    )
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.nat(12),
        fc.boolean(),
        (blocks, index, other, isStep) => {
          const body = blocks.join('\n\n')
          const before = sectionsOf(body)
          const move = isStep
            ? moveSection(body, index, other % 2 === 0 ? 1 : -1)
            : moveSectionBefore(body, index, other)
          if (!move) return
          const moved = withMove(body, move)
          const sorted = (text: string) => text.split('\n\n').sort()
          expect(sorted(moved)).toEqual(sorted(body))
          const there = sectionsOf(moved).find(({ from }) => from === move.headingAt)
          expect(there?.words).toBe(before[index]?.words)
        },
      ),
    )
  })
})
