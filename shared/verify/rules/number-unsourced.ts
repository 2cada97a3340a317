import { amountsIn } from '../../extract/amounts.ts'
import type { Range } from '../../extract/sentences.ts'
import { numbersIn } from '../../extract/written-numbers.ts'
import type { Figure } from '../../model/records.ts'
import { formatReference } from '../../references/reference.ts'
import { inEachParagraph } from '../brief-text.ts'
import { citedSentence } from '../cited-sentences.ts'
import { exampleBrief, exampleFigure } from '../example-records.ts'
import { saysFigure } from '../figure-says.ts'
import type { Fix } from '../finding.ts'
import { outsideOf, quotedRuns } from '../quoted-runs.ts'
import type { Rule, VerifiedBrief } from '../rule.ts'

export const numberUnsourced: Rule = {
  name: 'number-unsourced',
  severity: 'warning',
  wrong: 'A number stands in the prose, and nothing says where it is from.',
  mend: 'Link the figure, or name the source in the same sentence.',
  examples: {
    wrong: {
      ...exampleBrief('Japan holds $1.13 trillion in US bonds.'),
      libraryFigures: [exampleFigure],
    },
    right: exampleBrief('Japan holds :figure[$1.13 trillion]{#us-treasuries} in US bonds.'),
  },
  find: brief => {
    const { body } = brief.brief
    return outsideOf(inEachParagraph(brief.text, claimsIn), quotedRuns(brief.text))
      .filter(place => !citedSentence(brief, place).isCited)
      .map(({ start, end }) => {
        const words = body.slice(start, end)
        const fix = linkTo(words, { start, end }, brief)
        return {
          start,
          end,
          message: `Nothing says where ${words} is from. Link a figure, or name the source in this sentence.`,
          evidence: null,
          ...(fix && { fix }),
        }
      })
  },
}

/** Amounts, and counts of things: "15,000 troops", "1.2 million people". */
function claimsIn(prose: string): Range[] {
  const amounts: Range[] = amountsIn(prose).map(({ start, end }) => ({ start, end }))
  const isTaken = (at: number) => amounts.some(({ start, end }) => start <= at && at < end)
  for (const match of prose.matchAll(counts)) {
    if (isTaken(match.index) || isLabel(prose, match.index, match[0])) continue
    amounts.push({ start: match.index, end: match.index + match[0].trimEnd().length })
  }
  return amounts.sort((a, b) => a.start - b.start)
}

const counts =
  /(?<![\p{L}\p{N}.,/:#–—_-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{1,15}(?=\s(?:thousand|million|billion|trillion)\b)|\d{2,15}(?=\s\p{Ll}{2,}))(?:\s(?:thousand|million|billion|trillion)\b)?(?![\p{L}\p{N}/:%]|[.,:-]\d)/gu

const ofTime =
  /^\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|am|pm|a\.m|p\.m|noon|o|and|or|to|of|in|by|on|at|for|until|through|per|is|was|has|the)\b/u
const labelled =
  /(?:\b(?:page|paragraph|para|section|article|part|chapter|annex|table|figure|chart|point|item|question|clause|rule|line|no|nos|number|room|route|version|resolution|directive|step|day|week|in|by|since|until|from|of|during|before|after|through|and|to)\.?|[§#№])\s$/iu

/** A year, the number of a page, a length of time. */
function isLabel(prose: string, at: number, words: string): boolean {
  const before = prose.slice(Math.max(0, at - 16), at)
  const after = prose.slice(at + words.length, at + words.length + 16)
  if (/[.,\s]/.test(words.trim()) && !/^\d+\.\d+$/.test(words.trim())) return false
  // Four digits are a year, unless several of something follow.
  if (/^(?:1[5-9]|20)\d\d$/.test(words)) {
    return labelled.test(before) || !/^\s(?:\p{Ll}+(?<![isu])s|people|troops|staff)(?!\p{L})/u.test(after)
  }
  if (/(?:\b(?:in|by|of|since|until|from|and|to)\s)$/i.test(before)) return ofTime.test(after)
  return labelled.test(before) || ofTime.test(after) || isBeforeMonth.test(after)
}

const isBeforeMonth =
  /^\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

function linkTo(words: string, { start, end }: Range, brief: VerifiedBrief): Fix | null {
  const figure = figureOf(words, brief.libraryFigures ?? brief.evidence.figures)
  if (figure === null) return null
  const text = formatReference({ kind: 'figure', id: figure.id, label: words, block: false })
  return { words: `Link ${figure.measures}`, edits: [{ start, end, text }] }
}

/** The same numbers are looked for among the same figures at every key. */
const found = new WeakMap<readonly Figure[], Map<string, Figure | null>>()
const mostFound = 1000

/** The one figure whose value this is; null where none or several have it. */
function figureOf(words: string, figures: readonly Figure[]): Figure | null {
  const known = found.get(figures) ?? new Map<string, Figure | null>()
  const before = known.get(words)
  if (before !== undefined) return before
  if (known.size >= mostFound) known.clear()
  const figure = findFigure(words, figures)
  found.set(figures, known.set(words, figure))
  return figure
}

function findFigure(words: string, figures: readonly Figure[]): Figure | null {
  const [number, ...more] = numbersIn(words)
  if (number === undefined || more.length > 0 || number.unit === null) return null
  const [figure, ...others] = figuresNear(Number(number.value), figures).filter(
    each => (number.unit === each.unit || number.isUnitShared) && saysFigure(words, each),
  )
  return figure === undefined || others.length > 0 ? null : figure
}

/** By value: a library has thousands of figures, and few are near enough to be worth the exact comparison. */
const byValue = new WeakMap<readonly Figure[], { value: number; figure: Figure }[]>()

function figuresNear(value: number, figures: readonly Figure[]): Figure[] {
  const sorted =
    byValue.get(figures) ??
    figures.map(figure => ({ value: Number(figure.value), figure })).sort((a, b) => a.value - b.value)
  byValue.set(figures, sorted)
  const [least, most] = [value - Math.abs(value) / 2, value + Math.abs(value)]
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.value ?? 0) < least) low = middle + 1
    else high = middle
  }
  const near: Figure[] = []
  for (let at = low; at < sorted.length; at++) {
    const each = sorted[at]
    if (each === undefined || each.value > most) break
    near.push(each.figure)
  }
  return near
}
