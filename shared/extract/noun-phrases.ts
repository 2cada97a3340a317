// Those who speak without a name: "a White House spokeswoman", "the report", "voters".
import { cuePattern } from './cue-verbs.ts'
import { capitalsAtStart, nameAtEnd, withoutPossessive } from './names.ts'
import { endsRole, isNoNameWord, namesBody } from './role-words.ts'
import { standingFrom } from './roles.ts'
import { type Subject, subject } from './subject.ts'

const documents =
  'report|statement|memo|letter|study|survey|poll|article|editorial|filing|document|documents|disclosures|ruling|bill|law|newspaper|company|agency|bank|group|campaign|ministry|department|court|government|paper|magazine|website|site'
const documentNoun = new RegExp(`^(?:${documents})$`, 'i')
/** The subject that a noun at the end of a text is, with the body that its phrase names. */
export function nounSubject(noun: string, before: string): Subject {
  // Somebody without a name is what they are called, and that is their role.
  const role = isDocument(noun) ? null : noun
  return {
    ...subject('noun', noun),
    role,
    organisation: role === null ? null : bodyOf(before, noun),
    isDefinite: isDefinite(before),
  }
}

/** "A Treasury official": the body before a role; whoever has a spokesperson is one. */
function bodyOf(before: string, noun: string): string | null {
  const near = before.slice(-140)
  const lead = near.replace(new RegExp(`(?:\\s\\p{Ll}[\\p{L}-]+){0,2}\\s${noun}$`, 'u'), '')
  const words = (lead === near ? '' : (nameAtEnd(lead, false)?.words ?? '')).split(' ')
  const body = withoutPossessive(words.slice(words.findIndex(word => !isNoNameWord(word))).join(' '))
  const isBody = namesBody(body) || /^spokes/.test(noun)
  return isBody && !words.every(isNoNameWord) && body !== '' ? body : null
}

