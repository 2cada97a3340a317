// Amounts in Japanese text: money, percentages, points and counted things, with the words that say how exact they are.
import { japaneseDecimal, japaneseNumber, narrow } from '../dates/japanese-numbers.ts'
import type { Amount } from './amounts.ts'
import { shiftDecimal } from './numbers.ts'
import type { SuggestedFigure } from './suggestions.ts'

/** The longer name first: 香港ドル before ドル. */
const currencies: [name: string, code: string][] = [
  ['香港ドル', 'HKD'],
  ['(?:豪|オーストラリア・?)ドル', 'AUD'],
  ['(?:カナダ・?|加)ドル', 'CAD'],
  ['シンガポール・?ドル', 'SGD'],
  ['ニュージーランド・?ドル', 'NZD'],
  ['(?:新)?台湾・?(?:ドル|元)', 'TWD'],
  ['(?:米|アメリカ・?)?ドル', 'USD'],
  ['ユーロ', 'EUR'],
  ['エジプト・?ポンド', 'EGP'],
  ['(?:英|イギリス・?)?ポンド', 'GBP'],
  ['スイス・?フラン', 'CHF'],
  ['(?:人民|中国)?元', 'CNY'],
  ['(?:韓国・?)?ウォン', 'KRW'],
  ['インドネシア・?ルピア|ルピア', 'IDR'],
  ['パキスタン・?ルピー', 'PKR'],
  ['スリランカ・?ルピー', 'LKR'],
  ['(?:インド・?)?ルピー', 'INR'],
  ['(?:ロシア・?)?ルーブル', 'RUB'],
  ['(?:タイ・?)?バーツ', 'THB'],
  ['(?:トルコ・?)?リラ', 'TRY'],
  ['フィリピン・?ペソ', 'PHP'],
  ['(?:メキシコ・?)ペソ', 'MXN'],
  ['ブラジル・?レアル|レアル', 'BRL'],
  ['(?:南アフリカ・?)?ランド', 'ZAR'],
  ['(?:ベトナム・?)?ドン', 'VND'],
  ['(?:マレーシア・?)?リンギ(?:ット)?', 'MYR'],
  ['スウェーデン・?クローナ', 'SEK'],
  ['ノルウェー・?クローネ', 'NOK'],
  ['デンマーク・?クローネ', 'DKK'],
  ['(?:パナマ・?)?バルボア', 'PAB'],
  ['(?:ポーランド・?)?ズウォティ', 'PLN'],
  ['(?:イスラエル・?)?シェケル', 'ILS'],
  ['(?:ナイジェリア・?)?ナイラ', 'NGN'],
  ['(?:日本)?円', 'JPY'],
]
const signs: Record<string, string> = {
  '¥': 'JPY',
  '￥': 'JPY',
  $: 'USD',
  '＄': 'USD',
  '€': 'EUR',
  '£': 'GBP',
}
const counters =
  '人|名|社|件|台|戸|世帯|隻|機|棟|店舗|店|校|枚|冊|本|株|票|頭|匹|羽|トン|バレル|キロ|ヘクタール'

const named = `(?:${currencies.map(([name]) => name).join('|')})`
const whole = currencies.map(([name, code]) => ({ name: new RegExp(`^(?:${name})$`), code }))
const value = `(?<value>${japaneseNumber})`
const to = `(?:\\s?(?:~|〜|～|-|ー|―|–|—|から|ないし)\\s?)`
const alone = '(?<![\\d.,A-Za-z])(?<![\\d〇一二三四五六七八九十百千])'
const gap = '\\s{0,2}'

const rules: { rule: string; expression: RegExp }[] = [
  {
    rule: 'money by name',
    expression: new RegExp(
      `${alone}${value}(?:${gap}(?:${named}|ドル|円)?${to}(?<upper>${japaneseNumber}))?${gap}(?<unit>${named})(?!周|グラフ|卓|高|安|滑|満)(?:(?:と)?(?<coins>${japaneseNumber})(?:セント|銭|ペンス))?`,
      'gu',
    ),
  },
  {
    rule: 'money by symbol',
    expression: new RegExp(
      `(?<unit>[¥￥$＄€£])\\s?${value}(?:${to}[¥￥$＄€£]?(?<upper>${japaneseNumber}))?`,
      'gu',
    ),
  },
  {
    rule: 'percent',
    expression: new RegExp(
      `${alone}${value}(?:${gap}(?:%|パーセント)?${to}(?<upper>${japaneseNumber}))?${gap}(?<unit>%(?:ポイント)?|パーセント(?:ポイント)?|ポイント|ベーシスポイント|bp)(?![\\dA-Za-z])`,
      'gu',
    ),
  },
  {
    rule: 'tenths',
    expression: new RegExp(
      `${alone}${value}${gap}(?<unit>割)(?![りっ])(?:(?<half>半)|(?<hundredths>\\d|[一二三四五六七八九])分)?(?:引き?)?`,
      'gu',
    ),
  },
  { rule: 'hundredths', expression: new RegExp(`(?<unit>百|100)分の${value}`, 'gu') },
  {
    rule: 'count',
    expression: new RegExp(
      `${alone}${value}(?:${gap}${to}(?<upper>${japaneseNumber}))?(?<unit>${counters})(?![\\p{sc=Katakana}目前後])`,
      'gu',
    ),
  },
]

