// The notes of an Obsidian vault or a Joplin export, taken into a library that is open.
import { basename } from 'node:path'
import type { NotesImport } from '../../shared/exchange.ts'
import { largestSourceBytes } from '../../shared/model/limits.ts'
import { type Brief, recordSchemas, type Source } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { type CapturedFile, captureOne } from '../capture/capture-one.ts'
import { formatOf } from '../capture/format.ts'
import type { ReadingProcess } from '../capture/process/reading-process.ts'
import type { Library } from '../library/library.ts'
import { AttachedFiles } from './attached-files.ts'
import { readJoplinItem } from './joplin-raw.ts'
import { mustBeWritable } from './must-be-writable.ts'
import { listNotes } from './note-folder.ts'
import { type LinkedNote, type LinkedText, tagsIn, withReferencesForLinks } from './note-links.ts'
import { NoteNames } from './note-names.ts'
import { FileFault, readTextWithin, readWithin } from './read-file.ts'
import { type Note, readNote, tagOf } from './read-note.ts'
import { SaveInParts } from './save-in-parts.ts'

const mostTags = 100

/** The name of the template that a note gets, by the one that it names. */
type FormFor = (named: string | null) => string

/** The time, and where large texts are read. */
type World = { now: () => Date; reading: ReadingProcess }

/**
 * Takes in every Markdown file of a folder: a note that says where it was published as a source with its file as it is,
 * any other as a brief whose links lead to what its notes became, and a plain text as a source too. Other files are kept where a brief links them. What is not taken in is named. Throws a RequestProblem where there
 * are no notes, or the disk refuses.
 */
export async function importNotes(
  library: Library,
  formFor: FormFor,
  folder: string,
  world: World,
): Promise<NotesImport> {
  mustBeWritable(library)
  const importing = new Importing(library, formFor, folder, world)
  await importing.lookThrough()
  try {
    await importing.takeAll()
  } catch (error) {
    const why = error instanceof RequestProblem ? error.message : `${(error as Error).message}.`
    throw new RequestProblem(
      error instanceof RequestProblem ? error.code : 'unwritable',
      `The import from ${folder} broke off after ${importing.saved} notes: ${why} What was in the library before is as it was.`,
      { cause: error },
    )
  }
  return importing.outcome
}

class Importing {
  readonly outcome: NotesImport
  saved = 0
  readonly #library: Library
  readonly #formFor: FormFor
  readonly #folder: string
  readonly #world: World
  readonly #names = new NoteNames()
  readonly #files: AttachedFiles
  /** Titles of Joplin's resources, by their id. */
  readonly #resources = new Map<string, string>()
  readonly #joplinTags = new JoplinTags()

  constructor(library: Library, formFor: FormFor, folder: string, world: World) {
    this.#library = library
    this.#folder = folder
    this.#files = new AttachedFiles(library, folder)
    this.#world = world
    this.outcome = { folder, notes: [], attachments: 0, unresolvedLinks: 0, problems: [] }
    this.#formFor = formFor
  }

  /** Reads all notes once, so that each link can be led to what its note becomes. */
  async lookThrough(): Promise<void> {
    const { notes, others, problems } = await listNotes(this.#folder)
    this.outcome.problems.push(...problems)
    for (const file of notes) {
      try {
        const text = await this.#read(file)
        this.#joplinTags.add(text)
        const item = readJoplinItem(text)
        if (item?.type === 'resource') this.#resources.set(item.properties.get('id') ?? '', item.title)
        const note = readNote(file, text)
        if (!note) continue
        const collection = note.url === null ? 'briefs' : 'sources'
        // What cannot be a record is found out before anything links it.
        if (collection === 'briefs') this.#briefOf(note, 'a', note.body)
        else this.#sourceOf(note, 'a', file, text)
        const id = await this.#library.newId(note.title)
        this.outcome.notes.push({ file, collection, id, title: note.title })
        this.#names.add({ ...note, path: file, collection, id })
      } catch (error) {
        this.#refuse(file, error)
      }
    }
    for (const file of others) this.#files.add(file, await this.#textSourceOf(file))
  }

  /** A plain text is a source by itself, linked or not; null for any other file. */
  async #textSourceOf(file: string): Promise<LinkedNote | null> {
    if (!/\.txt$/i.test(file)) return null
    try {
      const title = this.#titleOf(file)
      const { source } = await this.#textOf(file, 'a')
      const id = await this.#library.newId(title ?? source.title)
      this.outcome.notes.push({ file, collection: 'sources', id, title: title ?? source.title })
      return { collection: 'sources', id }
    } catch (error) {
      // What is no text after all, or no whole one, is a file like any other.
      if (error instanceof FileFault || error instanceof NoRecord) return null
      if (error instanceof RequestProblem && error.code === 'unreadable') return null
      throw error
    }
  }

