// An export of a library, taken into a library that is open. Nothing that is there is replaced or removed.
import type { LibraryImport } from '../../shared/exchange.ts'
import type { FoundRecord } from '../../shared/model/records.ts'
import { withNewIds } from '../../shared/references/new-ids.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Change } from '../library/change.ts'
import { NotAsFrozen } from '../library/issued-manifest.ts'
import type { Library } from '../library/library.ts'
import { isTemplateName } from '../library/own-templates.ts'
import { type ExportedFolder, type ExportedRecord, openExport } from './exported-folder.ts'
import { mustBeWritable } from './must-be-writable.ts'
import { type Plan, planImport } from './plan-import.ts'
import { titleOf } from './record-markdown.ts'
import { isSameState } from './same-state.ts'
import { SaveInParts } from './save-in-parts.ts'

/**
 * Takes in all records of an export, with their versions, the trash, and original files. A record that is here already is
 * left; one whose id stands for something else here comes under a new id, and what comes with it links it there. Doing it
 * again adds what is missing. `onChanged` is told of records that were here and were changed. Throws a RequestProblem where the folder is no export, or the disk refuses.
 */
export async function importLibrary(
  library: Library,
  folder: string,
  now: Date,
  onChanged: (found: FoundRecord) => void = () => undefined,
): Promise<LibraryImport> {
  mustBeWritable(library)
  await library.checked
  const from = await openExport(folder)
  const plan = await planImport(library, from)
  const importing = new Importing(library, from, plan, now.toISOString(), folder, onChanged)
  try {
    await importing.takeOriginals()
    await importing.takeRecords()
    await importing.takeTrash()
    await importing.takeVersions()
    await importing.takeIssued()
    await importing.takeTemplates()
    const used = new Set(await library.holdings.usedIds())
    await library.holdings.retireIds(from.manifest.retiredIds.filter(id => !used.has(id)))
  } catch (error) {
    throw importing.brokenOff(error)
  }
  return { ...importing.outcome, problems: from.problems }
}

class Importing {
  readonly outcome: LibraryImport
  readonly #library: Library
  readonly #from: ExportedFolder
  readonly #plan: Plan
  readonly #time: string
  readonly #onChanged: (found: FoundRecord) => void

  constructor(
    library: Library,
    from: ExportedFolder,
    plan: Plan,
    time: string,
    folder: string,
    onChanged: (found: FoundRecord) => void,
  ) {
    this.#library = library
    this.#from = from
    this.#plan = plan
    this.#time = time
    this.#onChanged = onChanged
    this.outcome = {
      folder,
      added: 0,
      alreadyHere: 0,
      edited: 0,
      renamed: [],
      toTrash: 0,
      fromTrash: 0,
      versions: 0,
      originals: 0,
      problems: [],
    }
  }

  brokenOff(error: unknown): RequestProblem {
    const why = error instanceof RequestProblem ? error.message : `${whyRefused(error)}.`
    return new RequestProblem(
      error instanceof RequestProblem ? error.code : 'unwritable',
      `The import from ${this.outcome.folder} broke off after ${this.outcome.added} records: ${why} What was in the library is as it was. Import the folder again to go on; what is there already is not taken twice.`,
      { cause: error },
    )
  }

  async takeOriginals(): Promise<void> {
    const there = new Set(await this.#library.holdings.attachments())
    for (const original of this.#from.manifest.originals) {
      if (there.has(original.sha256)) continue
      const bytes = await this.#from.readOriginal(original)
      if (!bytes) continue
      await this.#library.attach(original.sha256, bytes)
      this.outcome.originals += 1
    }
  }

  async takeRecords(): Promise<void> {
    const saves = new SaveInParts(this.#library, count => {
      this.outcome.added += count
    })
    for await (const each of this.#from.records()) await this.#takeRecord(each, saves)
    await saves.end()
  }

  /** One of a name that stands for another one here is told, and stays in the folder that it came from. */
  async takeTemplates(): Promise<void> {
    const { templates } = this.#library
    await templates.look()
    for await (const { name, text, file } of this.#from.templates()) {
      const here = templates.files().find(each => each.name === name)
      if (!isTemplateName(name))
        this.#from.tell(file, 'has a name that no template can have', 'It was not imported.')
      else if (!here) await templates.put(name, text)
      else if (!('text' in here) || here.text !== text)
        this.#from.tell(
          file,
          'is not the template of that name in this library',
          'That one stays, and this was not imported.',
        )
    }
  }

