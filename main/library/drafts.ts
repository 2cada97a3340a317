// Text that is being typed, kept beside the briefs until it is saved: what a crash would otherwise take.
import { randomUUID } from 'node:crypto'
import { readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { id, instant, line } from '../../shared/model/v1/fields.ts'
import { briefFields } from '../../shared/model/v5/brief.ts'
import { type NewIds, withReferences } from '../../shared/references/new-ids.ts'
import { parseJson } from './durable-file.ts'
import { namesIn } from './library-folder.ts'
import { type Seal, sealContext } from './seal.ts'

const draft = z.strictObject({
  schema: z.literal(1),
  id,
  at: instant,
  fields: z.strictObject({ ...briefFields, tags: z.array(line) }).partial(),
})

/** Fields of a brief as they were typed, and when. */
export type Draft = z.infer<typeof draft>

export type Drafts = ReturnType<typeof openDrafts>

/**
 * The drafts of a library's folder; those of sessions before this one are what was left behind.
 *
 * @param writing does what writes, or refuses to
 */
export function openDrafts(
  folder: string,
  seal: Seal,
  writing: <T>(work: () => Promise<T>) => Promise<T> = work => work(),
) {
  const session = randomUUID()
  const kept = new Map<string, Draft>()
  const pathOf = (name: string) => join(folder, 'drafts', name)
  const nameOf = (id: string) => `${seal.nameOf(id)}.${session}.json`
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other, so that an older draft never takes the place of a newer one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    writing(() => {
      const done = turn.then(work, work)
      turn = done.catch(() => undefined)
      return done
    })

  async function write(name: string, whole: Draft): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(whole))
    await writeFile(pathOf(`.${name}.tmp`), seal.seal(bytes, sealContext.draft(whole.id)))
    await rename(pathOf(`.${name}.tmp`), pathOf(name))
  }

  async function leftBehind(): Promise<{ name: string; draft: Draft }[]> {
    const found: { name: string; draft: Draft }[] = []
    for (const name of (await namesIn(join(folder, 'drafts'))).sort()) {
      if (!name.endsWith('.json') || name.startsWith('.') || name.includes(session)) continue
      const id = seal.idOf(name.split('.')[0] ?? '')
      if (id === null) continue
      const read = await readFile(pathOf(name))
        .then(bytes => draft.safeParse(parseJson(seal.open(bytes, sealContext.draft(id)))))
        .catch(() => null)
      // A draft that was cut off is no draft; its file stays.
      if (read?.success) found.push({ name, draft: read.data })
    }
    return found
  }

  return {
    /** Keeps what is typed at this moment. Not flushed: it outlasts the process, and need not outlast a power cut. */
    keep(fresh: Omit<Draft, 'schema'>): Promise<void> {
      const whole: Draft = { schema: 1, ...fresh }
      kept.set(whole.id, whole)
      return inTurn(async () => {
        if (kept.get(whole.id) !== whole) return
        const name = nameOf(whole.id)
        await write(name, whole)
      })
    },

    /** The draft of a record in this session, to be told from a later one. */
    current(id: string): Draft | undefined {
      return kept.get(id)
    },

    /** Drops a draft that was there when a save began, unless more was typed since: the save had all of it. */
    saved(id: string, draftBefore: Draft | undefined): Promise<void> {
      if (!draftBefore || kept.get(id) !== draftBefore) return Promise.resolve()
      kept.delete(id)
      return inTurn(async () => {
        if (!kept.has(id)) await unlink(pathOf(nameOf(id))).catch(() => undefined)
      })
    },

    /** What sessions before this one left, newest first. */
    async recovered(): Promise<Draft[]> {
      const drafts = (await leftBehind()).map(each => each.draft)
      return drafts.sort((one, other) => other.at.localeCompare(one.at))
    },

    /** Leads what was left behind of a record, and the references to it in what was left of others, to its new id. */
    rename(ids: NewIds): Promise<void> {
      return writing(async () => {
        for (const { name, draft } of await leftBehind()) {
          const body = draft.fields.body === undefined ? {} : { body: withReferences(draft.fields.body, ids) }
          const fresh = { ...draft, id: ids.get(draft.id) ?? draft.id, fields: { ...draft.fields, ...body } }
          const freshName = seal.nameOf(fresh.id) + name.slice(name.indexOf('.'))
          if (freshName === name && JSON.stringify(fresh) === JSON.stringify(draft)) continue
          await write(freshName, fresh)
          if (freshName !== name) await unlink(pathOf(name))
        }
      })
    },

    /** Removes what was left behind of a record, once a person has decided. */
    drop(recordId: string, at: string): Promise<void> {
      return writing(async () => {
        for (const { name, draft } of await leftBehind()) {
          if (draft.id === recordId && draft.at === at) await unlink(pathOf(name))
        }
      })
    },
  }
}

/** Whether a record has everything that the draft has. */
export function holds(record: object, { fields }: Draft): boolean {
  return Object.entries(fields).every(
    ([field, value]) => JSON.stringify((record as Record<string, unknown>)[field]) === JSON.stringify(value),
  )
}
