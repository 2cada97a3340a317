// Amounts of money, percentages and points in a text, with their ranges.
import {
  codePattern,
  coinPattern,
  currencyNamePattern,
  currencyOf,
  isWordCode,
  symbolAfterPattern,
  symbolPattern,
} from './currencies.ts'
import {
  decimalOf,
  digitsPattern,
  magnitudeLetters,
  magnitudeOf,
  magnitudeWords,
  shiftDecimal,
  wordsPattern,
} from './numbers.ts'
import type { SuggestedFigure } from './suggestions.ts'

export type Amount = Pick<
  SuggestedFigure,
  'start' | 'end' | 'value' | 'upper' | 'unit' | 'scale' | 'rule' | 'confidence'
>

type Groups = Record<string, string | undefined>

const gap = '[ \\u00a0-]?'
// A raised figure after a word is a note's.
const wordEnd = '(?![\\p{L}\\p{Nd}])'
const scaled = (name: string) =>
  `(?:[ \\u00a0\\u202f\\u2011-]{0,2}(?<${name}>(?i:${magnitudeWords})|${magnitudeLetters}|BN|MN|TN)${wordEnd})?`
const scaledWord = (name: string) => `(?:[ \\u00a0-](?<${name}>${magnitudeWords}))?`
const join = '\\s?(?:-|–|—|to|and)\\s?(?:(?:as\\smuch\\sas|more\\sthan|about|almost|nearly|up\\sto)\\s)?'
const number = (name: string) => `(?<${name}>${digitsPattern}|${wordsPattern})`
const pointWords = 'percentage[ -]points?|pps?|ppts?|basis[ -]points?|bps?'
const percentWords = '%|percent|per[ \\u00a0]cent|pct\\.?|pc'
const names = `${currencyNamePattern}|${coinPattern}`
const upper = `(?<upper>${digitsPattern})`

const table: { rule: string; start: string; range: string; end: string }[] = [
  {
    rule: 'money by symbol',
    start: `(?<unit>${symbolPattern}) ?(?<value>${digitsPattern})${scaled('scale')}`,
    range: `${join}(?:${symbolPattern} ?)?${upper}${scaled('upperScale')}(?!\\s?(?:%|percent))${wordEnd}`,
    end: '',
  },
  {
    rule: 'money by code',
    start: `(?<unit>${codePattern}) ?(?<value>${digitsPattern})${scaled('scale')}`,
    range: `${join}(?:${codePattern} ?)?${upper}${scaled('upperScale')}${wordEnd}`,
    end: '',
  },
  {
    rule: 'money by name',
    start: `${number('value')}${scaledWord('scale')}`,
    range: `(?:[ \\u00a0-](?:${names}))?${join}${upper}${scaledWord('upperScale')}`,
    end: `[ \\u00a0-](?<unit>${names})${wordEnd}(?:\\s(?:and\\s)?${number('coins')}[ \\u00a0-](?:cents?|pence)${wordEnd})?`,
  },
  {
    rule: 'money by code after',
    start: `(?<value>${digitsPattern})${scaled('scale')}`,
    range: `${join}${upper}${scaled('upperScale')}`,
    end: `${gap}(?<unit>${codePattern})${wordEnd}`,
  },
  {
    rule: 'money by symbol after',
    start: `(?<value>${digitsPattern})${scaled('scale')}`,
    range: `${join}${upper}${scaled('upperScale')}`,
    end: `${gap}(?<unit>${symbolAfterPattern})(?! ?\\d)`,
  },
  {
    rule: 'percent',
    start: number('value'),
    range: `(?:${gap}(?:${percentWords}))?${join}${upper}`,
    end: `${gap}(?<unit>${pointWords}|${percentWords})${wordEnd}`,
  },
]

const expressions = table.map(({ rule, start, range, end }) => {
  // Codes and letters of magnitude are told apart by their capitals; the words of percentages may begin a sentence.
  const flags = rule === 'percent' || rule === 'money by name' ? 'giu' : 'gu'
  const alone = '(?<![\\p{L}\\p{N}.,$£€¥])'
  return {
    rule,
    ranged: new RegExp(`${alone}${start}(?:${range})?${end}`, flags),
    single: new RegExp(`${alone}${start}${end}`, flags),
  }
})

