// The people a Japanese text names: by the title that closes a name, with the body before it.
import type { SuggestedPerson } from './suggestions.ts'

/** Somebody as a text names them at one place: 日銀の植田和男総裁. */
export type JapaneseNaming = {
  start: number
  /** Where the name itself ends. */
  nameEnd: number
  /** Where its title ends. */
  end: number
  name: string
  role: string | null
  organisation: string | null
}

const honorifics = '氏|さん|様'
const titles =
  `首相|総理大臣|大臣|官房長官|国務長官|長官|副総裁|総裁|副知事|知事|市長|町長|村長|区長|副社長|社長|副会長|会長|頭取|専務|
常務|取締役|最高経営責任者|最高財務責任者|CEO|CFO|COO|准教授|教授|博士|副議長|議長|議員|委員長|幹事長|政調会長|共同代表|代表|党首|書記長|副大統領|
大統領|主席|報道官|広報官|スポークスマン|アナリスト|エコノミスト|ストラテジスト|ディレクター|マネージャー|研究員|研究主幹|弁護士|記者|監督|選手|
理事長|理事|局長|次長|部長|課長|室長|所長|院長|校長|学長|大使|公使|次官|審議官|財務官|参事官|本部長|支店長|店長|組合長|財務相|外相|外務相|経産相|
防衛相|総務相|法相|農相|農水相|厚労相|国交相|環境相|文科相|専門役員|執行役員|役員|経済財政相|再生相|デジタル相`
    .replace(/\s/g, '')
    .replace(/\|+/g, '|')
const beforeTitle =
  '(?:元|前|副|名誉|首席|主任|上席|上級|代表|チーフ|シニア|内閣|財務|外務|経済産業|防衛|総務|法務|農林水産|厚生労働|国土交通|環境|文部科学|経済財政|経済再生|大阪府|東京都)*'

const han = '\\p{sc=Han}々〆ヶ'
const katakana = '\\p{sc=Katakana}ー・＝'
const personal = `(?:[${han}]{1,6}?|[${katakana}]{2,24}?|[${han}]{1,4}(?:(?![のはがをにでともやへ])\\p{sc=Hiragana}){1,4}?)`
const body = `(?:([${han}${katakana}A-Za-zＡ-Ｚａ-ｚ0-9&]{2,20})の)?`
/** 港証券のアナリスト、春山花子氏: what somebody is may stand before the name. */
const apposed = `(?:(${beforeTitle}(?:${titles}))(?:、|の|である))?`
const titled = new RegExp(
  `(?<![${han}${katakana}])${body}${apposed}(${personal})(${beforeTitle}(?:${titles})|${honorifics})(?![${han}${katakana}])`,
  'gu',
)
const isHonorific = new RegExp(`^(?:${honorifics})$`)

/** 港銀行の広報担当者: somebody without a name, who is called by the role. */
const nameless = new RegExp(
  `(?<![${han}${katakana}])([${han}${katakana}A-Za-zＡ-Ｚａ-ｚ0-9&]{2,20})の((?:広報|報道)?(?:担当者|報道官|広報官|関係者|幹部|スポークスマン|アナリスト|エコノミスト))(?=[はがも])`,
  'gu',
)

/** Every place where a Japanese text names somebody by a title or 氏, in order. */
export function japaneseNamings(text: string): JapaneseNaming[] {
  const found = [...text.matchAll(titled)].flatMap(match => {
    const [whole, organisation = null, before = null, name = '', title = ''] = match
    // 同氏, 両氏: a word for somebody named before.
    if (/^[同両各]/.test(name)) return []
    const end = match.index + whole.length
    const start = match.index + whole.length - title.length - name.length
    return [
      {
        start,
        nameEnd: start + name.length,
        end,
        name,
        role: isHonorific.test(title) ? before : title,
        organisation,
      },
    ]
  })
  const unnamed = [...text.matchAll(nameless)].map(match => {
    const [whole, organisation = '', role = ''] = match
    const end = match.index + whole.length
    return { start: end - role.length, nameEnd: end, end, name: role, role, organisation }
  })
  if (unnamed.length === 0) return fullest(found)
  const isFree = new Set(found.map(({ end }) => end))
  return [...fullest(found), ...unnamed.filter(({ end }) => !isFree.has(end))].sort(
    (one, other) => one.start - other.start,
  )
}

/** 植田氏 is 植田和男, if the text says so anywhere, with what he is. */
function fullest(found: JapaneseNaming[]): JapaneseNaming[] {
  const byPart = new Map<string, JapaneseNaming>()
  for (const naming of found) {
    for (const part of partsOf(naming.name)) {
      const known = byPart.get(part)
      const [longer, other] =
        known && known.name.length >= naming.name.length ? [known, naming] : [naming, known]
      const role = longer.role ?? other?.role ?? null
      byPart.set(part, { ...longer, role, organisation: longer.organisation ?? other?.organisation ?? null })
    }
  }
  return found.map(naming => {
    const full = byPart.get(naming.name) ?? naming
    const role = naming.role ?? full.role
    return { ...naming, name: full.name, role, organisation: naming.organisation ?? full.organisation }
  })
}

/** What of a name may stand for it: itself, the characters it begins with, or what follows its last middle dot. */
function partsOf(name: string): Set<string> {
  const beginnings = /・/.test(name) ? [] : [1, 2, 3].map(length => name.slice(0, length))
  return new Set([name, ...beginnings, name.split('・').at(-1) ?? name])
}

/** The people named, as they are suggested; the span leaves the title out. */
export function suggestedPeople(text: string, namings: JapaneseNaming[]): SuggestedPerson[] {
  return namings.map(({ start, nameEnd, name, role, organisation }) => ({
    start,
    end: nameEnd,
    text: text.slice(start, nameEnd),
    name,
    kind: 'person',
    role,
    organisation,
    confidence: 0.75,
    rule: 'name with a title',
  }))
}
