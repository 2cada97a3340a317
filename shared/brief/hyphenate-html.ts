// Soft hyphens in the running text of a brief that is printed. Chromium has no patterns of its own for them where it is embedded.
import createHyphenator, { type HyphenationFunctionSync, type PatternsDefinition } from 'hyphen'
import english from 'hyphen/patterns/en-gb.js'
import french from 'hyphen/patterns/fr.js'
import italian from 'hyphen/patterns/it.js'

/** By the first part of a BCP 47 tag. */
const languages: Readonly<Record<string, (text: string) => string>> = {
  en: dividedBy(english),
  fr: dividedBy(french),
  it: dividedBy(italian),
}

function dividedBy(patterns: PatternsDefinition): (text: string) => string {
  return createHyphenator(patterns) as HyphenationFunctionSync
}

/** What running text stands in, and what in it is none: names of things, figures, small print. */
const running = /^(?:p|li)$/
const never = /^(?:a|cite|code|dl|figcaption|h[1-6]|header|nav|pre|sup|svg|table)$/
const neverOf = /\bclass="(?:[^"]* )?(?:annex|datum|date|missing|number|person|sources)[ "]/
const empty = /^(?:br|hr|img|wbr)$/

type Place = { language: string; isRunning: boolean; isNever: boolean }

/** HTML as a brief is rendered, in a language (BCP 47), with soft hyphens in long words of the languages that have patterns here. */
export function hyphenateHtml(html: string, language: string): string {
  const around: Place[] = [{ language, isRunning: false, isNever: false }]
  return html.replace(/<(\/?)(\w+)([^>]*)>|[^<]+/g, (piece, end?: string, name?: string, rest = '') => {
    const place = around.at(-1)
    if (!place) return piece
    if (name === undefined)
      return place.isRunning && !place.isNever ? hyphenate(piece, place.language) : piece
    if (end === '/') around.pop()
    else if (!empty.test(name) && !rest.endsWith('/'))
      around.push({
        language: /\blang="([^"]+)"/.exec(rest)?.[1] ?? place.language,
        isRunning: place.isRunning || running.test(name),
        isNever: place.isNever || never.test(name) || neverOf.test(rest),
      })
    return piece
  })
}

/** Words of small letters alone: no names, no addresses, and nothing that has a hyphen already. */
function hyphenate(text: string, language: string): string {
  const divide = languages[language.split('-')[0]?.toLowerCase() ?? '']
  if (!divide) return text
  return text.replace(/(?<=^|[\s(“‘—–/])\p{Ll}{6,}(?=$|[\s.,:;!?)”’—–/])(?!\.\p{L})/gu, word =>
    // Fewer letters than three are not left alone.
    divide(word).replace(/^(\p{L}{1,2})\u00ad/u, '$1'),
  )
}