  async #takeRecord(each: ExportedRecord, saves: SaveInParts): Promise<void> {
    const { exported, edited, isEdited } = each
    const { id } = exported.record
    const fate = this.#plan.fates.get(id)
    if (fate === 'add') {
      const { collection, record } = withNewIds(edited, this.#plan.newIds)
      const after = isEdited ? { ...record, updatedAt: this.#time } : record
      await saves.add({ collection, id: record.id, after } as Change)
      if (record.id !== id) this.outcome.renamed.push({ id, newId: record.id, title: shortTitle(edited) })
      if (isEdited) this.outcome.edited += 1
    } else if (fate === 'from-trash') {
      await this.#library.restore(id)
      this.outcome.fromTrash += 1
    } else if (fate === 'edit') await this.#edit(each)
    else this.outcome.alreadyHere += 1
  }

  async #edit({ exported, edited }: ExportedRecord): Promise<void> {
    const { collection, record } = exported
    await this.#library.keepVersion(record.id)
    const changed = await this.#library.update(collection, record.id, current =>
      // It may have been changed since it was looked at: then what is there stays.
      isSameState({ collection, record: current } as FoundRecord, exported)
        ? { ...edited.record, updatedAt: this.#time }
        : current,
    )
    this.#onChanged({ collection, record: changed } as FoundRecord)
    this.outcome.edited += 1
  }

  async takeTrash(): Promise<void> {
    for await (const { found, deletedAt } of this.#from.trash()) {
      const fate = this.#plan.fates.get(found.record.id)
      if (fate !== 'to-trash' && fate !== 'add') continue
      const isNew = await this.#library.holdings.putInTrash(withNewIds(found, this.#plan.newIds), deletedAt)
      if (isNew) this.outcome.toTrash += 1
    }
  }

  /** After the records, without which a version would keep its id from ever being used. */
  async takeVersions(): Promise<void> {
    const { fates, newIds } = this.#plan
    const put = async (version: FoundRecord, at: string) => {
      const fate = fates.get(version.record.id)
      // What is here already links what is here.
      const isOwn = (fate === 'here' || fate === 'edit') && !newIds.has(version.record.id)
      const { record } = isOwn ? version : withNewIds(version, newIds)
      if (await this.#library.holdings.putVersion(record, at)) this.outcome.versions += 1
    }
    for await (const { version, at, file } of this.#from.versions()) {
      if (fates.has(version.record.id)) await put(version, at)
      else this.#from.tell(file, 'has versions of a record that was not imported', 'They were not imported.')
    }
    if (this.outcome.edited === 0) return
    // The state that was exported stays to be seen beside what another editor made of it.
    for await (const { exported, isEdited } of this.#from.records()) {
      if (isEdited && fates.get(exported.record.id) === 'add') await put(exported, exported.record.updatedAt)
    }
  }

  /** The issued versions that the record of a brief here names and that are not here. */
  async takeIssued(): Promise<void> {
    const { holdings, issued } = this.#library
    for (const each of this.#from.manifest.issued) {
      const id = this.#plan.newIds.get(each.brief) ?? each.brief
      const found = this.#library.has(id) ? await this.#library.find(id) : await holdings.inTrash(id)
      if (found?.collection !== 'briefs') continue
      if (!found.record.issues.some(({ version }) => version === each.version)) continue
      const fileOf = (name: string) => this.#from.readIssued(each, name)
      await issued.put(found.record, each.version, fileOf).catch(error => {
        if (!(error instanceof NotAsFrozen)) throw error
        const then = 'That issued version was not imported; the brief was.'
        this.#from.tell(each.folder, `is not what was issued: ${error.message}`, then)
      })
    }
  }
}

function shortTitle(found: FoundRecord): string {
  const title = titleOf(found).replace(/\s+/g, ' ')
  return title.length > 80 ? `${title.slice(0, 79)}…` : title
}

function whyRefused(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' ? 'the disk is full' : message
}
