// A record as a Markdown file that any editor can change, and what was changed there.
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import { recordSchemas } from '../../shared/model/records.ts'
import {
  type FrontMatter,
  FrontMatterFault,
  type FrontMatterValue,
  readFrontMatter,
  splitFrontMatter,
  writeFrontMatter,
} from './front-matter.ts'

/** The field that is the text under the front matter; figures and events have none. */
const bodyFields: Partial<Record<Collection, string>> = { briefs: 'body', sources: 'text', quotes: 'text' }

/** What may be changed in another editor. The rest tells where a record is from, and stands there to be read. */
const editable: Record<Collection, readonly string[]> = {
  briefs: ['title', 'body', 'template', 'marking', 'recipients', 'date', 'dueOn', 'reference', 'tags'],
  people: ['name', 'aliases', 'kind', 'role', 'organisation', 'tags'],
  // A source's words are somebody else's, and its SHA-256 vouches for them.
  sources: ['title', 'publisher', 'authors', 'url', 'publishedOn', 'language', 'marking', 'tags'],
  quotes: [
    'text',
    'speaker',
    'role',
    'organisation',
    'cue',
    'saidOn',
    'kind',
    'person',
    'language',
    'marking',
    'tags',
  ],
  figures: [
    'measures',
    'value',
    'upper',
    'unit',
    'qualifier',
    'scale',
    'asOf',
    'shelfLife',
    'marking',
    'tags',
  ],
  events: ['title', 'when', 'status', 'participants', 'place', 'marking', 'tags'],
}

/** Fields that other files of an export hold, or that say nothing to people. */
const leftOut = new Set([
  ...['schema', 'anchor', 'attachment', 'images'],
  // No line of a front matter says them.
  ...['translation', 'series', 'answers', 'issues', 'decision', 'pages', 'refused'],
])

/** The words by which people know a record; long ones are cut where they are used. */
export function titleOf({ collection, record }: FoundRecord): string {
  if (collection === 'quotes') return `${record.speaker} – ${record.text}`
  if (collection === 'people') return record.name
  return collection === 'figures' ? record.measures : record.title
}

/**
 * A record as Markdown with a front matter. `original` is the path of its original file within the export; null where it
 * has none.
 */
export function markdownOf({ collection, record }: FoundRecord, original: string | null): string {
  const bodyField = bodyFields[collection]
  const { id, createdAt, updatedAt, ...rest } = record
  const fields: Record<string, unknown> = { id }
  for (const [name, value] of Object.entries(rest)) {
    if (name !== bodyField && !leftOut.has(name)) fields[name] = value
  }
  if (original !== null) fields.original = original
  if ('anchor' in record && record.anchor) fields.source = record.anchor.source
  Object.assign(fields, { createdAt, updatedAt })
  const body = bodyField ? String(record[bodyField as keyof AnyRecord]) : ''
  return `${writeFrontMatter(fields)}${body === '' ? '' : `\n${body}\n`}`
}

/** The id that a Markdown file of an export bears; null where it bears none. */
export function idIn(markdown: string): string | null {
  const { yaml } = splitFrontMatter(markdown)
  // Read by itself, so that a fault further on is told with the record it is about.
  const words = /^id:[ \t]*["']?([^\s"']+)["']?[ \t]*$/m.exec(yaml ?? '')?.[1]
  return words ?? null
}

/** What another editor made of a record: the record itself where nothing was changed. `faults` are ends of sentences. */
export type Edited = { record: AnyRecord; isEdited: boolean; faults: string[] }

/**
 * Takes over what was changed in a record's Markdown since it was exported. What does not fit is not taken and named;
 * everything that was not touched stays exactly as it is in the record.
 */
export function takeEdits(found: FoundRecord, original: string | null, markdown: string): Edited {
  const exported = markdownOf(found, original)
  if (sameText(exported, markdown)) return { record: found.record, isEdited: false, faults: [] }
  try {
    return takeFields(found, readMarkdown(exported), readMarkdown(markdown))
  } catch (error) {
    if (!(error instanceof FrontMatterFault)) throw error
    return { record: found.record, isEdited: false, faults: [error.message] }
  }
}

type Read = { fields: FrontMatter; body: string }

function readMarkdown(markdown: string): Read {
  const { yaml, body } = splitFrontMatter(markdown)
  if (yaml === null) throw new FrontMatterFault('has lost its front matter')
  return { fields: readFrontMatter(yaml), body: body.replace(/^\r?\n/, '') }
}

function takeFields({ collection, record }: FoundRecord, before: Read, after: Read): Edited {
  const faults: string[] = []
  const bodyField = bodyFields[collection]
  const changed = new Map<string, unknown>()
  if (!sameText(before.body, after.body)) {
    if (bodyField === undefined) faults.push('has text under its front matter, for which there is no place')
    else changed.set(bodyField, asBody(after.body, String(record[bodyField as keyof AnyRecord])))
  }
  for (const name of new Set([...before.fields.keys(), ...after.fields.keys()])) {
    const value = after.fields.get(name) ?? null
    if (isSameValue(before.fields.get(name) ?? null, value)) continue
    if (!before.fields.has(name)) faults.push(`has a field “${name}”, for which there is no place`)
    else changed.set(name, asField(record[name as keyof AnyRecord], value))
  }
  let edited: AnyRecord = record
  for (const [name, value] of changed) {
    if (!editable[collection].includes(name)) {
      const what = name === bodyField ? 'text' : `“${name}”`
      faults.push(`has another ${what}, which cannot be changed from outside`)
      continue
    }
    // Each by itself, so that one that does not fit takes no other with it.
    const tried = recordSchemas[collection].safeParse({ ...edited, [name]: value })
    if (tried.success) edited = tried.data as AnyRecord
    else
      faults.push(`has a “${name}” that does not fit: ${tried.error.issues[0]?.message ?? 'it is refused'}`)
  }
  return { record: edited, isEdited: edited !== record, faults }
}

/** What the field is to be: a list where it was one, though it was written as a line. */
function asField(before: unknown, value: FrontMatterValue): unknown {
  if (!Array.isArray(before)) return value
  if (value === null) return []
  return typeof value === 'string' ? [value] : value
}

/** The text as the record keeps it: without the line end that every file ends with, and with the line ends it had. */
function asBody(written: string, before: string): string {
  const text = written.replace(/\r?\n$/, '')
  return before.includes('\r') ? text : text.replaceAll('\r\n', '\n')
}

/** Editors change line ends and the end of a file without being asked. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .trimEnd()
  return one === other || plain(one) === plain(other)
}

function isSameValue(one: FrontMatterValue, other: FrontMatterValue): boolean {
  const plain = (value: FrontMatterValue) =>
    Array.isArray(value) && value.length === 0 ? null : value === '' ? null : value
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}
