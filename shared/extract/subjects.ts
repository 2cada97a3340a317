// The subject of a reporting verb: who stands before it, or after it.
import { monthNames, weekdayNames } from '../dates/calendar-words.ts'
import { beforeCue, cuePattern } from './cue-verbs.ts'
import { capitalsAtStart, nameAtEnd, nameAtStart, withoutPossessive } from './names.ts'
import { endsRole, isNoNameWord, namesBody } from './role-words.ts'
import { type Standing, standingAfter, standingFrom } from './roles.ts'

/** Who is said to speak, before the text as a whole is asked who that is. */
export type Subject = Standing & {
  kind: 'name' | 'pronoun' | 'noun'
  words: string
  /** "The mayor", of whom the text may have the name, and not "a mayor". */
  isDefinite: boolean
}

const pronoun = /(?:^|[\s(—–,])(he|she|they|who|I|we|it)$/iu
const documents =
  'report|statement|memo|letter|study|survey|poll|article|editorial|filing|document|documents|disclosures|ruling|bill|law|newspaper|company|agency|bank|group|campaign|ministry|department|court|government|paper|magazine|website|site'
const documentNoun = new RegExp(`^(?:${documents})$`, 'i')
const timeAtEnd = new RegExp(
  `(?:,?\\s(?:on|in|late|early|last|this|earlier)){0,3},?\\s(?:${weekdayNames.join('|')}|(?:week|month|year|${monthNames.join('|')})(?:\\s\\d{1,4})?)(?:\\s(?:morning|afternoon|evening|night))?,?$`,
  'u',
)

// A place, not whoever speaks.
const inPlace =
  /(?:^|\s)(?:in|to|near|on|by|into|across|outside|inside|against|about|over|under)\s(?:the\s)?$/i

/** The subject that ends a text, which stands before a reporting verb. */
export function subjectBefore(text: string): Subject | null {
  let rest = text
    .slice(-400)
    .trimEnd()
    .replace(/[”"]$|\s?\([^()]{1,40}\),?$/, '')
  for (let stripped = ''; stripped !== rest; ) {
    stripped = rest
    rest = rest.replace(beforeCue, match => (/(?:who|which)$/i.test(match) ? match : '')).trimEnd()
    rest = rest.replace(timeAtEnd, '').trimEnd()
  }
  // "Who met him in Paris last week, wrote": the comma went with the words for the time.
  if (/[^)],$/.test(text.trimEnd()) && !rest.endsWith(',')) rest += ','
  const [relative] = /[,\s—–-]*\s(?:who|which)$/.exec(rest) ?? []
  if (relative !== undefined) rest = rest.slice(0, -relative.length)
  const named = directSubject(rest, relative?.endsWith('who') === true)
  if (named !== null) return named
  return rest.endsWith(',') ? beforeApposition(rest.slice(0, -1)) : null
}

/** "Nicholas Smith, a strategist at CLSA, noted": the name lies before the commas. */
function beforeApposition(text: string): Subject | null {
  let comma = text.lastIndexOf(',')
  for (let tries = 0; comma > 0 && tries < 4; tries++) {
    const head = text.slice(0, comma)
    const tail = text.slice(comma + 1).trim()
    const found = directSubject(head, true)
    // "The minister’s spokesman, Jim Hall, told": what stands between the commas is the name.
    const role = found === null && capitalsAtStart.exec(tail)?.[0] === tail ? nounAtEnd(head) : null
    if (role !== null) return { ...subject('name', tail), role }
    if (found !== null && found.kind !== 'pronoun') {
      const after = standingFrom(tail)
      return {
        ...found,
        role: found.role ?? after.role,
        organisation: found.organisation ?? after.organisation,
      }
    }
    comma = head.lastIndexOf(',')
  }
  return null
}

function directSubject(text: string, isNamedOnly: boolean): Subject | null {
  const plain = text.replace(/\s?\([^()]{1,40}\)$/, '').replace(/[*_]+$/, '')
  const personal = pronoun.exec(plain)
  if (personal?.[1] !== undefined && !isNamedOnly) return subject('pronoun', personal[1])
  const name = nameAtEnd(plain, false)
  if (name !== null && (/[’']s$/.test(name.words) || inPlace.test(plain.slice(0, name.index)))) return null
  if (name !== null && !name.words.split(/\s/).every(isNoNameWord)) {
    // "Jesper Koll of Monex Group": the name is the one before "of".
    const linked = /^(.*\S)\s(?:of|from|at|with|for)\s(?:the\s)?$/su.exec(plain.slice(0, name.index))
    const owner = linked?.[1] === undefined ? null : nameAtEnd(linked[1], false)
    if (linked?.[1] !== undefined && owner !== null && !owner.words.split(/\s/).every(isNoNameWord)) {
      const isOneBody = namesBody(owner.words) || endsRole(owner.words.split(' ').at(-1) ?? '')
      if (!isOneBody)
        return {
          ...subject('name', owner.words),
          ...standingAfter(plain.slice(owner.index + owner.words.length)),
        }
      return subject('name', (nameAtEnd(plain, true) ?? name).words)
    }
    const noun = linked?.[1] === undefined ? null : nounAtEnd(linked[1])
    if (noun !== null)
      return {
        ...subject('noun', noun),
        role: isDocument(noun) ? null : noun,
        organisation: withoutPossessive(name.words),
        isDefinite: definite.test((linked?.[1] ?? '').slice(-80)),
      }
    return subject('name', name.words)
  }
  const noun = isNamedOnly ? null : (nounAtEnd(plain) ?? phraseAtEnd(plain))
  return noun === null ? null : nounSubject(noun, plain)
}

function nounSubject(noun: string, before: string): Subject {
  const isDefinite = definite.test(before.slice(-80))
  return { ...subject('noun', noun), role: endsRole(noun.split(' ').at(-1) ?? '') ? noun : null, isDefinite }
}

const definite =
  /(?:^|\s)(?:the|this|that|his|her|its|their|our|my|\p{L}+[’']s?)\s(?:[\p{L}\d.-]+\s){0,4}[\p{L}-]+$/iu
const phrase =
  /(?:^|[\s,(—–])(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Ss]everal|[Mm]any|[Mm]ost|[Ss]ome|\p{L}[\p{L}.]*[’']s?)\s(?:[\p{L}\d.-]+\s){0,3}?(\p{Ll}[\p{Ll}-]{1,30}|\d+-year-old)$/u

/** "Voters", "half of the voters": several of them at the beginning of a clause. */
const several =
  /(?:(?:^\s*|[,;—–]\s|\b(?:and|but|that)\s)(?:[\p{L}-]+\s){0,2}|(?:percent|%|half|most|some|many|all|third|quarter|number|majority|\d)(?:\sof)?\s(?:the\s)?(?:[\p{Ll}-]+\s){0,2})(\p{L}[\p{Ll}-]{2,}s)$/iu

/** "The narrator", "Bell’s brother", "voters": a noun with its article, or several, whatever they are. */
function phraseAtEnd(text: string): string | null {
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
function nounAtEnd(text: string): string | null {
  const [compound, second = ''] = compoundRole.exec(text) ?? []
  if (compound !== undefined && endsRole(second)) return compound.trim()
  const last =
    /(?:^|[\s’'(])(\p{Ll}[\p{L}-]{1,30})$/u.exec(text)?.[1] ?? /^\s*(\p{Lu}\p{Ll}{1,30})$/u.exec(text)?.[1]
  return last !== undefined && (endsRole(last) || isDocument(last)) ? last.toLowerCase() : null
}

function isDocument(noun: string): boolean {
  return documentNoun.test(noun)
}

/** The subject that begins a text, which stands after a reporting verb or "according to". */
export function subjectAfter(text: string): Subject | null {
  const rest = text.slice(0, 300).trimStart()
  const personal = /^(he|she|they|I|we)(?![\p{L}’'])/iu.exec(rest)?.[1]
  if (personal !== undefined) return subject('pronoun', personal)
  const name = nameAtStart.exec(rest)
  const words = name?.[1]
  if (name !== null && words !== undefined && !words.split(/\s/).every(isNoNameWord)) {
    const short = capitalsAtStart.exec(rest)?.[1] ?? words
    const isPossessed = /[’']s$/.test(short)
    if (isPossessed) return possessed(rest.slice((capitalsAtStart.exec(rest)?.[0] ?? '').length), short)
    if (words !== short && namesBody(short)) return subject('name', words)
    const role = /^\s((?:\p{Ll}[\p{L}-]+\s){0,3}\p{Ll}[\p{L}-]+)\s(\p{Lu}.*)$/su.exec(
      rest.slice(short.length),
    )
    if (role?.[1] !== undefined && endsRole(role[1].split(' ').at(-1) ?? '')) {
      const inner = capitalsAtStart.exec(role[2] ?? '')?.[1]
      if (inner !== undefined) return subject('name', inner)
    }
    const only = /^\s(\p{Ll}[\p{L}-]+)/u.exec(rest.slice(short.length))?.[1]
    if (only !== undefined && endsRole(only))
      return { ...subject('noun', only), role: only, organisation: short }
    return {
      ...subject('name', short),
      ...standingAfter(rest.slice((capitalsAtStart.exec(rest)?.[0] ?? short).length)),
    }
  }
  return nounPhrase(rest)
}

/** "Kato’s spokeswoman" speaks as a spokeswoman; "Japan’s Kato" as Kato. */
function possessed(rest: string, owner: string): Subject | null {
  const next = subjectAfter(rest)
  if (next === null) return subject('name', withoutPossessive(owner))
  return next.kind === 'noun' && namesBody(owner) ? { ...next, organisation: withoutPossessive(owner) } : next
}

/** "a senior White House official", "the minister Ann Bell": what the first words name that can speak. */
function nounPhrase(text: string): Subject | null {
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
  const isDefinite = /^(?:the|this|his|her|its|their|our|my)$/i.test(words[0] ?? '')
  const hasArticle = isDefinite || /^(?:an?|one|another|several|many|most|some)$/i.test(words[0] ?? '')
  for (const [index, full] of words.slice(0, 6).entries()) {
    const word = full.replace(/[,.;:]$/, '')
    if (endsRole(word) || isDocument(word)) {
      const tail = words.slice(index + 1).join(' ')
      const name = /^\p{Lu}/u.test(tail) && full === word ? capitalsAtStart.exec(tail)?.[1] : undefined
      if (name !== undefined) return subject('name', name)
      const standing = isDocument(word)
        ? null
        : standingFrom(text.split(/\s+/).slice(index).join(' ').slice(0, 140))
      return {
        ...subject('noun', word),
        role: isDocument(word) ? null : word,
        organisation: standing?.organisation ?? null,
        isDefinite,
      }
    }
    const next = words[index + 1]
    const isHead =
      index > 0 &&
      /^(?:\p{Ll}[\p{Ll}-]{2,}|\d+-year-old)$/u.test(word) &&
      (full !== word || next === undefined || endsPhrase.test(next))
    if (hasArticle && isHead) return { ...subject('noun', word), isDefinite }
    if (full !== word || endsPhrase.test(word)) return null
  }
  return null
}

const endsPhrase = new RegExp(
  `^(?:that|which|who|to|of|in|on|at|as|by|for|from|with|it|is|was|are|were|has|had|have|will|would|can|could|and|also|\\p{L}+ed|${cuePattern})[,.]?$`,
  'iu',
)

function subject(kind: Subject['kind'], words: string): Subject {
  return { kind, words: withoutPossessive(words), role: null, organisation: null, isDefinite: true }
}