/** Every amount of a Japanese text, in order, none within another. */
export function japaneseAmountsIn(text: string): Amount[] {
  const plain = narrow(text)
  const found: Amount[] = []
  for (const { rule, expression } of rules)
    for (const match of plain.matchAll(expression)) {
      const amount = read(rule, match.groups ?? {}, match.index, match[0])
      if (amount !== null) found.push(amount)
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter(amount => {
    if (amount.start < end) return false
    end = amount.end
    return true
  })
}

function read(
  rule: string,
  groups: Record<string, string | undefined>,
  start: number,
  words: string,
): Amount | null {
  const first = japaneseDecimal(groups.value ?? '')
  const unit = unitOf(rule, groups.unit ?? '')
  if (first === null || unit === null) return null
  if (rule === 'count' && !isCounted(groups.value ?? '')) return null
  const shared = sharedMagnitude(groups.value ?? '', groups.upper)
  const upper = groups.upper === undefined ? null : japaneseDecimal(groups.upper)
  return {
    start,
    end: start + words.length,
    value: withParts(rule, shiftDecimal(first, shared), groups),
    upper: upper === null ? null : upper,
    unit,
    scale: null,
    rule: `Japanese ${rule}`,
    confidence: rule === 'count' ? 0.8 : 0.9,
  }
}

/** "3~5億円" shares its 億. */
function sharedMagnitude(value: string, upper: string | undefined): number {
  if (upper === undefined || /[万億兆]/.test(value)) return 0
  const [, mark] = /([万億兆])$/.exec(upper) ?? []
  return mark === undefined ? 0 : { 万: 4, 億: 8, 兆: 12 }[mark as '万' | '億' | '兆']
}

/** A few people in words are rarely a figure; digits of two places and 万 are. */
function isCounted(value: string): boolean {
  return /\d{2}|[万億兆]|\d\.\d/.test(value)
}

function withParts(rule: string, value: string, groups: Record<string, string | undefined>): string {
  if (rule === 'tenths') {
    const hundredths = groups.half === undefined ? japaneseDecimal(groups.hundredths ?? '0') : '5'
    return shiftDecimal(value.includes('.') ? value : `${value}.${hundredths ?? '0'}`, 1).replace(/\.0*$/, '')
  }
  const coins = groups.coins === undefined ? null : japaneseDecimal(groups.coins)
  return coins === null || value.includes('.') || Number(coins) > 99
    ? value
    : `${value}.${coins.padStart(2, '0')}`
}

function unitOf(rule: string, words: string): string | null {
  if (rule === 'count') return words
  if (rule === 'percent') return /ベーシス|bp/.test(words) ? 'bps' : /ポイント/.test(words) ? 'pp' : '%'
  if (rule === 'tenths' || rule === 'hundredths') return '%'
  return signs[words] ?? whole.find(({ name }) => name.test(words))?.code ?? null
}

const before: [qualifier: NonNullable<SuggestedFigure['qualifier']>, words: RegExp][] = [
  ['approximately', /(?:約|およそ|おおよそ|ほぼ|推定)\s?$/],
  ['at most', /(?:最大|最高|多くて|上限)(?:で)?\s?$/],
  ['at least', /(?:最低|少なくとも|最小)(?:で)?\s?$/],
]
const after: typeof before = [
  ['at least', /^\s?以上/],
  ['at most', /^\s?(?:以下|以内)/],
  ['more than', /^\s?(?:超|強|余り?|を(?:超|上回)|あまり)/],
  ['less than', /^\s?(?:未満|弱|を下回|足らず|に満たない)/],
  ['approximately', /^\s?(?:前後|程度|ほど|くらい|ぐらい|近く)/],
]

/** The qualifier of an amount, from the text on both sides; null where the words are plain. */
export function japaneseQualifierOf(left: string, right: string): SuggestedFigure['qualifier'] {
  const found = after.find(([, words]) => words.test(right)) ?? before.find(([, words]) => words.test(left))
  return found?.[0] ?? null
}
