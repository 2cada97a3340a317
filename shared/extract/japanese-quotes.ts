// Quotes of a Japanese text: 「…」 that somebody is said to speak, before と and a verb of saying.
import type { JapaneseNaming } from './japanese-people.ts'
import { countWords, type Quotation } from './quotations.ts'
import type { Range } from './sentences.ts'
import type { SuggestedQuote } from './suggestions.ts'

const fewestWords = 5

const stems =
  `述べ|語っ|語り|語る|話し|話す|言っ|言い|言う|いう|指摘し|指摘する|説明し|説明する|強調し|強調する|主張し|主張する|訴え|答え|応じ|
コメントし|コメントする|批判し|批判する|警告し|警告する|表明し|明らかにし|発言し|反論し|振り返|呼びかけ|伝え|報じ|書い|書き|記し|尋ね|質問し|約束し|認め|
否定し|つぶやい|投稿し|断言し|宣言し|分析し|分析する|評価し|予想し|釈明し|謝罪し|回答し|付け加え|加え|漏らし|嘆い|喜ん|笑っ|口にし|示し|示す|求め|
強く求め|みる|みて|見る|見て|期待し|期待する|懸念し|考え|答弁し|反発し|けん制し|牽制し|寄せ`.replace(
    /\s/g,
    '',
  )
const saying = new RegExp(`(?:${stems})(?:ました|ます|ている|ていた|ておる|った|って|た|て|る|だ|で)?`, 'u')
/** What stands between 」 and its verb: と, perhaps with who says so and to whom. */
const afterRun =
  /^[、]?と(?:の(?:考え|見方|認識|見解|懸念|意向|方針|声明|コメント|談話)を?)?([^。「『\n]{0,60})/u
/** 「…」。北野氏はこう述べた: the sentence after it says whose it was. */
const lookingBack = new RegExp(
  `^。([^。「\\n]{2,60}?)(?:こう|このように)(?:[^。「\\n]{0,12}?)(${saying.source})`,
  'u',
)
const accordingTo = /(?:によると|によれば)、?[^。]{0,20}$/u
const sentenceStart = /[。！？\n」』]/u

/** Finds the quotes of a Japanese text, given its paragraphs, its quoted runs and where it names people. */
export function findJapaneseQuotes(
  text: string,
  paragraphs: Range[],
  runs: Quotation[],
  namings: JapaneseNaming[],
): SuggestedQuote[] {
  const quotes: SuggestedQuote[] = []
  let last: JapaneseNaming | null = null
  let next = 0
  for (const run of runs) {
    const paragraph = paragraphs[run.paragraph]
    if (paragraph === undefined || (text[run.open] !== '「' && text[run.open] !== '『')) continue
    while (namings[next] !== undefined && (namings[next]?.end ?? 0) <= run.open) next++
    const words = text.slice(run.start, run.end)
    const lead = text.slice(Math.max(paragraph.start, run.open - 200), run.open)
    const following = text.slice(run.close, Math.min(paragraph.end, run.close + 90))
    const back = lookingBack.exec(following)
    const tail = back ?? afterRun.exec(following)
    const verb = back?.[2] ?? (tail?.[1] === undefined ? null : (saying.exec(tail[1])?.[0] ?? null))
    const isAccording = accordingTo.test(lead)
    // 「…」 alone in its sentence is speech where somebody spoke before; 『…』 alone is a title.
    const isAlone =
      tail === null &&
      text[run.open] === '「' &&
      /(?:^|[。\n：:」])\s*$/u.test(lead) &&
      /[。！？]$/.test(words)
    if (verb === null && !isAccording && !(isAlone && last !== null)) continue
    const inTail = namings
      .slice(next, next + 4)
      .find(({ start }) => verb !== null && start >= run.close && start < run.close + (tail?.[0].length ?? 0))
    const topic: JapaneseNaming | null =
      inTail ??
      topicBefore(text, run.open, paragraph.start, namings.slice(Math.max(0, next - 6), next)) ??
      last
    if (topic === null) continue
    last = topic
    if (countWords(words, fewestWords) < fewestWords) continue
    const isNear = topic.start >= paragraph.start && topic.start < run.close + 90
    quotes.push({
      start: run.start,
      end: run.end,
      text: words,
      speaker: topic.name,
      role: topic.role,
      organisation: topic.organisation,
      cue: verb ?? (isAccording ? 'によると' : null),
      confidence: verb === null ? 0.6 : isNear ? 0.9 : 0.7,
      rule: verb === null ? 'beside a speaker' : 'と and a verb',
    })
  }
  return quotes
}

/** The last somebody in the sentence of a run whom は, が or による marks; else the last in the paragraph so marked. */
function topicBefore(
  text: string,
  before: number,
  paragraph: number,
  namings: JapaneseNaming[],
): JapaneseNaming | null {
  const inParagraph = namings.filter(({ start, end }) => start >= paragraph && end <= before)
  const marked = inParagraph.filter(({ end }) =>
    /^(?:（[^）]{0,20}）)?(?:は|が|も|によると|によれば)/u.test(text.slice(end, end + 30)),
  )
  const inSentence = marked.filter(({ end }) => !sentenceStart.test(text.slice(end, before)))
  return inSentence.at(-1) ?? marked.at(-1) ?? null
}