const definite =
  /(?:^|\s)(?:the|this|that|his|her|its|their|our|my|\p{L}+[’']s?)\s(?:[\p{L}\d.-]+\s){0,4}[\p{L}-]+$/iu

/** Whether a text ends in a phrase for somebody known: "the mayor", "Bell’s mayor", and not "a mayor". */
export function isDefinite(text: string): boolean {
  return definite.test(text.slice(-80))
}

const phrase =
  /(?:^|[\s,(—–])(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Ss]everal|[Mm]any|[Mm]ost|[Ss]ome|\p{L}[\p{L}.]*[’']s?)\s(?:[\p{L}\d.-]+\s){0,3}?(\p{Ll}[\p{Ll}-]{1,30}|\d+-year-old)$/u

/** "Voters", "half of the voters": several of them at the beginning of a clause. */
const several =
  /(?:(?:^\s*|[,;—–]\s|\b(?:and|but|that)\s)(?:[\p{L}-]+\s){0,2}|(?:percent|%|half|most|some|many|all|third|quarter|number|majority|\d)(?:\sof)?\s(?:the\s)?(?:[\p{Ll}-]+\s){0,2})(\p{L}[\p{Ll}-]{2,}s)$/iu

/** "The narrator", "Bell’s brother", "voters": a noun with its article, or several, whatever they are. */
export function phraseAtEnd(text: string): string | null {
  const unnamed = somebodyWho.exec(text.slice(-120))?.[1]
  if (unnamed !== undefined) return unnamed
  // "A narrator in the advertisement": who speaks stands before "in".
  const head = /^(.*\p{L})\s(?:in|of|for|from|at|with|on|to)\s(?:[\p{L}\d’'.-]+\s?){1,6}$/u.exec(
    text.slice(-120),
  )?.[1]
  const owner = head === undefined ? undefined : phrase.exec(head)?.[1]
  if (owner !== undefined && !isNoHead.test(owner)) return owner
  const noun = phrase.exec(text.slice(-90))?.[1] ?? several.exec(text.slice(-90))?.[1]?.toLowerCase()
  return noun === undefined || isNoHead.test(noun) ? null : noun
}

/** Words that may follow an article and are no head of a phrase. */
const isNoHead =
  /ly$|^(?:that|which|who|and|but|not|it|then|also|time|day|week|of|in|to|for|at|on|is|was|as|by)$/

const compoundRole =
  /(?<!\p{L})(?:prime|foreign|finance|interior|home|justice|trade|defence|defense|vice|deputy|press|chief)\s(\p{Ll}+)$/u

/** "a White House spokeswoman", "officials", "the report": the noun that ends a text, where it can speak. */
export function nounAtEnd(text: string): string | null {
  const [compound, second = ''] = compoundRole.exec(text) ?? []
  if (compound !== undefined && endsRole(second)) return compound.trim()
  const last =
    /(?:^|[\s’'(])(\p{Ll}[\p{L}-]{1,30})$/u.exec(text)?.[1] ?? /^\s*(\p{Lu}\p{Ll}{1,30})$/u.exec(text)?.[1]
  return last !== undefined && (endsRole(last) || isDocument(last)) ? last.toLowerCase() : null
}

export function isDocument(noun: string): boolean {
  return documentNoun.test(noun)
}

/** "a senior White House official", "the minister Ann Bell": what the first words name that can speak. */
export function nounPhrase(text: string): Subject | null {
  // "Said harbour pilot Ann Bell": no article, and a name behind what the person is.
  const [lead, described = ''] = /^((?:[\p{Ll}\d][\p{Ll}\d/’'-]*\s){1,3})(?=\p{Lu})/u.exec(text) ?? []
  const isDescription =
    lead !== undefined &&
    !/(?:^|\s)(?:the|an?|one|some|many|most|several|other|another|to|in|on|at|of|for|from|by|with|that|and|as|it|is|was|his|her|their|\p{Ll}+(?:ed|ing))\s/u.test(
      lead,
    )
  const person = isDescription ? capitalsAtStart.exec(text.slice(lead.length))?.[1] : undefined
  if (person !== undefined) {
    const words = described.trim()
    return { ...subject('name', person), role: endsRole(words.split(' ').at(-1) ?? '') ? words : null }
  }
  const words = text.split(/\s+/, 7)
  const isKnown = /^(?:the|this|his|her|its|their|our|my)$/i.test(words[0] ?? '')
  const hasArticle = isKnown || /^(?:an?|one|another|several|many|most|some)$/i.test(words[0] ?? '')
  for (const [index, full] of words.slice(0, 6).entries()) {
    const word = full.replace(/[,.;:]$/, '')
    if (hasArticle && somebody.test(word))
      return { ...subject('noun', word), role: word, isDefinite: isKnown }
    if (endsRole(word) || isDocument(word)) {
      const tail = words.slice(index + 1).join(' ')
      const name = /^\p{Lu}/u.test(tail) && full === word ? capitalsAtStart.exec(tail)?.[1] : undefined
      if (name !== undefined) return subject('name', name)
      // "The prime minister, Ann Bell,": the name stands behind the comma.
      const [apposed] =
        full === `${word},` ? (/^\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){1,3}/u.exec(tail) ?? []) : []
      if (apposed !== undefined) {
        const role = words
          .slice(hasArticle ? 1 : 0, index)
          .concat(word)
          .join(' ')
        return { ...subject('name', apposed.replace(/[.,]$/, '')), role }
      }
      const standing = isDocument(word)
        ? null
        : standingFrom(text.split(/\s+/).slice(index).join(' ').slice(0, 140))
      return {
        ...subject('noun', word),
        role: isDocument(word) ? null : word,
        organisation:
          standing?.organisation ??
          (isDocument(word)
            ? null
            : bodyOf(
                ` ${words
                  .slice(0, index + 1)
                  .join(' ')
                  .replace(/[,.;:]$/, '')}`,
                word,
              )),
        isDefinite: isKnown,
      }
    }
    const next = words[index + 1]
    const isHead =
      index > 0 &&
      /^(?:\p{Ll}[\p{Ll}-]{2,}|\d+-year-old)$/u.test(word) &&
      (full !== word || next === undefined || endsPhrase.test(next))
    if (hasArticle && isHead) return { ...subject('noun', word), role: word, isDefinite: isKnown }
    if (full !== word || endsPhrase.test(word)) return null
  }
  return null
}

/** Nouns for a person of whom nothing else is said: "a person familiar with the talks". */
const people = 'person|people|man|woman|source|sources|insider|insiders|resident|residents|witness|witnesses'
const somebody = new RegExp(`^(?:${people})$`)
const somebodyWho = new RegExp(
  `(?:^|[\\s,(—–])(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Ss]everal|[Ss]ome)\\s(?:\\p{Ll}+\\s){0,2}(${people})\\s(?:familiar|close|briefed|with|in|who|at|near|involved)\\s[^.,;]{1,90}$`,
  'u',
)

const endsPhrase = new RegExp(
  `^(?:that|which|who|to|of|in|on|at|as|by|for|from|with|it|is|was|are|were|has|had|have|will|would|can|could|and|also|\\p{L}+ed|${cuePattern})[,.]?$`,
  'iu',
)
