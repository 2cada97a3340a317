// Columns of figures, aligned on their decimal mark. Pure: cells are HTML as they were drawn.
import { codePattern, symbolAfterPattern, symbolPattern } from '../extract/currencies.ts'
import type { DecimalMark } from '../series/number-cells.ts'
import { escapeHtml } from './escape-html.ts'

/** The mark that parts a number's whole from its fraction in a language (BCP 47). */
export function decimalMarkIn(language: string): DecimalMark {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}

/** What stands for a figure where there is none. */
const none = /^(?:|[-−–—]{1,2}|\.{2,3}|…|n\/a)$/i
/** A column of these is one of dates. */
const year = /^(?:1[89]|20)\d\d$/

const qualifier =
  '(?:about|at least|at most|more than|less than|up to|over|under|nearly|almost|c\\.|ca\\.)\\s'
const sign = '[-−–+±~≈<>≤≥]'
const currency = `${symbolPattern}|(?:${codePattern})(?![A-Za-z])`
/** Up to three words, none of them a name: "million tonnes", "GWh", but neither "May" nor "Downing Street". */
const word = '(?!\\p{Lu}\\p{Ll}{2})\\p{L}[\\p{L}\\p{No}.]*'
const unit = `(?:[%％‰°$£¥]|${symbolAfterPattern})?(?:\\s?${word}(?:[\\s/]${word}){0,2})?`

function figurePattern(mark: DecimalMark): RegExp {
  const [point, group] = mark === '.' ? ['\\.', ','] : [',', '.']
  const whole = `(?:\\d{1,3}(?:[${group}\\s'’]\\d{3})+|\\d+)`
  return new RegExp(
    `^(?<before>\\(?(?:${qualifier})?(?:${sign}\\s?)?(?:(?:${currency})\\s?)?(?:${sign}\\s?)?(?:${whole}(?!\\d)|(?=${point}\\d)))` +
      `(?<after>(?:${point}\\d+)?\\s?${unit}\\)?)$`,
    'u',
  )
}

const patterns = { '.': figurePattern('.'), ',': figurePattern(',') }

/**
 * The cells of a column (HTML) with what follows the whole part of each figure in `.after-mark`, as wide in all of them, and in
 * it the marks of sources and notes in `.hung`, which take no room. Null where not all are figures, or signs that there is none.
 */
export function alignFigures(cells: readonly string[], mark: DecimalMark): string[] | null {
  const read = cells.map(cell => {
    const parts = partsOf(cell)
    const words = parts.map(({ text }) => text).join('')
    const trimmed = words.trim()
    const figure = patterns[mark].exec(trimmed)?.groups
    const start = words.length - words.trimStart().length
    return {
      parts,
      isFigure: figure !== undefined,
      isNone: none.test(trimmed),
      isEmpty: trimmed === '',
      isYear: year.test(trimmed),
      split: start + (figure?.before ?? trimmed).length,
      after: figure?.after ?? '',
    }
  })
  const figures = read.filter(({ isFigure }) => isFigure)
  if (figures.length === 0 || read.some(({ isFigure, isNone }) => !isFigure && !isNone)) return null
  if (figures.every(({ isYear }) => isYear)) return null
  const widest = escapeHtml([...new Set(figures.map(({ after }) => after.replace(/\d/g, '0')))].join('\n'))
  return read.map(({ parts, split, isEmpty }, row) =>
    isEmpty ? (cells[row] ?? '') : divided(parts, split, widest),
  )
}

/** A piece of HTML that is not divided, and the words that it shows in the line: none of a tag and of a mark. */
type Part = { html: string; text: string; isMark: boolean }

function partsOf(html: string): Part[] {
  const pieces = html.match(/<sup\b[\s\S]*?<\/sup>|<[^>]*>|&(?:#\d+|#[Xx][\da-fA-F]+|\w+);|[\s\S]/gu) ?? []
  return pieces.map(piece => ({ html: piece, text: textOf(piece), isMark: piece.startsWith('<sup') }))
}

const named: Readonly<Record<string, string>> = { nbsp: '\u00a0', thinsp: '\u2009', minus: '−', ndash: '–' }

function textOf(piece: string): string {
  // Neither a picture nor a second line can be part of a figure.
  if (piece.startsWith('<')) return /^<(?:img|br)\b/.test(piece) ? '\ufffc' : ''
  const [, sign] = /^&#?(\w+);$/.exec(piece) ?? []
  if (sign === undefined) return piece
  if (!piece.startsWith('&#')) return named[sign] ?? '\ufffc'
  const code = Number(sign.replace(/^x/i, '0x'))
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffc'
}

/** Closes the elements that are open where a figure is divided, and opens them again after it. */
function divided(parts: readonly Part[], split: number, widest: string): string {
  const open: string[] = []
  let [at, length] = [0, 0]
  for (; at < parts.length && (length < split || parts[at]?.html.startsWith('</')); at++) {
    const { html, text } = parts[at] ?? { html: '', text: '' }
    if (html.startsWith('</')) open.pop()
    else if (html.startsWith('<') && !html.startsWith('<sup')) open.push(html)
    length += text.length
  }
  const html = (some: readonly Part[]) => some.map(each => each.html).join('')
  const closed = open.toReversed().map(tag => `</${/\w+/.exec(tag)?.[0]}>`)
  const after =
    open.join('') +
    html(parts.slice(at)).replace(/(?:<sup\b[\s\S]*?<\/sup>)+/g, '<span class="hung">$&</span>')
  return `${html(parts.slice(0, at))}${closed.join('')}<span class="after-mark" data-widest="${widest}">${after}</span>`
}
