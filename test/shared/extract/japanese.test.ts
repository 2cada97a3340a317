import { expect, test } from 'vitest'
import { findEvidence } from '../../../shared/extract/find-evidence.ts'

const figuresOf = (text: string) =>
  findEvidence(text, '2025-05-03', 'ja').figures.map(({ text, value, upper, unit, qualifier }) => ({
    ...{ text, value, unit },
    ...(upper === null ? {} : { upper }),
    ...(qualifier === null ? {} : { qualifier }),
  }))

test.each([
  [
    '橋の費用は約3.2億円だ。',
    { text: '3.2億円', value: '320000000', unit: 'JPY', qualifier: 'approximately' },
  ],
  [
    '基金は１２０万米ドルを超える。',
    { text: '１２０万米ドル', value: '1200000', unit: 'USD', qualifier: 'more than' },
  ],
  [
    '3～5億円を見込む。',
    { text: '3～5億円', value: '300000000', upper: '500000000', unit: 'JPY', qualifier: 'between' },
  ],
  ['参加率は四割五分だった。', { text: '四割五分', value: '45', unit: '%' }],
  ['金利は0.25％以上になった。', { text: '0.25％', value: '0.25', unit: '%', qualifier: 'at least' }],
  ['支持は3ポイント増えた。', { text: '3ポイント', value: '3', unit: 'pp' }],
  ['避難者は1万2千人に上った。', { text: '1万2千人', value: '12000', unit: '人' }],
])('%s', (text, figure) => {
  expect(figuresOf(text)).toEqual([figure])
})

test('dates of Japanese sentences look where their verbs look', () => {
  const { events } = findEvidence('港は火曜日に開いた。橋は木曜日に開通する予定だ。', '2025-05-03', 'ja')
  expect(events.map(({ text, when, status }) => [text, when, status])).toEqual([
    ['火曜日', '2025-04-29', 'occurred'],
    ['木曜日', '2025-05-08', 'expected'],
  ])
})

test('a date after another counts from it where its words say so', () => {
  const { events } = findEvidence('4月10日に会議があった。翌日、船が出た。', '2025-05-03', 'ja')
  expect(events.map(event => event.when)).toEqual(['2025-04-10', '2025-04-11'])
})
