// Counted things in a text: a number and, up to a few words on, the noun that is counted.
import type { Amount } from './amounts.ts'
import {
  decimalOf,
  digitsPattern,
  magnitudeOf,
  magnitudeWords,
  shiftDecimal,
  wordsPattern,
} from './numbers.ts'

/** Plurals that do not end in s, with their singular. */
const plurals: Record<string, string> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  police: 'police officer',
  aircraft: 'aircraft',
  spacecraft: 'spacecraft',
  sheep: 'sheep',
  cattle: 'cattle',
  fish: 'fish',
  troops: 'troop',
  personnel: 'person',
  staff: 'staff member',
  percent: '',
}
/** Units of measure as they stand after a number. */
const measures: Record<string, string> = {
  km: 'kilometre',
  kms: 'kilometre',
  m: 'metre',
  cm: 'centimetre',
  mm: 'millimetre',
  kg: 'kilogram',
  kgs: 'kilogram',
  lb: 'pound',
  lbs: 'pound',
  ft: 'foot',
  mph: 'mile per hour',
  kph: 'kilometre per hour',
  mpg: 'mile per gallon',
  MW: 'megawatt',
  GW: 'gigawatt',
  kW: 'kilowatt',
  kWh: 'kilowatt hour',
  MWh: 'megawatt hour',
  GB: 'gigabyte',
  TB: 'terabyte',
  MB: 'megabyte',
  hp: 'horsepower',
  horsepower: 'horsepower',
  bpd: 'barrel per day',
}
/** Durations, ages and index points are left out, as are parts of a name for a number. */
const leftOut =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|times|weekends?|quarters?|nights|mornings|points?|cents?|dollars?|percents?|percentage|others?|as|is|was|has|this|its|us|plus|vs|versus|less|perhaps|thus|across|towards?|besides|always|sometimes|series|news|politics|terms?|ages?|seasons|years?-old|year-olds?|ways|straight|consecutive|%)$/i
const ends =
  /^(?:in|on|at|of|to|for|from|by|with|and|or|but|as|that|which|who|when|while|if|than|then|will|would|can|could|may|might|must|should|is|are|was|were|be|been|being|has|have|had|do|does|did|not|after|before|since|until|because|though|so|into|over|under|about|per|a|an|the|this|these|those|it|they|he|she|we|you|i|said|says|pm|am|p\.m|a\.m|out|up|down|off|through|between|among|during|without|within|against|against|away|ahead|ago|earlier|later|january|february|march|april|may|june|july|august|september|october|november|december)$/i

const attached = Object.keys(measures).join('|')
const many = '(?:dozen|hundred|thousand|million|billion|trillion)'
const magnitude = `(?:[ \\u00a0-](?<scale>${magnitudeWords})|(?<letter>[mk]|bn|mn)(?= ))?`
const number = `(?<value>${digitsPattern}|${wordsPattern})${magnitude}`
const expression = new RegExp(
  `(?<![\\p{L}\\p{N}.,$£€¥#№/:+-])${number}(?:\\s?(?:-|–|—|to|or|and)\\s?(?<upper>${digitsPattern}|${wordsPattern})(?:[ \\u00a0-](?<upperScale>${magnitudeWords}))?)?(?:(?=(?:${attached})(?![\\p{L}\\p{N}]))|(?![\\p{L}\\p{N}%]|[.,:/]\\d|-\\p{L}))`,
  'giu',
)
const nextWord = /[ \u00a0]?(?<word>[\p{L}][\p{L}’'.-]{0,24}[\p{L}]|\p{L})(?<after>[’']s?)?/uy
const mostWords = 5

