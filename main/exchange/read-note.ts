// A note of Obsidian or Joplin: its fields and its text, whichever of the two wrote it.
import { basename, extname } from 'node:path'
import { day, edtfDate, line, webAddress } from '../../shared/model/v1/fields.ts'
import {
  type FrontMatter,
  FrontMatterFault,
  type FrontMatterValue,
  readFrontMatter,
  splitFrontMatter,
} from './front-matter.ts'
import { readJoplinItem } from './joplin-raw.ts'

export type Note = {
  title: string
  /** Other names by which notes link it. */
  aliases: string[]
  /** Joplin's id, by which notes of its own export link it. */
  joplinId: string | null
  body: string
  tags: string[]
  /** Where it was published: then it is an article that was captured, and not a note of the person's own. */
  url: string | null
  /** The day it bears, YYYY-MM-DD. */
  day: string | null
  /** When it was published, in EDTF. */
  publishedOn: string | null
  publisher: string | null
  authors: string[]
  /** The name of a template, where the note says one. */
  template: string | null
  /** What else its front matter says, as it is written there. */
  otherFields: string
}

/** The fields of a front matter that have a place in a brief or a source. */
const known = new Set(
  'title aliases alias tags tag keywords url link source source_url date created published publisher site author authors template'.split(
    ' ',
  ),
)

/** Reads a note; null where it is an item of Joplin's that is no note. `path` is within the folder. */
export function readNote(path: string, text: string): Note | null {
  const item = readJoplinItem(text)
  if (item) return item.type === 'note' ? joplinNote(item, path) : null
  const { yaml, body } = splitFrontMatter(text)
  let fields: FrontMatter = new Map()
  let otherFields = ''
  try {
    fields = readFrontMatter(yaml ?? '')
    otherFields = linesOfOthers(yaml ?? '', fields)
  } catch (error) {
    if (!(error instanceof FrontMatterFault)) throw error
    // A front matter that cannot be read is not lost: it stays in sight, in a comment.
    otherFields = yaml ?? ''
  }
  return { ...noteOf(fields, path), joplinId: null, body: body.replace(/^(?:[ \t]*\r?\n)+/, ''), otherFields }
}

function joplinNote(
  { title, body, properties }: NonNullable<ReturnType<typeof readJoplinItem>>,
  path: string,
): Note {
  const fields = new Map<string, FrontMatterValue>([
    ['title', title],
    ['source_url', properties.get('source_url') || null],
    ['author', properties.get('author') || null],
    ['created', properties.get('user_created_time') || properties.get('created_time') || null],
  ])
  return { ...noteOf(fields, path), joplinId: properties.get('id') ?? null, body, otherFields: '' }
}

function noteOf(fields: FrontMatter, path: string): Omit<Note, 'joplinId' | 'body' | 'otherFields'> {
  const one = (...names: string[]) => names.flatMap(name => listOf(fields.get(name))).find(Boolean) ?? null
  const all = (...names: string[]) => names.flatMap(name => listOf(fields.get(name)))
  const url =
    all('url', 'link', 'source', 'source_url').find(words => webAddress.safeParse(words).success) ?? null
  const created =
    all('date', 'created')
      .map(dayOf)
      .find(found => found !== null) ?? null
  const published = one('published', 'date', 'created')
  const name = basename(path, extname(path))
  return {
    title: fitting(line, one('title')) ?? fitting(line, name) ?? 'Untitled',
    aliases: all('aliases', 'alias'),
    tags: all('tags', 'tag', 'keywords')
      .flatMap(words => words.split(/\s*,\s*/))
      .flatMap(tagOf),
    url,
    day: created,
    publishedOn: (published && (dayOf(published) ?? fitting(edtfDate, published))) || null,
    publisher: fitting(line, all('publisher', 'site', 'source').find(words => words !== url) ?? null),
    authors: all('authors', 'author')
      .map(plainLink)
      .flatMap(words => fitting(line, words) ?? []),
    template: one('template'),
  }
}

function listOf(value: FrontMatterValue | undefined): string[] {
  if (value === null || value === undefined) return []
  return (typeof value === 'string' ? [value] : [...value]).map(words => words.trim()).filter(Boolean)
}

/** `2025-05-03 10:00:00Z` and `2025-05-03T10:00` are of that day. */
function dayOf(words: string): string | null {
  return fitting(day, /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(words)?.[1] ?? null)
}

/** A name that is written as a link: `[[Ann Lee]]`. */
function plainLink(words: string): string {
  return words.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1')
}

/** A tag without its mark; none where nothing is left. */
export function tagOf(words: string): string[] {
  const tag = fitting(line, words.replace(/^#+/, ''))
  return tag === null ? [] : [tag]
}

function fitting(schema: typeof line | typeof day | typeof edtfDate, words: string | null): string | null {
  const parsed = schema.safeParse(words)
  return parsed.success ? parsed.data : null
}

/** The lines of a front matter that say something for which there is no place, with those under them. */
function linesOfOthers(yaml: string, fields: FrontMatter): string {
  const others = new Set(
    [...fields].filter(([name, value]) => !known.has(name) && value !== null).map(([name]) => name),
  )
  let isOther = false
  const kept = yaml.split(/\r?\n/).filter(text => {
    const name = /^["']?([^\s"'#:-][^"':]*)["']?[ \t]*:(?:\s|$)/.exec(text)?.[1]?.trim()
    if (name !== undefined) isOther = others.has(name)
    return isOther
  })
  return kept.join('\n').trim()
}
