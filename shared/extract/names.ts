// Runs of capitalised words, from which names of people and bodies are taken.

const initials = '(?:\\p{Lu}\\.){1,4}'
const shortTitle = '(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Jr|Sr|St)\\.'
const word =
  "(?:(?:al|el|ul|ad|an|as|ash)-)?\\p{Lu}[\\p{L}\\p{M}\\d]{0,30}(?:[-’'&](?![sS](?!\\p{L}))[\\p{L}\\d]{1,30}){0,4}"
const capital = `(?:${initials}|${shortTitle}|${word})(?:[’']s(?!\\p{L}))?`
const particle = '(?:(?:de|da|del|della|der|den|van|von|bin|ibn|al|el|la|le|du|dos)[ \\u00a0]){0,2}'
const capitals = `${capital}(?:[ \\u00a0]${particle}${capital}){0,9}`
const joined = `(?:[ \\u00a0](?:of|for|and|on|&|to)(?:[ \\u00a0]the)?[ \\u00a0]${capitals}){0,2}`

/** A run of capitalised words: "Japan’s Finance Minister Katsunobu Kato". */
export const capitalRun = new RegExp(capitals, 'gu')
/** A run of capitalised words with what "of", "for" and "and" join to it: "Japan’s Ministry of Health and Labour". */
export const bodyRun = new RegExp(`${capitals}${joined}`, 'gu')
/** A name at the beginning of a text, with what "of", "for" and "and" join to it. */
export const nameAtStart = new RegExp(`^(?:the[ \\u00a0])?(${capitals}${joined})`, 'u')
/** A run of capitalised words at the beginning of a text. */
export const capitalsAtStart = new RegExp(`^(?:the[ \\u00a0])?(${capitals})`, 'u')

const endWindow = 120

/** The name that ends a text, with what "of" joins to it where `isJoined`; null where none does. */
export function nameAtEnd(text: string, isJoined: boolean): { words: string; index: number } | null {
  const offset = Math.max(0, text.length - endWindow)
  const pattern = new RegExp(isJoined ? `${capitals}${joined}` : capitals, 'gu')
  for (const match of text.slice(offset).matchAll(pattern)) {
    if (offset + match.index + match[0].length === text.length) {
      return { words: match[0], index: offset + match.index }
    }
  }
  return null
}

/** A name without the possessive ending it may have. */
export function withoutPossessive(name: string): string {
  return name.replace(/[’']s$/, '')
}
