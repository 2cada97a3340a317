// How a text is written, told by its letters alone: its direction, and which of the languages that share Han characters it is in.

export type Direction = 'ltr' | 'rtl'

const letter = /\p{L}/gu
const rightToLeft =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu
const han = /\p{Script=Han}/gu
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const hangul = /\p{Script=Hangul}/gu
/** Frequent characters that only simplified Chinese writes so. */
const simplified = /[这们说时对过还没让从个为发现经业务报际关于与进总统书记级贸盘东车长门问间银亿财债买卖]/u

/** From right to left where more than half of a text's letters are; null where it has no letters. */
export function directionOf(text: string): Direction | null {
  const turned = countOf(text, rightToLeft)
  // Most texts have none, and need not be counted.
  if (turned === 0) return /\p{L}/u.test(text) ? 'ltr' : null
  return turned * 2 > countOf(text, letter) ? 'rtl' : 'ltr'
}

/** The language (BCP 47) that the characters of a text give away; null where they are not of East Asia, or of no one language there. */
export function languageOf(text: string): string | null {
  const [ideographs, japanese, korean] = [countOf(text, han), countOf(text, kana), countOf(text, hangul)]
  if ((ideographs + japanese + korean) * 2 < Math.max(1, countOf(text, letter))) return null
  if (korean > japanese) return 'ko'
  if (japanese > 0) return 'ja'
  return simplified.test(text) ? 'zh-Hans' : null
}

/** What an element of a text needs to be written as it is, in one that is written `around` it: `dir` and `lang`, or nothing. */
export function writingAttributes(text: string, around: Direction = 'ltr'): string {
  const direction = directionOf(text) ?? around
  const language = languageOf(text)
  return `${direction === around ? '' : ` dir="${direction}"`}${language === null ? '' : ` lang="${language}"`}`
}

/** Whether a text has letters that could make a difference, found sooner than how many. */
export function hasOtherScripts(text: string): boolean {
  return /[\u0590-\u08ff\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u{20000}-\u{3ffff}]/u.test(
    text,
  )
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}
