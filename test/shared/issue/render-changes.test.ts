import { describe, expect, test } from 'vitest'
import type { FrozenBrief } from '../../../shared/issue/frozen-brief.ts'
import { renderChanges } from '../../../shared/issue/render-changes.ts'
import { treasuries } from '../brief/records.ts'
import { changesBetween, frozen } from './frozen.ts'

const days = { from: '2025-05-03', to: '2025-05-09' }

function html(before: FrozenBrief, after: FrozenBrief, markings: (string | null)[] = []): string {
  return renderChanges(changesBetween(before, after), { markings, days, paper: 'a4' }).html
}

describe('the document of changes', () => {
  const body = '# One\n\nFirst.\n\nSecond.\n\n# Two\n\nThird.\n\nFourth stays.\n\nFifth.'
  const edited = body.replace('Fourth stays.', 'Fourth **stays** here.')

  test('strikes what went and underlines what came, under the heading that it stands under, and folds the rest', () => {
    const text = /<div class="changed-text">\n([\s\S]*?)<\/div>/.exec(html(frozen(body), frozen(edited)))?.[1]
    expect(text?.trim().split('\n')).toEqual([
      '<p class="folded">3 paragraphs unchanged</p>',
      '<h3 class="same">Two</h3>',
      '<p class="folded">1 paragraph unchanged</p>',
      '<p class="changed">Fourth stays<ins> here</ins>.</p>',
      '<p class="folded">1 paragraph unchanged</p>',
    ])
  })

  test('says of which versions it is, and tells evidence by its old and new value', () => {
    const after = frozen(body)
    after.evidence = { ...after.evidence, figures: [{ ...treasuries, value: '1270000000000' }] }
    const shown = html(frozen(body), after)
    expect(shown).toContain('<dd>v1, issued 3 May 2025</dd>')
    expect(shown).toContain('<dd>As it stands on 9 May 2025, not issued</dd>')
    expect(shown).toMatch(/<del>\$1\.13 trillion<\/del> <span[^>]*>→<\/span> <ins>\$1\.27 trillion<\/ins>/)
    expect(shown).toMatch(/<h2>Text<\/h2>\n<p class="folded">Unchanged<\/p>/)
  })

  test('of which nothing changed says so', () => {
    expect(html(frozen(body), frozen(body))).toContain('Nothing changed')
  })

  test.each([
    [[null, null], null],
    [['OFFICIAL', null], 'OFFICIAL'],
    [['SECRET', 'OFFICIAL'], 'SECRET'],
    [['official', 'OFFICIAL-SENSITIVE'], 'OFFICIAL-SENSITIVE'],
    [['House rules', 'SECRET'], 'HOUSE RULES / SECRET'],
  ])('bears the higher of the markings %j', (markings, shown) => {
    expect(/<p class="marking">([^<]*)/.exec(html(frozen(body), frozen(edited), markings))?.[1] ?? null).toBe(
      shown,
    )
  })

  test('shows what was written as it was written, and never as HTML', () => {
    const after = frozen('<img src=x onerror=alert(1)> **<b>**', { title: '<script>' })
    expect(html(frozen(body), after)).not.toMatch(/<(?:img|b|script)\b/)
  })
})
