// What a page says of itself: in JSON-LD, in its meta elements, in its elements.
import { line, webAddress } from '../../../shared/model/v1/fields.ts'
import type { Captured } from '../captured.ts'
import { type DomDocument, type DomElement, parsePage } from '../from-html/dom.ts'
import { foldAll } from '../from-html/words-kept.ts'
import { type ArticleThing, articleInJsonLd } from './json-ld.ts'
import { linkTarget } from './tracking.ts'
import { writtenDay } from './written-day.ts'

export type PageFacts = Pick<Captured, 'title' | 'publisher' | 'authors' | 'url' | 'publishedOn' | 'language'>

/**
 * What a page says of itself; what it does not say is null. `savedFrom` is the address that it was saved from, where the
 * file around it knows, and `html` the page as it is written, for the comment that browsers leave in it.
 */
export function pageFacts(document: DomDocument, html: string, savedFrom: string | null): PageFacts {
  const article = articleInJsonLd(document)
  const meta = metaOf(document)
  const publisher = lineOf(article?.publisher) ?? lineOf(meta(...publisherNames)) ?? null
  return {
    title: titleOf(document, article, meta, publisher),
    publisher,
    authors: authorsOf(document, article, meta),
    url: addressOf(document, article, meta, savedFrom ?? savedFromComment(html)),
    publishedOn: writtenDay(article?.publishedOn) ?? firstDay(meta.all(...dateNames)) ?? dayOfTime(document),
    language: languageOf(
      document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang'),
      article?.language,
      meta('content-language', 'dc.language', 'og:locale'),
    ),
  }
}

const titleNames = [
  'og:title',
  'citation_title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
  'twitter:title',
]
const publisherNames = [
  'og:site_name',
  'citation_journal_title',
  'citation_publisher',
  'dc.publisher',
  'publisher',
  'application-name',
]
const authorNames = [
  ...[
    'citation_author',
    'author',
    'article:author',
    'og:article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
  ],
  ...['sailthru.author', 'byl', 'twitter:creator:name'],
]
const dateNames = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
  ],
  ...[
    'citation_date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'pubdate',
    'publishdate',
    'publish_date',
  ],
  ...['publication_date', 'cxenseparse:recs:publishtime', 'date'],
]

type Meta = { (...names: string[]): string | null; all(...names: string[]): string[] }

/** The contents of a page's meta elements, by name, property or itemprop; of several names the first counts. */
function metaOf(document: DomDocument): Meta {
  const values = new Map<string, string[]>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = foldAll(element.getAttribute('content') ?? '')
    if (content === '') continue
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase().replace(/^dc:/, 'dc.')
      if (name) values.set(name, [...(values.get(name) ?? []), content])
    }
  }
  const all = (...names: string[]) => names.flatMap(name => values.get(name) ?? [])
  return Object.assign((...names: string[]) => all(...names)[0] ?? null, { all })
}

function titleOf(
  document: DomDocument,
  article: ArticleThing | null,
  meta: Meta,
  publisher: string | null,
): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .map(heading => foldAll(heading.textContent ?? ''))
    .filter(Boolean)
  const named =
    lineOf(article?.headline) ??
    lineOf(meta(...titleNames)) ??
    lineOf(document.querySelector('title')?.textContent)
  const only = headings.length === 1 ? (lineOf(headings[0]) ?? null) : null
  return named === null ? only : withoutSite(named, publisher, headings)
}

/** A title without the name of the site that follows, or goes before it. */
function withoutSite(title: string, publisher: string | null, headings: readonly string[]): string {
  const parts = title.split(/\s+[|–—\-·»:]{1,2}\s+|\s*[|｜]\s*/)
  if (parts.length < 2) return title
  const heading = headings.find(
    words => words.length > 10 && title.length > words.length && title.startsWith(words),
  )
  if (heading) return heading
  const isSite = (part: string | undefined) =>
    part !== undefined && publisher !== null && comparable(part) === comparable(publisher)
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜–—\-·»:]+$/, '') || title
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|｜–—\-·»:]+/, '') || title
  return title
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/^the\s+|\.(?:com|org|net|jp|co\.\w\w)$|[^\p{L}\p{N}]/gu, '')
}

