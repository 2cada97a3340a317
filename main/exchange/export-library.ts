// A whole library as a folder of Markdown, JSON and original files.
import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { FileProblem, LibraryExport } from '../../shared/exchange.ts'
import type { Brief, FoundRecord, Source } from '../../shared/model/records.ts'
import { id } from '../../shared/model/v1/fields.ts'
import { attachmentsIn } from '../../shared/references/attachment-links.ts'
import { RequestProblem } from '../../shared/result.ts'
import { collections } from '../library/folders.ts'
import type { Library } from '../library/library.ts'
import { type ExportManifest, layout } from './export-layout.ts'
import { readmeOf } from './export-readme.ts'
import { FolderNames, stemOf } from './file-names.ts'
import { makeFolder, type NewFolder } from './new-folder.ts'
import { markdownOf, titleOf } from './record-markdown.ts'

/**
 * Writes everything that is in the library into a new folder, which appears whole or not at all. What cannot be read is
 * named, and the rest is exported. Throws a RequestProblem where the folder is not free.
 */
export async function exportLibrary(library: Library, folder: string, now: Date): Promise<LibraryExport> {
  await library.checked
  const exporting = new Exporting(library)
  await makeFolder(folder, library.folder, into => exporting.fill(into, now))
  const { records, manifest, problems } = exporting
  return { folder, records, originals: manifest.originals.length, problems }
}

class Exporting {
  readonly #library: Library
  records = 0
  readonly problems: FileProblem[] = []
  readonly manifest: Pick<ExportManifest, 'originals' | 'issued' | 'retiredIds'> = {
    originals: [],
    issued: [],
    retiredIds: [],
  }
  /** Paths of original files within the export, by SHA-256. */
  readonly #originals = new Map<string, string>()
  readonly #originalNames = new FolderNames()
  readonly #unreadableOriginals = new Set<string>()
  readonly #versionNames = new FolderNames()
  readonly #issuedNames = new FolderNames()

  constructor(library: Library) {
    this.#library = library
  }

  async fill(into: NewFolder, now: Date): Promise<void> {
    const ids = new Set<string>()
    // Briefs before the evidence they link, so that what is made meanwhile is not missed by what links it.
    for (const collection of [...collections].reverse()) {
      const names = new FolderNames()
      for (const { id } of this.#library.list(collection)) {
        const found = await this.#read(id)
        // What cannot be read keeps its id from being used again where the export is imported.
        if (!found) continue
        ids.add(id)
        await this.#writeRecord(into, found, names)
      }
    }
    await this.#writeTrash(into, ids)
    await this.#writeTemplates(into)
    for (const sha256 of await this.#library.holdings.attachments()) {
      if (this.#originals.has(sha256) || this.#unreadableOriginals.has(sha256)) continue
      await this.#writeOriginal(into, { sha256, name: sha256.slice(0, 12) })
    }
    // Whatever else lies in the folders, such as a system's own files, is no id.
    this.manifest.retiredIds = (await this.#library.holdings.usedIds()).filter(
      each => !ids.has(each) && id.safeParse(each).success,
    )
    const { name } = this.#library.describe()
    const whole: ExportManifest = {
      schema: 1,
      kind: 'dispatch-box-export',
      exportedAt: now.toISOString(),
      library: { name },
      ...this.manifest,
    }
    await into.write(layout.manifest, asJson(whole))
    await into.write(layout.readme, readmeOf(name, now.toISOString().slice(0, 10)))
  }

  async #writeTemplates(into: NewFolder): Promise<void> {
    const { templates } = this.#library
    await templates.look()
    for (const file of templates.files()) {
      if ('text' in file) await into.write(`${layout.templates}/${file.name}.md`, file.text)
      else {
        this.problems.push({
          file: file.name,
          message: `The template “${file.name}” cannot be read, for ${file.problem}; it is not in the export. The rest is.`,
        })
      }
    }
  }

  /** Null where it was deleted meanwhile, or cannot be read, which is told. */
  async #read(id: string): Promise<FoundRecord | null> {
    try {
      return await this.#library.find(id)
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error
      if (this.#library.has(id)) this.problems.push({ file: id, message: error.message })
      return null
    }
  }

