// What a page says of its article in JSON-LD, in schema.org's words.
import type { DomDocument } from '../from-html/dom.ts'

type Thing = Record<string, unknown>

/** The values as the page has them, unchecked: an author may be a name, a thing with a name, or a list of either. */
export type ArticleThing = {
  headline: unknown
  authors: string[]
  publisher: string | null
  publishedOn: unknown
  url: unknown
  language: unknown
}

/** The first article that a page describes; null where it describes none. */
export function articleInJsonLd(document: DomDocument): ArticleThing | null {
  const things = [...document.querySelectorAll('script[type="application/ld+json" i]')]
    .map(script => parsed(script.textContent ?? ''))
    .flatMap(value => thingsIn(value, 0))
  const byId = new Map(things.filter(hasMore).map(thing => [thing['@id'], thing]))
  const ranked = [/^(?:\w*News)?Article$|PressRelease|Reportage/, /Article$|Posting$|^Report$|^Review$/]
  const article = ranked
    .map(names =>
      things.find(thing => hasMore(thing) && list(thing['@type']).some(type => names.test(String(type)))),
    )
    .find(thing => thing !== undefined)
  if (!article) return null
  const nameOf = (value: unknown) => namesOf(value, byId)[0] ?? null
  return {
    headline: article.headline ?? article.name,
    authors: [...namesOf(article.author, byId), ...(article.author ? [] : namesOf(article.creator, byId))],
    publisher: nameOf(article.publisher) ?? nameOf(article.sourceOrganization),
    publishedOn: article.datePublished ?? article.dateCreated,
    url: article.url ?? idOf(article.mainEntityOfPage),
    language: article.inLanguage,
  }
}

function parsed(script: string): unknown {
  // Line ends within a text, comments of HTML around the whole: pages have them, JSON does not.
  const json = script
    .replace(/^\s*<!--|-->\s*$|^\s*\/\*.*?\*\/|\/\/\s*(?:<!\[CDATA\[|\]\]>)/g, '')
    .replace(/\s+/g, ' ')
  try {
    return JSON.parse(json.trim().replace(/;$/, ''))
  } catch {
    return null
  }
}

const deepest = 10

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap(part => thingsIn(part, depth + 1))
  if (!isThing(value)) return []
  const inside = ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'about'].map(
    name => value[name],
  )
  return [value, ...inside.flatMap(part => thingsIn(part, depth + 1))]
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasMore(thing: Thing): boolean {
  return Object.keys(thing).some(key => !key.startsWith('@'))
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function namesOf(value: unknown, byId: ReadonlyMap<unknown, Thing>): string[] {
  return list(value).flatMap(part => {
    if (typeof part === 'string') return [part]
    if (!isThing(part)) return []
    const thing = part.name === undefined ? (byId.get(part['@id']) ?? part) : part
    return list(thing.name).filter(name => typeof name === 'string')
  })
}

function idOf(value: unknown): unknown {
  return isThing(value) ? (value['@id'] ?? value.url) : value
}
