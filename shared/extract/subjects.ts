// The subject of a reporting verb: who stands before it, or after it.
import { monthNames, weekdayNames } from '../dates/calendar-words.ts'
import { beforeCue } from './cue-verbs.ts'
import { capitalsAtStart, nameAtEnd, nameAtStart, withoutPossessive } from './names.ts'
import { isDefinite, isDocument, nounAtEnd, nounPhrase, nounSubject, phraseAtEnd } from './noun-phrases.ts'
import { endsRole, isNoNameWord, namesBody } from './role-words.ts'
import { standingAfter, standingFrom } from './roles.ts'
import { type Subject, subject } from './subject.ts'

const pronoun = /(?:^|[\s(—–,])(he|she|they|who|I|we|it)$/iu
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
    // "Hall’s predecessor, Ann Bell, told": of more than a single word, that is a name.
    const isName = found === null && capitalsAtStart.exec(tail)?.[0] === tail
    const role = isName ? nounAtEnd(head) : null
    if (role !== null || (isName && /\s/.test(tail) && phraseAtEnd(head) !== null))
      return { ...subject('name', tail), role }
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
        isDefinite: isDefinite(linked?.[1] ?? ''),
      }
    return subject('name', name.words)
  }
  const noun = isNamedOnly ? null : (nounAtEnd(plain) ?? phraseAtEnd(plain))
  return noun === null ? null : nounSubject(noun, plain)
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
