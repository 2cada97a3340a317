// The notes of an Obsidian vault or a Joplin export, taken into a library that is open.
import { basename } from 'node:path'
import type { Template } from '../../shared/brief/template.ts'
import type { NotesImport } from '../../shared/exchange.ts'
import { largestSourceBytes } from '../../shared/model/limits.ts'
import { type Brief, recordSchemas, type Source } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { captureBytes } from '../capture/capture.ts'
import type { Library } from '../library/library.ts'
import { readJoplinItem } from './joplin-raw.ts'
import { mustBeWritable } from './must-be-writable.ts'
import { listNotes } from './note-folder.ts'
import { tagsIn, withReferencesForLinks } from './note-links.ts'
import { NoteNames } from './note-names.ts'
import { FileFault, readTextWithin } from './read-file.ts'
import { type Note, readNote, tagOf } from './read-note.ts'
import { SaveInParts } from './save-in-parts.ts'

const mostTags = 100

/**
 * Takes in every Markdown file of a folder: a note that says where it was published as a source with its file as it is,
 * any other as a brief whose links lead to what its notes became. What is not taken in is named. Throws a RequestProblem where there
 * are no notes, or the disk refuses.
 */
export async function importNotes(
  library: Library,
  templates: readonly Template[],
  folder: string,
  now: () => Date,
): Promise<NotesImport> {
  mustBeWritable(library)
  const importing = new Importing(library, templates, folder, now)
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
  readonly #template: (name: string | null) => string
  readonly #folder: string
  readonly #now: () => Date
  readonly #names = new NoteNames()
  readonly #joplinTags = new JoplinTags()

  constructor(library: Library, templates: readonly Template[], folder: string, now: () => Date) {
    this.#library = library
    this.#folder = folder
    this.#now = now
    this.outcome = { folder, notes: [], unresolvedLinks: 0, problems: [] }
    // A note has no marking and no numbers of paragraphs: the plainest form fits it best.
    const plainest = templates.find(({ marking, numbered }) => marking === null && !numbered) ?? templates[0]
    this.#template = name => templates.find(each => each.name === name)?.name ?? plainest?.name ?? 'blank'
  }

  /** Reads all notes once, so that each link can be led to what its note becomes. */
  async lookThrough(): Promise<void> {
    const { notes, others, problems } = await listNotes(this.#folder)
    this.outcome.problems.push(...problems)
    const resources = new Map<string, string>()
    for (const file of notes) {
      try {
        const text = await this.#read(file)
        this.#joplinTags.add(text)
        const item = readJoplinItem(text)
        if (item?.type === 'resource') resources.set(item.properties.get('id') ?? '', item.title)
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
    for (const file of others) {
      const title = resources.get(basename(file).replace(/\..*$/, ''))
      const known = title && title !== basename(file) ? ` (“${title}”)` : ''
      this.outcome.problems.push({
        file,
        message: `“${file}”${known} is no Markdown file, and a brief holds no attachments. It was not taken in and stays where it is.`,
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
        const text = await this.#read(file)
        const note = readNote(file, text)
        if (!note) throw new FileFault('was changed meanwhile')
        if (collection === 'briefs') {
          const links = withReferencesForLinks(note.body, this.#names.findFrom(file))
          this.outcome.unresolvedLinks += links.unresolved.length
          await saves.add({ collection, id, after: this.#briefOf(note, id, links.text) })
        } else {
          const { source, bytes } = this.#sourceOf(note, id, file, text)
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
    const time = this.#now().toISOString()
    return valid(recordSchemas.briefs, {
      schema: 2,
      id,
      createdAt: time,
      updatedAt: time,
      tags: this.#tagsOf(note),
      title: note.title,
      body: `${body}${commentOf(note.otherFields)}`,
      template: this.#template(note.template),
      marking: null,
      recipients: [],
      date: note.day,
      dueOn: null,
      answers: [],
      issues: [],
    })
  }

  /** Somebody else's words are kept as they are, links and all, with the file they came in. */
  #sourceOf(note: Note, id: string, file: string, text: string): { source: Source; bytes: Uint8Array } {
    const { source, bytes } = captureBytes(basename(file), new TextEncoder().encode(text))
    const time = this.#now().toISOString()
    const record = valid(recordSchemas.sources, {
      ...source,
      marking: null,
      textCorrectedAt: null,
      schema: 2,
      id,
      createdAt: time,
      updatedAt: time,
      capturedAt: time,
      tags: this.#tagsOf(note),
      title: note.title,
      url: note.url,
      publisher: note.publisher ?? (source.publisher === note.url ? null : source.publisher),
      authors: note.authors.length > 0 ? note.authors : source.authors,
      publishedOn: note.publishedOn ?? source.publishedOn,
    })
    return { source: record, bytes }
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