  async #writeRecord(into: NewFolder, found: FoundRecord, names: FolderNames): Promise<void> {
    const { collection, record } = found
    const original = collection === 'sources' ? await this.#originalOf(into, record) : null
    if (collection === 'briefs') {
      await this.#writeLinked(into, record.body)
      await this.#writeIssued(into, record)
    }
    const name = names.take(titleOf(found))
    await into.write(`${collection}/${name}.md`, markdownOf(found, original))
    await into.write(`${layout.records}/${collection}/${name}.json`, asJson(record))
    await this.#writeVersions(into, found)
    this.records += 1
  }

  /** Writes the files that a brief's text links, under the names that it has for them. */
  async #writeLinked(into: NewFolder, body: string): Promise<void> {
    for (const { sha256, words } of attachmentsIn(body)) {
      if (this.#originals.has(sha256) || this.#unreadableOriginals.has(sha256)) continue
      await this.#writeOriginal(into, { sha256, name: words || sha256.slice(0, 12) })
    }
  }

  async #originalOf(into: NewFolder, { attachment }: Source): Promise<string | null> {
    if (!attachment) return null
    const written = this.#originals.get(attachment.sha256)
    if (written !== undefined) return written
    return this.#unreadableOriginals.has(attachment.sha256) ? null : this.#writeOriginal(into, attachment)
  }

  async #writeOriginal(
    into: NewFolder,
    { sha256, name }: { sha256: string; name: string },
  ): Promise<string | null> {
    const bytes = await this.#library.holdings.readAttachment(sha256).catch(() => null)
    const isWhole = bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
    if (!isWhole) {
      this.#unreadableOriginals.add(sha256)
      const what = bytes === null ? 'is not in the library or cannot be read' : 'is damaged'
      this.problems.push({
        file: name,
        message: `The original file “${name}” (SHA-256 ${sha256.slice(0, 12)}…) ${what}, so it is not in the export. The rest is.`,
      })
      return null
    }
    const ending = extname(name)
    const isPlain = /^\.[a-z0-9]{1,10}$/i.test(ending)
    const stem = this.#originalNames.take(isPlain ? name.slice(0, -ending.length) : name)
    const file = `${layout.originals}/${stem}${isPlain ? ending : ''}`
    await into.write(file, bytes)
    this.#originals.set(sha256, file)
    this.manifest.originals.push({ file, sha256, bytes: bytes.length })
    return file
  }

  async #writeVersions(into: NewFolder, { collection, record: { id } }: FoundRecord): Promise<void> {
    const { holdings } = this.#library
    const instants = (await holdings.versions(id)).reverse()
    if (instants.length === 0) return
    const { problems } = this
    async function* lines() {
      for (const at of instants) {
        try {
          yield JSON.stringify({ at, record: await holdings.version(collection, id, at) })
        } catch {
          problems.push({
            file: id,
            message: `The version of “${id}” from ${at} cannot be read, so it is not in the export. The rest is.`,
          })
        }
      }
    }
    const name = this.#versionNames.take(stemOf(id))
    await into.writeLines(`${layout.versions}/${collection}/${name}.jsonl`, lines())
  }

  async #writeIssued(into: NewFolder, brief: Brief): Promise<void> {
    for (const { version } of brief.issues) {
      try {
        const files = await this.#library.issued.read(brief, version)
        const folder = `${layout.issued}/${this.#issuedNames.take(`${brief.title} v${version}`)}`
        for (const [name, bytes] of files) await into.write(`${folder}/${name}`, bytes)
        this.manifest.issued.push({ folder, brief: brief.id, version })
      } catch (error) {
        if (!(error instanceof RequestProblem)) throw error
        this.problems.push({
          file: brief.id,
          message: `${error.message} It is not in the export. The rest is.`,
        })
      }
    }
  }

  async #writeTrash(into: NewFolder, ids: Set<string>): Promise<void> {
    const names = new FolderNames()
    for (const { deletedAt, ...found } of await this.#library.trashed()) {
      const { collection, record } = found as FoundRecord
      if (collection === 'sources') await this.#originalOf(into, record)
      // It may be there twice, and have been put back meanwhile.
      if (collection === 'briefs' && !ids.has(record.id)) await this.#writeIssued(into, record)
      const name = names.take(titleOf(found as FoundRecord))
      await into.write(`${layout.trash}/${name}.json`, asJson({ collection, deletedAt, record }))
      if (!ids.has(record.id)) await this.#writeVersions(into, found as FoundRecord)
      ids.add(record.id)
    }
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
