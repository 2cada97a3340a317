// The reporting verbs of a sentence, told from nouns, names and infinitives that look like them.
import { cuePattern, judgingPattern } from './cue-verbs.ts'

/** Any verb that says that somebody spoke. */
export const anyCue = new RegExp(`(?<![\\p{L}’'-])${cuePattern}`, 'giu')
/** Any verb that has words as what somebody thinks. */
export const anyJudging = new RegExp(`(?<![\\p{L}’'-])${judgingPattern}`, 'giu')

/** "The report" is no verb, nor is "her recent remarks". */
export const nounBefore =
  /(?:^|[\s(])(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at|ese|ose)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]f|[Nn]o|[Aa]ny|[Ss]ome|\p{L}+[’']s)\s(?:(?:recent|earlier|latest|new|own|other|first|last|many|\p{Ll}+(?:al|ous|ive|ary|ic))\s)?$/u
/** "A dozen states" are no verb either. */
const countBefore =
  /(?:^|\s)(?:dozen|several|many|few|such|all|most|both|\d+|two|three|four|five|six|seven|eight|nine|ten)\s$/u

/** The verbs of a sentence, past nouns that look like them and names: "the report", "United States". */
export function verbsIn(text: string, verbs: RegExp): RegExpExecArray[] {
  return [...text.matchAll(verbs)].filter(({ 0: cue, index }) => {
    const lead = text.slice(0, index)
    const isNoun =
      nounBefore.test(lead) || (cue.endsWith('s') && countBefore.test(lead)) || isInfinitive(lead, cue)
    return !isNoun && (isOpening(lead) || !/^\p{Lu}/u.test(cue))
  })
}

/** "Have come to believe" says nothing of speech. */
function isInfinitive(lead: string, cue: string): boolean {
  return /\bto\s$/.test(lead) && !/(?:ed|s|ing|id|old)$/.test(cue)
}

/** The last reporting verb in the words between two runs, whose subject is left to what stands before them. */
export function cueBetween(text: string): string | null {
  return verbsIn(text, anyCue).at(-1)?.[0] ?? null
}

/** "Saying", "pointing out". */
export function isParticiple(cue: string): boolean {
  return /ing(?:\s\p{L}+)?$/u.test(cue)
}

/** Whether nothing stands before a verb but what may open its sentence: "After saying". */
export function isOpening(lead: string): boolean {
  return /^[\s*_]*(?:(?:After|Before|While|By|In)\s)?$/.test(lead)
}
