import { expect, test } from 'vitest'
import { extended, type PlacedSource, placeAnchor, placeSource } from '../../../main/carried/sources-here.ts'
import { source } from '../../shared/brief/records.ts'
import { openDesk } from '../requests/desk.ts'

const time = '2025-05-03T10:00:00.000Z'
const passage = (start: number, text: string, label = '') => ({
  start,
  text,
  pages: label === '' ? [] : [{ label, start: 0 }],
})

async function placed(passages: ReturnType<typeof passage>[]): Promise<PlacedSource> {
  const { library } = await openDesk()
  return placeSource(library, { source, passages }, time)
}

test('passages stand in the order in which they came, each once, with their pages', async () => {
  const first = await placed([passage(0, 'One passage.', '1'), passage(100, 'Another.', '2')])
  const both = extended(first, [passage(0, 'One passage.'), passage(300, 'A third.', '9')], time)
  expect(both.record.text.match(/One passage\./g)).toHaveLength(1)
  expect(both.record.text).toMatch(/One passage\.\n\n\[…\]\n\nAnother\.\n\n\[…\]\n\nA third\.$/)
  expect(
    both.record.pages.map(({ label, start }) => [label, both.record.text.slice(start, start + 3)]),
  ).toEqual([
    ['1', 'One'],
    ['2', 'Ano'],
    ['9', 'A t'],
  ])
})

test('an anchor stands where its passage does, also in one that was there before', async () => {
  const first = await placed([passage(0, 'One passage.'), passage(100, 'Another one.')])
  const both = extended(first, [passage(100, 'Another one.'), passage(300, 'A third.')], time)
  for (const [start, exact] of [
    [108, 'one.'],
    [302, 'third'],
  ] as const) {
    const anchor = {
      source: source.id,
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length },
    }
    const { position } = placeAnchor(anchor, both)
    expect(both.record.text.slice(position.start, position.end)).toBe(exact)
  }
})
