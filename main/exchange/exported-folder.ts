// An export of a library, read: its records with what another editor made of them, versions, trash and original files.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FileProblem } from '../../shared/exchange.ts'
import type { Collection, FoundRecord } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { collections } from '../library/folders.ts'
import { largestTemplate } from '../library/own-templates.ts'
import { readStored } from '../library/unreadable.ts'
import {
  type ExportManifest,
  exportedTrash,
  exportedVersion,
  exportManifest,
  layout,
} from './export-layout.ts'
import { FileFault, filesIn, readTextWithin, readWithin } from './read-file.ts'
import { idIn, takeEdits } from './record-markdown.ts'

/** In bytes; a source's text with its JSON around it is far smaller. */
const largestJson = 256 * 1024 * 1024
const largestMarkdown = 64 * 1024 * 1024

/** A record as it was exported, and as it is to be: what another editor made of it. */
export type ExportedRecord = { exported: FoundRecord; edited: FoundRecord; isEdited: boolean }

/** Opens an export. Throws a RequestProblem where the folder holds none. */
export async function openExport(folder: string): Promise<ExportedFolder> {
  let manifest: ExportManifest
  try {
    manifest = exportManifest.parse(JSON.parse(await readTextWithin(folder, layout.manifest, largestJson)))
  } catch (error) {
    const why =
      error instanceof FileFault
        ? `its ${layout.manifest} ${error.message}`
        : `its ${layout.manifest} is damaged or of a newer version`
    throw new RequestProblem(
      'unreadable',
      `${folder} was not imported: ${why}. Nothing was changed; choose a folder that “Export Library as Folder” has made. For notes of another program use “Import Notes from Folder”.`,
    )
  }
  return new ExportedFolder(folder, manifest)
}

export class ExportedFolder {
  readonly manifest: ExportManifest
  readonly #folder: string
  /** What could not be taken; once each, however often the folder is gone through. */
  readonly #problems = new Map<string, FileProblem>()
  #markdownFiles: Map<string, string> | null = null

  constructor(folder: string, manifest: ExportManifest) {
    this.#folder = folder
    this.manifest = manifest
  }

