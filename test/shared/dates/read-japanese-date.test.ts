import { expect, test } from 'vitest'
import { dayFrom } from '../../../shared/dates/edtf-days.ts'
import { readJapaneseDateAt } from '../../../shared/dates/read-japanese-date.ts'

const context = { reference: dayFrom('2025-05-03'), tense: null, previous: null }
const when = (words: string) => {
  const reading = readJapaneseDateAt(words, 0, context)
  return reading?.end === words.length ? reading.when : null
}

test.each([
  ['2024年12月3日', '2024-12-03'],
  ['令和元年', '2019'],
  ['昭和39年10月', '1964-10'],
  ['二〇二三年', '2023'],
  ['昨年11月', '2024-11'],
  ['来月', '2025-06'],
  ['先月20日', '2025-04-20'],
  ['一昨日', '2025-05-01'],
  ['来週の水曜日', '2025-05-07'],
  ['先週', '2025-04-21/2025-04-27'],
  ['2024年度', '2024-04/2025-03'],
  ['2024年度下半期', '2024-10/2025-03'],
  ['今年の春', '2025-21'],
  ['6月上旬', '2025-06~'],
  ['1980年代', '198X'],
  ['3年前', '2022'],
  ['2週間後', '2025-05-12/2025-05-18'],
  ['6月末までに', '../2025-06~'],
  ['2023年以降', '2023/..'],
  ['2020年以前', '../2020'],
  ['5月10日から12日まで', '2025-05-10/2025-05-12'],
  ['11月から2月まで', '2024-11/2025-02'],
  ['2019年から2023年まで', '2019/2023'],
])('%s is %s', (words, edtf) => {
  expect(when(words)).toBe(edtf)
})

test.each(['30日間', '13月', '3年間'])('%s is no date', words => {
  expect(when(words)).toBeNull()
})
