import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../renderer/editor/blocks.ts'
import { emptyLists } from '../../../renderer/state/lists.ts'
import type { Figure } from '../../../shared/model/records.ts'
import { parseReferences } from '../../../shared/references/parse-references.ts'
import { unsetFigure } from '../../unset-fields.ts'

const next = '$' + '{}'
const today = new Date(2025, 4, 3, 23, 30)

function templateOf(label: string, body = '', figures: Figure[] = []): string | undefined {
  return blocksFor({ lists: { ...emptyLists, figures }, today, body }).find(block => block.label === label)
    ?.template
}

describe('the blocks of a brief', () => {
  test('today is the day on the clock of this machine', () => {
    expect(templateOf('Date of today')).toBe(`3 May 2025${next}`)
  })

  test.each([
    ['', '[^1]: '],
    ['Said.[^1]', '[^1]: '],
    ['Said.[^1]\n\n[^1]: By telephone.', '[^2]: '],
    ['Said.[^1] Meant.[^why]\n\n[^1]: By telephone.', '[^why]: '],
  ])('the note for “%s” is the one that is called and not written, else a new one', (body, mark) => {
    expect(templateOf('Footnote', body)).toBe(`${mark}${next}`)
  })

  test('each figure with a series is a chart, and no other is', () => {
    const figure: Figure = {
      schema: 5,
      id: 'bonds',
      createdAt: '',
      updatedAt: '',
      tags: [],
      anchor: null,
      measures: 'Bonds held by Japan',
      value: '1130000000000',
      upper: null,
      unit: 'USD',
      qualifier: null,
      scale: 'trillion',
      asOf: null,
      shelfLife: null,
      ...unsetFigure,
    }
    const series = [
      { asOf: '2025-03', value: '1100000000000' },
      { asOf: '2025-04', value: '1130000000000' },
    ]
    expect(templateOf('Chart: Bonds held by Japan', '', [figure])).toBeUndefined()
    const chart = templateOf('Chart: Bonds held by Japan', '', [{ ...figure, series }]) ?? ''
    expect(parseReferences(chart)).toMatchObject([{ kind: 'figure', id: 'bonds', block: true }])
  })
})