/** Every count of a text whose noun stands after it, in order. */
export function countsIn(text: string): Amount[] {
  const found: Amount[] = []
  for (const match of text.matchAll(expression)) {
    const groups = match.groups ?? {}
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    // The last digits of 100 000 are no number.
    if (/(?<!\d)\d{1,3}[\s’']$/u.test(before) && /^\d{3}(?!\d)/.test(match[0])) continue
    if (!isCounting(groups, before)) continue
    const noun = nounAfter(text, match.index + match[0].length)
    const value = decimalOf(groups.value ?? '')
    const upper = groups.upper === undefined ? null : decimalOf(groups.upper)
    if (noun === null || value === null) continue
    const last = magnitudeOf(groups.upperScale)
    const own = magnitudeOf(groups.scale ?? groups.letter)
    const first = own.power === 0 && upper !== null ? last : own
    const [low, high] = [
      shiftDecimal(value, first.power),
      upper === null ? null : shiftDecimal(upper, last.power),
    ]
    // "Of 40 and 30 ships" and "five or three boats" are no ranges.
    const isRange = high !== null && Number(high) > Number(low)
    if (high !== null && !isRange) continue
    found.push({
      start: match.index,
      end: noun.end,
      value: low,
      upper: high,
      unit: noun.singular,
      scale: first.scale,
      rule: 'count',
      confidence: first.power > 0 || /\d{2}/.test(groups.value ?? '') ? 0.85 : 0.7,
    })
  }
  return found
}

const measuring = new Set(Object.values(measures))

/** Whether an amount counts people or things, and not metres, tonnes or money. */
export function countsThings({ rule, unit }: Pick<Amount, 'rule' | 'unit'>): boolean {
  return rule === 'count' && !measuring.has(unit) && !/^degree/.test(unit)
}

/** Small numbers in words, years, and numbers that are part of a name count nothing worth keeping. */
function isCounting(
  { value = '', scale, letter, upper }: Record<string, string | undefined>,
  before: string,
): boolean {
  if (
    /(?:no\.|nos\.|number|page|chapter|section|article|room|route|flight|channel|act|vol\.|volume|phase|grade|type|size|aged?)\s$/i.test(
      before,
    )
  )
    return false
  if (scale !== undefined || letter !== undefined)
    return !/^an?$/i.test(value) || new RegExp(`^${many}$`, 'i').test(scale ?? '')
  if (
    /^(?:an?|half|zero|one|two|three|four|five|six|seven|eight|nine)(?:\s|$)/i.test(value) &&
    !/hundred/i.test(value)
  )
    return false
  // A year; "between" and ranges of years too.
  if (/^(?:1[5-9]|20)\d\d$/.test(value)) return false
  return !(upper !== undefined && /^(?:1[5-9]|20)\d\d$/.test(upper))
}

/** The counted noun: the first plural within a few words, before any word that ends the phrase. */
function nounAfter(text: string, start: number): { end: number; singular: string } | null {
  let at = start
  const of = /^[ \u00a0]of[ \u00a0](?:the|its|their|his|her|our|these|those|all)(?=[ \u00a0])/i.exec(
    text.slice(at, at + 16),
  )
  if (of !== null) at += of[0].length
  for (let count = 0; count < mostWords; count++) {
    nextWord.lastIndex = at
    const match = nextWord.exec(text)
    const word = match?.groups?.word
    if (match === null || word === undefined) return null
    const end = nextWord.lastIndex
    const own = match.groups?.after === undefined ? end : end - match.groups.after.length
    if (count === 0 && /^(?:more|other|additional|new|extra|different|of)$/i.test(word)) {
      at = end
      continue
    }
    if (ends.test(word) || (leftOut.test(word) && count < 2)) return null
    const singular = withScale(singularOf(word), text, end)
    if (singular !== null) return { end: own, singular }
    at = end
    if (match.groups?.after !== undefined || /[.]$/.test(word)) return null
    // A clause or a list of adjectives goes on after a comma: "low-, middle-income".
    const dash = /^-(?=[ \u00a0](?:and|or)[ \u00a0])[ \u00a0](?:and|or)/.exec(text.slice(at, at + 8))
    if (dash !== null) at += dash[0].length
  }
  return null
}

/** "Degrees" are of a scale. */
function withScale(singular: string | null, text: string, end: number): string | null {
  const scale =
    singular === 'degree' && /^ (Celsius|Fahrenheit|C|F)(?!\p{L})/u.exec(text.slice(end, end + 12))?.[1]
  return scale ? `degree ${scale === 'C' ? 'Celsius' : scale === 'F' ? 'Fahrenheit' : scale}` : singular
}

function singularOf(word: string): string | null {
  const measure = measures[word]
  if (measure !== undefined) return measure
  const plain = word.toLowerCase()
  const irregular = plurals[plain]
  if (irregular !== undefined) return irregular === '' ? null : irregular
  if (leftOut.test(plain) || !/[^s’']s$/.test(plain) || plain.length < 4 || /(?:ous|ss|us|is)$/.test(plain))
    return null
  if (/ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y')
  return word.replace(/(ch|sh|x|ss|z)es$/, '$1').replace(/s$/, '')
}