  /** What Joplin calls a file, whose own name is an id there; null where that is not known. */
  #titleOf(file: string): string | null {
    const title = this.#resources.get(basename(file).replace(/\..*$/, ''))
    return title && title !== basename(file) ? title : null
  }

  #tellUnkept(): void {
    const { kept, left } = this.#files.outcome()
    this.outcome.attachments = kept
    for (const { path, fault } of left) {
      const title = this.#titleOf(path)
      const why = fault?.message ?? 'is no note, and no brief links it'
      this.outcome.problems.push({
        file: path,
        message: `“${path}”${title ? ` (“${title}”)` : ''} ${why}. It was not taken in and stays where it is.`,
      })
    }
  }

  async takeAll(): Promise<void> {
    const saves = new SaveInParts(this.#library, count => {
      this.saved += count
    })
    const taken: NotesImport['notes'] = []
    for (const each of this.outcome.notes) {
      const { file, id, collection } = each
      try {
        if (/\.txt$/i.test(file)) {
          const { source, bytes } = await this.#textOf(file, id)
          await this.#library.attach(source.sha256, bytes)
          await saves.add({ collection: 'sources', id, after: source })
          taken.push(each)
          continue
        }
        const text = await this.#read(file)
        const note = readNote(file, text)
        if (!note) throw new FileFault('was changed meanwhile')
        if (collection === 'briefs') {
          const links = await this.#withLinks(note.body, file)
          this.outcome.unresolvedLinks += links.unresolved.length
          await saves.add({ collection, id, after: this.#briefOf(note, id, links.text) })
        } else {
          const { source, bytes } = await this.#sourceOf(note, id, file, text)
          await this.#library.attach(source.sha256, bytes)
          await saves.add({ collection, id, after: source })
        }
        taken.push(each)
      } catch (error) {
        this.#refuse(file, error)
      }
    }
    await saves.end()
    this.outcome.notes = taken
    this.#tellUnkept()
  }

  /** Keeps the files that a text links before it is rewritten: it names them by what they hold. */
  async #withLinks(body: string, file: string): Promise<LinkedText> {
    const note = this.#names.findFrom(file)
    const linked = new Set<NonNullable<ReturnType<AttachedFiles['find']>>>()
    withReferencesForLinks(body, target => {
      const attached = note(target) ? null : this.#files.find(target, file)
      if (attached) linked.add(attached)
      return null
    })
    for (const attached of linked) await this.#files.keep(attached)
    return withReferencesForLinks(
      body,
      target => note(target) ?? this.#files.find(target, file)?.kept ?? null,
    )
  }

  #read(file: string): Promise<string> {
    return readTextWithin(this.#folder, file, largestSourceBytes)
  }

  /** Names a file that is not taken in; what the library or the disk refuses is for all of them. */
  #refuse(file: string, error: unknown): void {
    const isOfFile =
      error instanceof FileFault || (error instanceof RequestProblem && error.code === 'unreadable')
    if (!isOfFile && !(error instanceof NoRecord)) throw error
    const message =
      error instanceof RequestProblem
        ? error.message
        : `“${file}” ${(error as Error).message}. It was not taken in.`
    this.outcome.problems.push({ file, message })
  }

  #briefOf(note: Note, id: string, body: string): Brief {
    const time = this.#world.now().toISOString()
    return valid(recordSchemas.briefs, {
      schema: 5,
      id,
      createdAt: time,
      updatedAt: time,
      tags: this.#tagsOf(note),
      title: note.title,
      body: `${body}${commentOf(note.otherFields)}`,
      template: this.#formFor(note.template),
      marking: null,
      recipients: [],
      date: note.day,
      dueOn: null,
      reference: null,
      answers: [],
      issues: [],
    })
  }

  /** Somebody else's words are kept as they are, links and all, with the file they came in. */
  async #sourceOf(
    note: Note,
    id: string,
    file: string,
    text: string,
  ): Promise<{ source: Source; bytes: Uint8Array }> {
    const { source, bytes } = await this.#capture(basename(file), new TextEncoder().encode(text))
    const record = valid(recordSchemas.sources, {
      ...source,
      ...this.#newSource(id),
      tags: this.#tagsOf(note),
      title: note.title,
      url: note.url,
      publisher: note.publisher ?? (source.publisher === note.url ? null : source.publisher),
      authors: note.authors.length > 0 ? note.authors : source.authors,
      publishedOn: note.publishedOn ?? source.publishedOn,
    })
    return { source: record, bytes }
  }

  async #textOf(file: string, id: string): Promise<{ source: Source; bytes: Uint8Array }> {
    const { source, bytes } = await this.#capture(
      this.#titleOf(file) ?? basename(file),
      await readWithin(this.#folder, file, largestSourceBytes),
    )
    const record = { ...source, ...this.#newSource(id), title: this.#titleOf(file) ?? source.title, tags: [] }
    return { source: valid(recordSchemas.sources, record), bytes }
  }

  async #capture(name: string, bytes: Uint8Array): Promise<CapturedFile> {
    const format = formatOf(name, bytes)
    if (format !== 'markdown' && format !== 'text')
      throw new RequestProblem('unreadable', `“${name}” is no text. It was not taken in.`)
    return captureOne(name, bytes, format, this.#world)
  }

  #newSource(id: string) {
    const time = this.#world.now().toISOString()
    return {
      marking: null,
      textCorrectedAt: null,
      ...{ pages: [], images: [], refused: [] },
      schema: 5,
      id,
      createdAt: time,
      updatedAt: time,
      capturedAt: time,
    }
  }

  #tagsOf(note: Note): string[] {
    const tags = [...note.tags, ...tagsIn(note.body), ...this.#joplinTags.of(note.joplinId)]
    return [...new Set(tags)].slice(0, mostTags)
  }
}

