// What becomes of each record of an export in a library that may have some of them already.
import type { FoundRecord } from '../../shared/model/records.ts'
import { type NewIds, withNewIds } from '../../shared/references/new-ids.ts'
import { slugOf } from '../library/ids.ts'
import type { Library } from '../library/library.ts'
import type { ExportedFolder, ExportedRecord } from './exported-folder.ts'
import { isSameButForLinks, isSameState } from './same-state.ts'

/**
 * `add`: it is new, perhaps under a new id. `here`: the library has it, or has gone on from it. `edit`: the library has what
 * was exported, and another editor has changed it since. `from-trash`: it was deleted here. `to-trash`: it was in the trash.
 */
export type Fate = 'add' | 'here' | 'edit' | 'from-trash' | 'to-trash'

export type Plan = { fates: ReadonlyMap<string, Fate>; newIds: NewIds }

/**
 * `newIds` lead what was decided on before. With `isExact` a record here is the same only if it says the very same now, in what it
 * refers to as well; otherwise one that has gone on from what was exported is.
 */
export type Planned = { newIds?: NewIds; isExact?: boolean }

/** Decides on every record by its id, and on new ids for those whose id stands for something else here. */
export async function planImport(
  library: Library,
  from: Pick<ExportedFolder, 'records' | 'trash'>,
  { newIds = new Map(), isExact = false }: Planned = {},
): Promise<Plan> {
  const planning = new Planning(library, newIds, isExact)
  for await (const record of from.records()) await planning.decide(record)
  for await (const { found } of from.trash()) await planning.decideOnTrashed(found)
  return planning
}

class Planning implements Plan {
  readonly fates = new Map<string, Fate>()
  readonly newIds: Map<string, string>
  readonly #library: Library
  readonly #isExact: boolean

  constructor(library: Library, newIds: NewIds, isExact: boolean) {
    this.#library = library
    this.newIds = new Map(newIds)
    this.#isExact = isExact
  }

  async decide({ exported, edited }: ExportedRecord): Promise<void> {
    const { id } = edited.record
    const fate = await this.#fateUnderItsId(exported, edited)
    if (fate) this.fates.set(id, fate)
    else this.fates.set(id, (await this.#findCopy(edited, each => this.#recordHere(each))) ? 'here' : 'add')
  }

  async decideOnTrashed(found: FoundRecord): Promise<void> {
    const { id } = found.record
    // In the trash twice, or put back since: the first decision is for both.
    if (this.fates.has(id)) return
    const { holdings } = this.#library
    const fate = await this.#fateUnderItsId(found, found)
    if (fate === 'add') this.fates.set(id, 'to-trash')
    else if (fate) this.fates.set(id, 'here')
    else
      this.fates.set(id, (await this.#findCopy(found, each => holdings.inTrash(each))) ? 'here' : 'to-trash')
  }

  /** Null where its id stands for something else here, or did once. */
  async #fateUnderItsId(exported: FoundRecord, edited: FoundRecord): Promise<Fate | null> {
    const { id } = edited.record
    const { holdings } = this.#library
    const here = await this.#recordHere(id)
    const meant = this.#isExact ? withNewIds(edited, this.newIds) : edited
    if (here) {
      if (isSameState(here, meant)) return 'here'
      // The brief that it decides on is placed after it, and may be here under a number that is not known yet.
      if (edited.collection === 'events' && isSameButForLinks(here, meant)) return 'here'
      if (this.#isExact) return null
      if (isSameState(here, exported)) return 'edit'
      // An earlier import may have led its links to what came under new ids.
      if (this.newIds.size > 0 && isSameButForLinks(here, withNewIds(edited, this.newIds))) return 'here'
      return (await this.#isEarlier(here, edited)) ? 'here' : null
    }
    if (await holdings.takeId(id)) return 'add'
    const trashed = await holdings.inTrash(id)
    return trashed && isSameState(trashed, meant) ? 'from-trash' : null
  }

  async #recordHere(id: string): Promise<FoundRecord | null> {
    return this.#library.has(id) ? this.#library.find(id) : null
  }

  /** Whether the library has gone on from that state. */
  async #isEarlier({ collection, record: { id } }: FoundRecord, state: FoundRecord): Promise<boolean> {
    const { holdings } = this.#library
    for (const at of await holdings.versions(id)) {
      const record = await holdings.version(collection, id, at).catch(() => null)
      if (record && isSameState({ collection, record } as FoundRecord, state)) return true
    }
    return false
  }

  /** Gives it a new id: that of a copy which an earlier import has made, in which case it is true, or one never used. */
  async #findCopy(
    found: FoundRecord,
    recordOf: (id: string) => Promise<FoundRecord | null>,
  ): Promise<boolean> {
    const { id } = found.record
    const used = new Set(await this.#library.holdings.usedIds())
    for (let n = 2; used.has(`${slugOf(id)}-${n}`); n++) {
      const candidate = `${slugOf(id)}-${n}`
      const there = await recordOf(candidate)
      const asCopy = withNewIds(found, new Map([...this.newIds, [id, candidate]]))
      if (!there || !isSameButForLinks(there, asCopy)) continue
      this.newIds.set(id, candidate)
      return true
    }
    this.newIds.set(id, await this.#library.newId(id))
    return false
  }
}
