// The words of a clause with the part each plays, as far as closed lists and endings tell.
import { isBase, isNounToo, isParticipleOnly, isPast, isThirdPerson } from './verb-forms.ts'

/** What a word does in its clause; whatever no list or ending tells is a noun, as adjectives before nouns are. */
export type WordClass =
  | 'determiner'
  | 'possessive'
  | 'pronoun'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'auxiliary'
  | 'verb'
  /** Part of a verb that is not finite: "be", "opened" after "was", "opening", "open" after "to". */
  | 'non-finite'
  | 'adverb'
  | 'number'
  | 'mark'
  | 'noun'

/** A word or mark of a text, from `start` to `end`; `isWeak` where it may be a noun as well. */
export type Word = { text: string; kind: WordClass; start: number; end: number; isWeak: boolean }

const token =
  /[$£€¥]?\d(?:[\d.,]*\d)?(?:\p{Ll}{1,2}(?!\p{L}))?%?|\p{L}[\p{L}\p{M}\d]*(?:[’'&.-][\p{L}\d]+)*[’'](?=\s)|\p{L}[\p{L}\p{M}\d]*(?:[’'&.-][\p{L}\d]+)*|[,;:—–()“”"]/gu

const listOf = (words: string) => new Set(words.split(' '))
const closed: [WordClass, Set<string>][] = [
  [
    'determiner',
    listOf(
      'the a an this that these those its his her their our my your every each all both some any no several many most much another such either neither few fewer more less other',
    ),
  ],
  [
    'pronoun',
    listOf(
      'i you he she it we they me him us them himself herself itself themselves there nobody somebody everybody nothing everything something anyone someone everyone none',
    ),
  ],
  [
    'preposition',
    listOf(
      'of in on at by for from to with without about over under into onto upon against among between during through throughout across along around behind beside beyond despite down inside near off outside past per since till toward towards until up within than as like including amid after before via above below out except plus minus',
    ),
  ],
  ['conjunction', listOf('and but or nor yet')],
  ['subordinator', listOf('if unless because while when although though whereas whether so once')],
  ['relative', listOf('which who whom whose where what how why')],
  [
    'auxiliary',
    listOf(
      'is are was were am has have had do does did will would can could may might must shall should cannot isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t',
    ),
  ],
  ['non-finite', listOf('be been being having')],
  [
    'adverb',
    listOf(
      'not never also still just again often ever even soon already then now here too very rather quite perhaps almost nearly instead however meanwhile therefore elsewhere together apart back away yet only later earlier ago well once twice roughly',
    ),
  ],
  [
    'number',
    listOf(
      'one two three four five six seven eight nine ten dozen hundred thousand million billion trillion half',
    ),
  ],
]
const kinds = new Map(closed.flatMap(([kind, words]) => [...words].map(word => [word, kind] as const)))
const adjectiveInLy =
  /^(?:early|daily|weekly|monthly|yearly|family|supply|ally|july|italy|reply|rally|likely|elderly|friendly|costly|assembly|monopoly|anomaly|bully|jelly)$/

/** The words of a text with what each is. */
export function wordsWithClasses(text: string): Word[] {
  const words: Word[] = []
  const matches = [...text.matchAll(token)]
  for (const [index, match] of matches.entries()) {
    const word = match[0]
    const next = matches[index + 1]?.[0] ?? ''
    const { kind, isWeak } = classOf(word, words, next)
    words.push({ text: word, kind, isWeak, start: match.index, end: match.index + word.length })
  }
  return words
}

type Classed = Pick<Word, 'kind' | 'isWeak'>
const sure = (kind: WordClass): Classed => ({ kind, isWeak: false })

function classOf(word: string, before: readonly Word[], following: string): Classed {
  const next = following.toLowerCase()
  if (/^[,;:—–()“”"]/.test(word)) return sure('mark')
  if (/^[$£€¥\d]/.test(word)) return sure('number')
  if (/[’']s?$/.test(word))
    return sure(/^(?:it|he|she|that|there)[’']s$/i.test(word) ? 'auxiliary' : 'possessive')
  const plain = word.toLowerCase().replaceAll("'", '’')
  const previous = before.at(-1)
  const known = kinds.get(plain)
  if (plain === 'that' || plain === 'this') return sure(demonstrative(plain, previous, next))
  // "May" and "Will" are names where they have a capital and open nothing, or stand before one.
  const isCapital = previous !== undefined || /^\p{Lu}/u.test(following)
  if (/^(?:May|Will)$/.test(word) && isCapital) return sure('noun')
  if (known !== undefined) return sure(known)
  if (/\p{Ll}ly$/u.test(plain) && !adjectiveInLy.test(plain)) return sure('adverb')
  // A capital within a sentence makes a name.
  if (/^\p{Lu}/u.test(word) && previous !== undefined && previous.kind !== 'mark') return sure('noun')
  return verbal(plain, before, next)
}

/** "That" and "this" before a noun, in place of one, or as what a clause begins with. */
function demonstrative(word: string, previous: Word | undefined, next: string): WordClass {
  const following = kinds.get(next)
  if (following === 'auxiliary' && previous?.kind !== 'noun') return 'pronoun'
  if (word === 'this') return 'determiner'
  if (following !== undefined && following !== 'adverb' && following !== 'number') return 'relative'
  const isAfterVerb =
    previous?.kind === 'verb' || previous?.kind === 'noun' || previous?.kind === 'non-finite'
  return isAfterVerb ? 'relative' : 'determiner'
}

const beforeNoun = new Set<WordClass>(['determiner', 'possessive'])
const afterVerb = new Set<WordClass>([
  'determiner',
  'preposition',
  'pronoun',
  'adverb',
  'number',
  'relative',
  'subordinator',
  'non-finite',
])

function verbal(word: string, before: readonly Word[], next: string): Classed {
  const previous = before.at(-1)
  const left = before.findLast(({ kind }) => kind !== 'adverb')
  if (previous === undefined)
    return sure(
      /\p{Ll}{2}ing$/u.test(word) ? 'non-finite' : isPast(word) && !isNounToo(word) ? 'verb' : 'noun',
    )
  if (left === undefined || beforeNoun.has(left.kind)) return sure('noun')
  // "The top 1 percent paid", and "40 votes".
  if (left.kind === 'number' && (!isPast(word) || isNounToo(word))) return sure('noun')
  if (left.text.toLowerCase() === 'to' && isBase(word)) return sure('non-finite')
  const isHelped =
    left.kind === 'auxiliary' || (left.kind === 'non-finite' && /^(?:be|been|being|having)$/i.test(left.text))
  if (isHelped && (isPast(word) || isBase(word) || /ing$/.test(word))) return sure('non-finite')
  if (
    /\p{Ll}{2}ing$/u.test(word) &&
    !/^(?:during|king|spring|string|evening|morning|building|ceiling|thing)$/.test(word)
  )
    return sure(left.kind === 'preposition' ? 'noun' : 'non-finite')
  if (left.kind === 'preposition') return sure('noun')
  if (isParticipleOnly(word)) return sure('non-finite')
  if (isPast(word)) {
    if (isNounToo(word)) return isFollowed(next) ? { kind: 'verb', isWeak: true } : sure('noun')
    return sure('verb')
  }
  const isAfterSubject = left.kind === 'noun' || left.kind === 'pronoun' || left.kind === 'relative'
  if (!isAfterSubject || !isFollowed(next)) return sure('noun')
  const isPlural = /[^s’']s$/.test(left.text) || /^(?:they|we|you|i|who|people)$/i.test(left.text)
  if (isThirdPerson(word) && (!isPlural || /^[\p{Lu}]/u.test(left.text)))
    return { kind: 'verb', isWeak: !/^(?:says|goes|becomes|includes|remains|seems|happens)$/.test(word) }
  return isBase(word) && isPlural ? { kind: 'verb', isWeak: true } : sure('noun')
}

/** Whether what comes next may follow a verb. */
function isFollowed(next: string): boolean {
  if (next === '' || /^[,;:—–()“”"$£€¥\d]/.test(next)) return true
  const kind = kinds.get(next)
  return (kind !== undefined && afterVerb.has(kind)) || /(?:ing|ly|[’']s)$/.test(next)
}
