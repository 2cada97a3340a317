// Title, publisher, authors, date and address of a text, where they stand in it; nothing is guessed.
import { parse as parseYaml } from 'yaml'
import { parseDateWords } from '../../shared/dates/parse-date-words.ts'
import type { Source } from '../../shared/model/records.ts'
import { edtfDate, line, webAddress } from '../../shared/model/v1/fields.ts'

type Proposed = Pick<Source, 'title' | 'publisher' | 'authors' | 'url' | 'publishedOn'>

const longestTitle = 120
/** How far down the lines about an article are looked for. */
const headLines = 15

/** Proposes what a person would copy from the head of the text. What does not stand there is null. */
export function proposeFields(text: string): Proposed {
  const { matter, body } = splitFrontMatter(text)
  const lines = body.split(/\r?\n/).map(plain).filter(Boolean)
  const head = lines.slice(0, headLines)
  const labelled = (names: string) => labelledValue(head, names)
  const by = byline(head)
  return {
    title:
      valid(line, matter.title) ??
      headingOf(body) ??
      shortened(head.find(text => !isAbout(text)) ?? lines[0] ?? 'Untitled'),
    publisher:
      valid(line, matter.publisher ?? matter.source ?? matter.site) ??
      labelled('publisher|publication|source') ??
      by.publisher,
    authors:
      authorsOf(matter.authors ?? matter.author) ?? authorsOf(labelled('authors?|by') ?? by.authors) ?? [],
    url: valid(webAddress, matter.url ?? matter.link ?? matter.source) ?? addressOf(head),
    publishedOn:
      dateOf(matter.date ?? matter.published) ??
      dateOf(labelled('date|published(?: on)?|posted(?: on)?')) ??
      dateLine(head) ??
      by.publishedOn,
  }
}

type Matter = Record<string, unknown>

function splitFrontMatter(text: string): { matter: Matter; body: string } {
  const found = /^---\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!found) return { matter: {}, body: text }
  const body = text.slice(found[0].length)
  try {
    // The core schema leaves dates as the words they are.
    const parsed: unknown = parseYaml(found[1] ?? '', { schema: 'core', maxAliasCount: 0 })
    return { matter: typeof parsed === 'object' && parsed !== null ? (parsed as Matter) : {}, body }
  } catch {
    return { matter: {}, body }
  }
}

function headingOf(body: string): string | null {
  const first = /^\s*#{1,6}[ \t]+(.+)$/m.exec(body.slice(0, 2000))
  const isFirstThing =
    first && (first[0].trimStart().startsWith('# ') || body.slice(0, first.index).trim() === '')
  return isFirstThing ? shortened(plain(first[1] ?? '').replace(/\s+#+$/, '')) || null : null
}

function shortened(words: string): string {
  const trimmed = words.replace(/[.。]$/, '').trim()
  if (trimmed.length <= longestTitle) return trimmed
  const cut = trimmed.slice(0, longestTitle)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle / 2)).replace(/[\s,;:—-]+$/, '')}…`
}

function labelledValue(head: readonly string[], names: string): string | null {
  const pattern = new RegExp(`^(?:${names})\\s*:\\s*(.{1,300})$`, 'i')
  for (const text of head) {
    const value = pattern.exec(text)?.[1]?.trim()
    if (value && !/^https?:/.test(value)) return value
  }
  return null
}

type Byline = { authors: string | null; publisher: string | null; publishedOn: string | null }

/** "By Ann Lee, The Paper, 3 May 2025": people first, then perhaps a name with an article, and a date. */
function byline(head: readonly string[]): Byline {
  const found = head.map(text => /^By (\p{Lu}[^.!?]{2,150})$/u.exec(text)?.[1]).find(Boolean)
  const parts = (found ?? '').split(/,\s*|\s+[|·–—]\s+/).filter(Boolean)
  const isDate = (part: string) => /\d{4}/.test(part) && dateOf(part) !== null
  const publisher = parts.find((part, index) => index > 0 && /^The \p{Lu}/u.test(part)) ?? null
  const people = parts.filter(part => part !== publisher && !isDate(part))
  return {
    authors: people.join(', ') || null,
    publisher,
    publishedOn: dateOf(parts.find(isDate)),
  }
}

function authorsOf(value: unknown): string[] | null {
  const names = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/,\s*|\s+and\s+|;\s*/)
      : []
  const authors = names.map(name => valid(line, name)).filter(name => name !== null)
  return authors.length > 0 ? authors : null
}

function addressOf(head: readonly string[]): string | null {
  for (const text of head) {
    const address = /^(?:(?:url|link|source|original)\s*:\s*)?<?(https?:\/\/\S+?)>?$/i.exec(text)?.[1]
    if (address) return valid(webAddress, address)
  }
  return null
}

/** A line about the article, which is no title of it: who wrote it, when, where. */
function isAbout(text: string): boolean {
  const isLabelled =
    /^(?:publisher|publication|source|authors?|by|url|link|original|date|published(?: on)?|posted(?: on)?)\s*:/i
  return (
    byline([text]).authors !== null ||
    dateLine([text]) !== null ||
    addressOf([text]) !== null ||
    isLabelled.test(text)
  )
}

/** A line that says nothing but a date. */
function dateLine(head: readonly string[]): string | null {
  for (const text of head) {
    if (text.length > 40 || !/\d{4}/.test(text)) continue
    const day = dateOf(text.replace(/^(?:published|posted|updated)(?: on)?\s+/i, ''))
    if (day && /^\d{4}-\d{2}/.test(day)) return day
  }
  return null
}

function dateOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const words = value.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  return valid(edtfDate, parseDateWords(words, null)?.when)
}

/** A value as a field may have it, or null. */
export function valid<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: unknown,
): T | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? (parsed.data ?? null) : null
}

/** A line without the Markdown marks around its words. */
function plain(text: string): string {
  return text
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/, '')
    .replace(/\*{1,3}|_{2,3}|`/g, '')
    .trim()
}
