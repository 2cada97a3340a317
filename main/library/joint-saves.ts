// Saves of several records: all of them or none, whatever happens meanwhile.
import { stat } from 'node:fs/promises'
import { type FoundRecord, validRecord } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { bringTogether } from './bring-together.ts'
import type { Change } from './change.ts'
import {
  carryOut,
  carryOutNow,
  declareIntent,
  GoneOn,
  type Intent,
  type Step,
  turnIntent,
} from './intents.ts'
import type { LibraryParts } from './library-parts.ts'
import type { OnOthers } from './outside-changes.ts'
import { nameIsTaken } from './refusals.ts'

/** How often a save is made anew that another program got between. */
const mostTries = 3

export class JointSaves {
  readonly #parts: LibraryParts
  readonly #tellOthers: OnOthers
  /** A save that failed and could not be undone yet. */
  #unfinished: Intent | null = null

  constructor(parts: LibraryParts, tellOthers: OnOthers) {
    this.#parts = parts
    this.#tellOthers = tellOthers
  }

  /** To be called in the turn of all the records. Rejects with a RequestProblem where a new one's file is there already. */
  async save(changes: readonly Change[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#saveOnce(changes)
      } catch (error) {
        if (!(error instanceof GoneOn)) throw error
        if (tries === mostTries) throw changedMeanwhile(this.#parts.folder)
      }
    }
  }

  async #saveOnce(changes: readonly Change[]): Promise<void> {
    const { folder, files, disk, seal, history, now, records } = this.#parts
    /** What other programs had put there, and whether both changed the same. */
    const others = new Map<string, boolean>()
    const steps = await Promise.all(
      changes.map(async ({ collection, id, after }) => {
        const before = await records.get(collection, id)
        const valid = after && validRecord(collection, after)
        if (!before || !valid) return { collection, id, before, after: valid } as Step
        const { record, theirs, isConflict } = await bringTogether(this.#parts, collection, before, valid)
        if (theirs) others.set(id, isConflict)
        return { collection, id, before: theirs ?? before, after: record } as Step
      }),
    )
    for (const { before } of steps) {
      if (before) await history.keepIfDue(before, now().getTime()).catch(() => undefined)
    }
    for (const { collection, id, before } of steps)
      if (before === null) await mustBeFree(files.pathOf(collection, id))
    const intent = await declareIntent(folder, steps, now().toISOString(), disk, seal)
    const stamps = await carryOutNow(intent, files, disk).catch(async error => {
      this.#unfinished = intent
      await this.undo().catch(() => undefined)
      throw error
    })
    for (const { collection, id, after } of steps) {
      if (after) records.publish({ collection, record: after } as FoundRecord, stamps.get(id) ?? null)
      else records.forget(id)
    }
    for (const { collection, id, after } of steps) {
      const isConflict = others.get(id)
      if (after && isConflict !== undefined)
        this.#tellOthers({ collection, record: after } as FoundRecord, isConflict)
    }
  }

  /** Undoes a save that failed before and could not be undone then. */
  async undo(): Promise<void> {
    const { files, disk } = this.#parts
    if (!this.#unfinished) return
    if (this.#unfinished.direction === 'do') this.#unfinished = await turnIntent(this.#unfinished, disk)
    await carryOut(this.#unfinished, files, disk)
    this.#unfinished = null
  }
}

async function mustBeFree(path: string): Promise<void> {
  if (await stat(path).catch(() => null)) throw nameIsTaken(path)
}

function changedMeanwhile(folder: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `Another program is changing records in ${folder} at this moment. Nothing was saved; try again when it is done.`,
  )
}