/** Every amount of a text, in order, none within another. */
export function amountsIn(text: string): Amount[] {
  const found: Amount[] = []
  for (const { rule, ranged, single } of expressions) {
    for (const match of text.matchAll(ranged)) {
      const groups = match.groups ?? {}
      const amount = read(rule, groups, match.index, match[0], text)
      if (
        groups.upper === undefined ||
        isRange(amount, match[0], text.slice(Math.max(0, match.index - 80), match.index))
      ) {
        if (amount !== null) found.push(amount)
        continue
      }
      // Two amounts that make no range stand each for itself.
      for (const inner of match[0].matchAll(single)) {
        const part = read(rule, inner.groups ?? {}, match.index + inner.index, inner[0], text)
        if (part !== null) found.push(part)
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  const apart = found.filter(amount => {
    if (amount.start < end) return false
    end = amount.end
    return true
  })
  return apart.map(amount => withMinus(amount, text))
}

/** A minus before the number belongs to it; a hyphen does where no word or number stands before it. */
function withMinus(amount: Amount, text: string): Amount {
  const isNegative = /(?:^|[^\p{L}\p{N}])[−-]$|−$/u.test(
    text.slice(Math.max(0, amount.start - 2), amount.start),
  )
  if (!isNegative || amount.upper !== null) return amount
  return { ...amount, start: amount.start - 1, value: `-${amount.value}` }
}

const change =
  /(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grow|increas\w+|decreas\w+|declin\w+|dropp?\w*|cut|rais\w+|lower\w*|climb\w*|jump\w*|slid|slipp?\w*|mov\w+|went|up|down|revis\w+|chang\w+|slash\w*|boost\w*|dipp?\w*|plung\w+|surg\w+|widen\w*|narrow\w*)(?:\s\S{1,20}){0,5}?\s(?:from\s)?$/i

/** "Between 5 and 10", "5 to 10" and "5–10" are ranges; "5 and 10", "10 to 5" and "rose from 5 to 10" are two amounts. */
function isRange(amount: Amount | null, words: string, before: string): boolean {
  if (amount?.upper == null || Number(amount.upper) <= Number(amount.value)) return false
  if (/\sand\s/i.test(words)) return /\bbetween\s(?:\S+\s){0,2}$/i.test(before)
  return !(/\sfrom\s$/i.test(before) && change.test(before))
}

/** Whether a number goes on after what was read of it: no amount is better than one a thousand times too small. */
function goesOn(after: string): boolean {
  return (
    /^[\s\u2011\u200b-]{0,2}(?:hundred|thousand|(?:m|b|tr|quadr)il(?:l(?:ion|iard)e?n?)?|mrd|mio|[mbt]n|bln|mln)(?!\p{L})/iu.test(
      after,
    ) ||
    /^\s?[万萬億亿兆]/u.test(after) ||
    /^[\s’']\d{3}(?!\d)/u.test(after)
  )
}

function read(rule: string, groups: Groups, index: number, words: string, text: string): Amount | null {
  const unit = unitOf(groups.unit ?? '')
  const value = decimalOf(groups.value ?? '')
  const high = groups.upper === undefined ? null : decimalOf(groups.upper)
  if (unit === null || value === null) return null
  // "$20s" are notes, not an amount; "a dollar" is a word more often than a sum.
  if (/^s(?!\p{L})/u.test(text.slice(index + words.length, index + words.length + 2))) return null
  if (/^an?$/i.test(groups.value ?? '') && groups.scale === undefined) return null
  if (goesOn(text.slice(index + words.length, index + words.length + 16))) return null
  if (!isMoney(groups, text.slice(index + words.length, index + words.length + 4))) return null
  const last = magnitudeOf(groups.upperScale)
  // "$5 to $10 billion" shares its magnitude, "$500 to $2 million" does not.
  const isShared = groups.scale === undefined && high !== null && Number(value) < Number(high)
  const first = isShared ? last : magnitudeOf(groups.scale)
  const coins = /cent$|cents$|pence$/i.test(groups.unit ?? '') && unit.length === 3 ? -2 : 0
  return {
    start: index,
    end: index + words.length,
    value: withCoins(shiftDecimal(value, coins + first.power), groups.coins),
    upper: high === null ? null : shiftDecimal(high, coins + last.power),
    unit,
    scale: first.scale,
    rule,
    confidence: rule === 'money by name' && !/^\d/.test(groups.value ?? '') ? 0.85 : 0.95,
  }
}

/** "ALL 50" has no lek, "20 pounds of flour" no sterling and "of the eight, 5 won" no won. */
function isMoney({ unit = '', value = '', scale }: Groups, after: string): boolean {
  if (scale !== undefined) return true
  if (isWordCode(unit)) return /[.,]/.test(value)
  if (/^pounds?$/i.test(unit)) return !/^ of/.test(after)
  return !/^(?:won|rand|real|francs?|lei|lev|kip|marks?)$/i.test(unit) || /\d{2}/.test(value)
}

/** "Thirteen dollars and forty cents" is one amount. */
function withCoins(value: string, coins: string | undefined): string {
  const hundredths = coins === undefined ? null : decimalOf(coins)
  if (hundredths === null || value.includes('.') || !/^\d{1,2}$/.test(hundredths)) return value
  return `${value}.${hundredths.padStart(2, '0')}`
}

function unitOf(words: string): string | null {
  if (/^(?:percentage|pps?$|ppts?$)/i.test(words)) return 'pp'
  if (/^(?:basis|bps?$)/i.test(words)) return 'bps'
  if (/^(?:%|per|pct|pc$)/i.test(words)) return '%'
  return currencyOf(words)
}
