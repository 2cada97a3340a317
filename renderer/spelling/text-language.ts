// Which of the languages whose spelling is checked a text is in, by its commonest words. Pure.

export type TextLanguage = 'en' | 'de' | 'fr'

const commonest: Record<TextLanguage | 'other', ReadonlySet<string>> = {
  en: setOf('the of and to is that for it on are with as by this be from have has not which will at an or'),
  de: setOf(
    'der die das und ist nicht mit dem den ein eine von zu auf für wird sich auch im werden des zur dass',
  ),
  fr: setOf('le la les des du et est une dans que pour pas sur avec qui au aux par ce sont plus un il ne'),
  // Spanish, Italian, Portuguese, Dutch: no dictionary here has their words.
  other: setOf(
    'el los las una por con para del il di che gli della een het van niet uma não os com é y e lo se op',
  ),
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** How far a text is looked at, in UTF-16 code units. */
const looked = 20_000

/** The language of a whole text, English where it tells none; null where it is one that no dictionary is for. */
export function languageOfText(text: string): TextLanguage | null {
  const [best = ['en', 0] as const] = countsIn(text.slice(0, looked)).toSorted(
    (one, other) => other[1] - one[1],
  )
  const language = best[1] === 0 ? 'en' : best[0]
  return language === 'other' ? null : language
}

/** The language of one paragraph of a text: that of the text, unless the paragraph is plainly in another. */
export function languageOfParagraph(paragraph: string, ofText: TextLanguage | null): TextLanguage | null {
  const counts = countsIn(paragraph)
  const own = counts.find(([language]) => language === (ofText ?? 'other'))?.[1] ?? 0
  const other = counts.find(([, count]) => count >= 4 && count > 2 * own)
  if (!other) return ofText
  return other[0] === 'other' ? null : other[0]
}

function countsIn(text: string): (readonly [TextLanguage | 'other', number])[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return Object.entries(commonest).map(
    ([language, common]) =>
      [language as TextLanguage | 'other', words.filter(word => common.has(word)).length] as const,
  )
}
