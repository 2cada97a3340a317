// Which forms are verbs: those of common verbs, and those that no noun has.
import { formsOf } from './inflections.ts'

const common =
  `accept add agree aim allow announce appear approve argue arrive ask back ban become begin believe belong
blame block break bring build buy call carry cast cause change charge choose claim climb close collapse come complain
complete confirm consider contain continue cost cover create cross cut decide decline deliver demand depend describe
design die double draw drive drop earn elect employ end enter estimate exceed exist expand expect expire explain export
face fail fall feel fight find finish follow force form gain get give go grow happen hear help hire hit hold hope import
improve include increase insist intend introduce invest join keep kill know last launch lead leave lend lie like live
lose lower maintain make mean measure meet miss move need offer open operate order oppose own pass pay plan play predict
prefer prepare present produce promise propose prove provide publish pull push put raise reach read receive recommend
record reduce refuse reject release rely remain remove repair replace reply report represent require resign respond rest
resume return rise rule run sail save say see seek seem sell send serve set settle show shrink shut sign sink sit sleep
speak spend split spread stand start state stay stop strike study suffer suggest support suspend take talk teach tell
think threaten total train try turn use vary visit vote wait walk want warn watch win withdraw work worry write yield`
    .split(/\s+/)
    .filter(Boolean)

/** Past forms that no ending tells, with the participle where it differs. */
const irregular =
  `became began begun bought broke broken brought built came chose chosen cost cut did done drew drawn drove driven
fell fallen felt fought found gave given went gone grew grown had heard held hit kept knew known laid led left lent lost
made meant met paid put ran rose risen said sang sank sunk sat saw seen sent set shot showed shown shrank shut slept sold
spent split spoke spoken spread stood struck swore sworn taught thought threw told took taken withdrew withdrawn won wrote
written read cast lay lain sought`.split(/\s+/)

const thirdPerson = new Set(common.map(verb => formsOf(verb)[0] ?? ''))
const bases = new Set(common)
const pastForms = new Set(irregular)

/** Participles that stand alone for no past: "the wall taken down". */
const onlyParticiple = new Set(
  'begun broken chosen done drawn driven fallen given gone grown known risen sunk seen shown spoken sworn taken withdrawn written lain'.split(
    ' ',
  ),
)
/** Forms that are as often nouns: "a cut", "the cost". */
const nounToo = new Set(
  'cost cut hit set split spread read cast lay shut saw left rose felt found lead'.split(' '),
)
const noPast =
  /^(?:need|speed|seed|feed|deed|weed|breed|indeed|hundred|red|bed|shed|sacred|kindred|naked|wicked|unprecedented|.*-.*)$/
const noThirdPerson =
  /^(?:news|series|means|headquarters|lies|rests|trains|rules|states|forms|lasts|likes|owns)$/

/** "Fell", "opened": a simple past or a participle that may be one. */
export function isPast(word: string): boolean {
  return pastForms.has(word) || (/[^aeiou]?\p{Ll}{2}ed$/u.test(word) && !noPast.test(word))
}

/** A participle that is no past alone: "taken". */
export function isParticipleOnly(word: string): boolean {
  return onlyParticiple.has(word)
}

/** "Opens", "says": the third person of a common verb, which may be a plural too. */
export function isThirdPerson(word: string): boolean {
  return thirdPerson.has(word) && !noThirdPerson.test(word)
}

/** "Open", "say": the infinitive and plural present of a common verb, which may be a noun too. */
export function isBase(word: string): boolean {
  return bases.has(word)
}

/** Whether a form is a noun as often: "cut", "cost". */
export function isNounToo(word: string): boolean {
  return nounToo.has(word)
}