class NoRecord extends Error {}

function valid<T>(
  schema: {
    safeParse(
      value: unknown,
    ):
      | { success: true; data: T }
      | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
  },
  value: unknown,
): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new NoRecord(`does not fit: ${issue?.path.join(' ')} ${issue?.message}`)
}

/** What a front matter says beyond the fields there are stays in the text, where nobody prints it. */
function commentOf(fields: string): string {
  return fields === ''
    ? ''
    : `\n\n<!-- From the note’s front matter:\n${fields.replaceAll('-->', '-- >')}\n-->\n`
}

/** Tags of Joplin's own export, which are items by themselves. */
class JoplinTags {
  readonly #titles = new Map<string, string>()
  readonly #ofNotes = new Map<string, string[]>()

  add(text: string): void {
    const item = readJoplinItem(text)
    const property = (name: string) => item?.properties.get(name) ?? ''
    if (item?.type === 'tag') this.#titles.set(property('id'), item.title)
    if (item?.type !== 'note tag') return
    const note = property('note_id')
    this.#ofNotes.set(note, [...(this.#ofNotes.get(note) ?? []), property('tag_id')])
  }

  of(note: string | null): string[] {
    if (note === null) return []
    const tags = this.#ofNotes.get(note) ?? []
    return tags.flatMap(tag => tagOf(this.#titles.get(tag) ?? ''))
  }
}
