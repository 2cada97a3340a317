// The verbs and phrases that attribute words to somebody.

const past = `said told wrote added noted responded replied explained argued warned stated asked called suggested
insisted declared announced recalled remarked commented observed continued concluded acknowledged admitted conceded
claimed contended maintained stressed emphasized emphasised tweeted posted testified quipped joked reported found
demanded exclaimed shouted answered countered predicted cautioned urged agreed complained lamented vowed pledged
promised described denied confirmed revealed disclosed asserted reiterated repeated boasted alleged cried opined
charged objected mused pointed pressed snapped thundered sneered read advised signalled signaled signed hinted
retorted reflected quoted summarized summarised praised criticized criticised`

const present = `says tells writes adds notes responds replies explains argues warns states asks calls suggests insists
declares recalls remarks comments observes continues concludes acknowledges admits concedes claims contends maintains
stresses emphasizes emphasises tweets reports finds predicts cautions urges agrees complains reads reiterates asserts`

const participles = `saying adding noting arguing writing warning telling explaining calling insisting stating claiming
declaring recalling suggesting stressing asking`

const words = [past, present, participles].join(' ').split(/\s+/)
const phrases = ['put it', 'puts it', 'went on to say', 'chimed in', 'wrote in', 'pointed out', 'points out']

/** Matches any reporting verb as a whole word; group 0 is the cue as it stands. */
export const cuePattern = `(?:${[...phrases.map(phrase => phrase.replaceAll(' ', '\\s')), ...words].join('|')})(?![\\p{L}’'])`

/** What may stand between a subject and its reporting verb. */
export const beforeCue =
  /(?:\s|^)(?:has|had|have|also|then|later|once|recently|first|again|often|never|even|reportedly|\p{Ll}+ly|would|will|could|did|who|has\sbeen|is|was|were|are)$/u

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