  get problems(): FileProblem[] {
    return [...this.#problems.values()]
  }

  /** Tells of a file; `what` and what it means for it: a sentence without its subject, and another. */
  tell(file: string, what: string, then: string): void {
    const message = `“${file}” ${what}. ${then}`
    this.#problems.set(message, { file, message })
  }

  /** Every record, sources before the evidence in them and briefs last. */
  async *records(): AsyncGenerator<ExportedRecord> {
    const markdown = await this.#markdown()
    const originals = new Map(this.manifest.originals.map(({ sha256, file }) => [sha256, file]))
    const seen = new Set<string>()
    for (const collection of collections) {
      const place = `${layout.records}/${collection}`
      for (const name of await filesIn(this.#folder, place, '.json')) {
        const file = `${place}/${name}`
        const record = await this.#readJson(file, readStored(collection), 'The record was not imported.')
        if (!record) continue
        if (seen.has(record.id)) {
          this.tell(file, `has the id “${record.id}”, which another file has too`, 'It was not imported.')
          continue
        }
        seen.add(record.id)
        const attachment =
          collection === 'sources' ? (record as { attachment: { sha256: string } | null }).attachment : null
        const original = (attachment && originals.get(attachment.sha256)) ?? null
        yield await this.#withEdits({ collection, record } as FoundRecord, original, markdown.get(record.id))
      }
    }
    for (const [id, file] of markdown) {
      if (!seen.has(id)) this.tell(file, `has the id “${id}”, which is no record of this export`, notTaken)
    }
  }

  async #withEdits(
    exported: FoundRecord,
    original: string | null,
    file: string | undefined,
  ): Promise<ExportedRecord> {
    const asExported = { exported, edited: exported, isEdited: false }
    if (file === undefined) return asExported
    try {
      const text = await readTextWithin(this.#folder, file, largestMarkdown)
      const { record, isEdited, faults } = takeEdits(exported, original, text)
      for (const fault of faults) this.tell(file, fault, 'This was not taken; the rest of the record was.')
      return { exported, edited: { ...exported, record } as FoundRecord, isEdited }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      this.tell(file, error.message, 'The record was imported as it was exported.')
      return asExported
    }
  }

  /** Markdown files by the id they bear: their names are people's to change. */
  async #markdown(): Promise<Map<string, string>> {
    if (this.#markdownFiles) return this.#markdownFiles
    const files = new Map<string, string>()
    for (const collection of collections) {
      for (const name of await filesIn(this.#folder, collection, '.md')) {
        const file = `${collection}/${name}`
        const text = await readTextWithin(this.#folder, file, largestMarkdown).catch((error: Error) => error)
        // What cannot be read as text may still be the file of a record, by its name.
        const id = typeof text === 'string' ? idIn(text) : await this.#idOfName(collection, name)
        if (id === null) this.tell(file, 'has no id at its head', notTaken)
        else if (files.has(id))
          this.tell(file, `has the id “${id}”, which “${files.get(id)}” has too`, notTaken)
        else files.set(id, file)
      }
    }
    this.#markdownFiles = files
    return files
  }

  async #idOfName(collection: Collection, name: string): Promise<string | null> {
    const file = `${layout.records}/${collection}/${name.replace(/\.md$/i, '.json')}`
    const text = await readTextWithin(this.#folder, file, largestJson).catch(() => '')
    return /"id": "([^"]+)"/.exec(text)?.[1] ?? null
  }

  /** A person's own templates, under the names of their files. */
  async *templates(): AsyncGenerator<{ name: string; text: string; file: string }> {
    for (const each of await filesIn(this.#folder, layout.templates, '.md')) {
      const file = `${layout.templates}/${each}`
      try {
        const text = await readTextWithin(this.#folder, file, largestTemplate)
        yield { name: each.slice(0, -'.md'.length), text, file }
      } catch (error) {
        if (!(error instanceof FileFault)) throw error
        this.tell(file, error.message, 'The template was not imported.')
      }
    }
  }

  async *trash(): AsyncGenerator<{ found: FoundRecord; deletedAt: string | null }> {
    for (const name of await filesIn(this.#folder, layout.trash, '.json')) {
      const read = (value: unknown) => {
        const { collection, deletedAt, record } = exportedTrash.parse(value)
        return { found: { collection, record: readStored(collection)(record) } as FoundRecord, deletedAt }
      }
      const each = await this.#readJson(`${layout.trash}/${name}`, read, 'It was not imported to the trash.')
      if (each) yield each
    }
  }

  async *versions(): AsyncGenerator<{ version: FoundRecord; at: string; file: string }> {
    for (const collection of collections) {
      const place = `${layout.versions}/${collection}`
      for (const name of await filesIn(this.#folder, place, '.jsonl')) {
        const file = `${place}/${name}`
        for await (const line of this.#lines(file)) {
          try {
            const { at, record } = exportedVersion.parse(JSON.parse(line))
            yield { version: { collection, record: readStored(collection)(record) } as FoundRecord, at, file }
          } catch {
            this.tell(
              file,
              'has a line that is damaged or of a newer version',
              'That version was not imported.',
            )
          }
        }
      }
    }
  }

  async *#lines(file: string): AsyncGenerator<string> {
    const path = join(this.#folder, file)
    if (!(await lstat(path)).isFile()) {
      this.tell(file, 'is a link or no file', 'Its versions were not imported.')
      return
    }
    yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  }

  /** The bytes of an original file; null where it is not what was exported, which is told. */
  async readOriginal({
    file,
    sha256,
    bytes,
  }: ExportManifest['originals'][number]): Promise<Uint8Array | null> {
    const then = 'The original was not imported; the source and its text were.'
    try {
      const read = await readWithin(this.#folder, file, bytes)
      if (createHash('sha256').update(read).digest('hex') === sha256) return read
      this.tell(file, 'is not what was exported', then)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      this.tell(file, error.message, then)
    }
    return null
  }

  /** A file of an issued version; null where it is not there or is not one to be read. */
  readIssued({ folder }: ExportManifest['issued'][number], name: string): Promise<Uint8Array | null> {
    return readWithin(this.#folder, `${folder}/${name}`, largestJson).catch(error => {
      if (error instanceof FileFault) return null
      throw error
    })
  }

  async #readJson<T>(file: string, read: (value: unknown) => T, then: string): Promise<T | null> {
    try {
      return read(JSON.parse(await readTextWithin(this.#folder, file, largestJson)))
    } catch (error) {
      this.tell(file, error instanceof FileFault ? error.message : 'is damaged or of a newer version', then)
      return null
    }
  }
}

const notTaken = 'It was not imported; to take in notes, use “Import Notes from Folder”.'