function authorsOf(document: DomDocument, article: ArticleThing | null, meta: Meta): string[] {
  const inPage =
    '[itemprop="author"] [itemprop="name"], [itemprop="author"], [rel="author"], .byline-name, .byline__name, .author-name'
  const candidates = [
    article?.authors ?? [],
    ...authorNames.map(name => meta.all(name)),
    bylineOf(document),
    [...document.querySelectorAll(inPage)].slice(0, 8).map(element => element.textContent ?? ''),
  ]
  for (const names of candidates) {
    const authors = [...new Set(names.flatMap(namesIn))]
    if (authors.length > 0) return authors.slice(0, 50)
  }
  return []
}

/** The people in a line that is called a byline and begins with "By"; their posts are in lower-case letters. */
function bylineOf(document: DomDocument): string[] {
  const lines = [...document.querySelectorAll('[class*="byline" i]')].map(line =>
    foldAll(line.textContent ?? ''),
  )
  const names = lines.filter(words => words.length <= 150 && /^by\s/i.test(words)).flatMap(namesIn)
  return names.filter(name =>
    /^(?:(?:\p{Lu}\S*|de|da|del|della|di|du|la|le|van|von|der|den|al|bin|y|e)(?:\s|$)){2,6}$/u.test(name),
  )
}

const bylineLabel = /^(?:(?:by|von|par|por)\s+|(?:取材・文|文責|文|執筆|記者)\s*[＝=・:：]\s*)/i

/** The names in a byline: "By Ann Lee and Bo Chan" are two, "Lee, Ann" is one, an address is none. */
function namesIn(byline: string): string[] {
  const plain = lineOf(byline)?.replace(bylineLabel, '').trim() ?? ''
  if (plain === '' || plain.length > 300 || /^https?:|^@|^www\./i.test(plain)) return []
  const parts = plain.split(/\s*(?:,\s*and\s|[,;、，]|\sand\s|\s&\s)\s*/).filter(Boolean)
  const areNames = parts.every(
    part => /\S\s+\S/.test(part) || /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,}$/u.test(part),
  )
  return areNames ? parts : [plain]
}

function addressOf(
  document: DomDocument,
  article: ArticleThing | null,
  meta: Meta,
  savedFrom: string | null,
): string | null {
  const saved = valid(savedFrom, null)
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null
  const said = valid(canonical, saved) ?? valid(meta('og:url'), saved) ?? valid(article?.url, saved)
  // Some sites name their front page on every page.
  const isFrontPage = said !== null && new URL(said).pathname === '/' && saved !== null
  return isFrontPage ? saved : (said ?? saved)
}

function valid(address: unknown, base: string | null): string | null {
  const target = typeof address === 'string' ? linkTarget(address, base) : null
  return webAddress.safeParse(target).data ?? null
}

/** `<!-- saved from url=(0042)https://… -->`, as browsers write it when they save a page; Firefox and SingleFile have their own. */
function savedFromComment(html: string): string | null {
  const head = html.slice(0, 5000)
  const found =
    /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(head) ?? /<!--[^>]*?\burl:\s*(https?:\S+)/i.exec(head)
  return found?.[1] ?? null
}

function firstDay(values: readonly string[]): string | null {
  for (const value of values) {
    const day = writtenDay(value)
    if (day) return day
  }
  return null
}

function dayOfTime(document: DomDocument): string | null {
  const times = [...document.querySelectorAll('time[datetime], [itemprop="datePublished"]')].filter(
    time => time.closest('nav, aside, footer, [class*="comment"], [class*="related"]') === null,
  )
  const told = times.find(time => time.hasAttribute('pubdate') || time.matches('[itemprop="datePublished"]'))
  const near = times.find(time => time.closest('article, main, header') !== null)
  return dayAt(told) ?? dayAt(near) ?? dayAt(times[0])
}

function dayAt(time: DomElement | undefined): string | null {
  return writtenDay(time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent)
}

/** The first of some values that is a language, as a BCP 47 tag. */
export function languageOf(...values: unknown[]): string | null {
  for (const value of values) {
    if (typeof value !== 'string' || value.length > 35) continue
    try {
      const [tag] = Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))
      if (tag && tag !== 'und') return tag
    } catch {
      // Pages write anything here.
    }
  }
  return null
}

function lineOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  // Some pages write character references where the letters themselves belong.
  const plain = /&(?:#\d+|#x[\da-f]+|\w+);/i.test(value)
    ? (parsePage(value.replaceAll('<', '&lt;')).body.textContent ?? '')
    : value
  return line.safeParse(foldAll(plain)).data ?? null
}
