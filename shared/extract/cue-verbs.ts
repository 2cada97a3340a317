// The verbs and phrases that attribute words to somebody.
import { formsOf } from './inflections.ts'

/** Verbs that say that somebody spoke or wrote. */
const spoken = `say tell write add note respond reply explain argue warn state ask call suggest insist declare announce
recall remark comment observe continue conclude acknowledge admit concede claim contend maintain stress emphasize
emphasise tweet post testify quip joke report find demand exclaim shout answer counter predict caution urge agree
complain lament vow pledge promise describe deny confirm reveal disclose assert reiterate repeat boast allege cry opine
charge object muse point press snap thunder sneer read advise signal hint retort reflect quote summarize summarise
praise criticize criticise chant yell scream whisper mutter plead beg elaborate clarify proclaim recount scoff scold
speculate ponder propose recommend rebut rebuke remind interject interrupt intone affirm attest chide deadpan echo
inform inquire instruct mention murmur protest pronounce reason reassure remonstrate roar sigh specify stipulate
stammer submit surmise underline underscore utter voice volunteer wonder concur bemoan crow fume grumble preach
profess rail rant recite relate swear tease threaten venture caption blog text email boom lecture bellow`

/** Verbs that take words as what somebody thinks of something: "dismissed it as". */
const judging = `dismiss label dub brand term characterize characterise portray depict hail tout deride denounce decry condemn
accuse blame credit commend laud defend mock ridicule blast slam attack lambast bash thank welcome reject outline
champion advocate assure anticipate believe deem hope fear think feel offer issue discuss speak estimate forecast
question cite accept refer apologize apologise talk encourage`

const plural = 'say tell argue insist write ask believe warn note claim contend complain worry'

const phrases =
  `put it;puts it;went on to say;goes on to say;go on to say;chimed in;chimes in;wrote in;pointed out;points out;
pointing out;shot back;shoots back;fired back;fires back;hit back;hits back;fought back;weighed in;made clear;makes clear`
    .split(';')
    .map(phrase => phrase.trim().replaceAll(' ', '\\s'))

const wordsOf = (table: string) => table.trim().split(/\s+/)
const formsIn = (table: string) => wordsOf(table).flatMap(formsOf)

const alternatives = (forms: string[]) => [...new Set(forms)].sort((a, b) => b.length - a.length).join('|')
const asWord = (pattern: string) => `(?:${pattern})(?![\\p{L}’'])`

/** Matches any reporting verb as a whole word; group 0 is the cue as it stands. */
export const cuePattern = asWord(
  `${phrases.join('|')}|${alternatives([...formsIn(spoken), ...wordsOf(plural)])}`,
)

/** Matches a verb that has words as a part of its sentence only, as a whole word. */
export const judgingPattern = asWord(alternatives([...formsIn(judging), 'vow', 'call', 'describe']))

/** What may stand between a subject and its reporting verb. */
export const beforeCue =
  /(?:\s|^)(?:has|had|have|also|then|later|once|recently|first|again|often|never|even|just|still|already|instead|now|soon|reportedly|immediately|\p{Ll}+ly|would|will|could|did|who|which|has\sbeen|is|was|were|are)$/u

/** Words after which what is quoted was not said, as far as anybody knows: "denied", "never said", "would say". */
export function isUnsaid(before: string, cue: string): boolean {
  return (
    /^(?:denie[sd]|alleged)$/i.test(cue) ||
    /(?<![\p{L}])(?:not|never|nobody|no\sone|would|could|might|may|should)\s(?:\p{Ll}+\s){0,2}$|n[’']t\s(?:\p{Ll}+\s){0,2}$/u.test(
      before,
    )
  )
}

/** "According to" and its like, which stand before their speaker. */
export const accordingTo = /(?:according\s+to|in\s+the\s+words\s+of|as\s+told\s+by)\s+/iu
