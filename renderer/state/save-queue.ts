// Saves of what is being typed: a short wait, one at a time, in order, and the newest state always wins.
import type { Problem, Result } from '../../shared/result.ts'

export type SaveState =
  | { is: 'saved' }
  | { is: 'saving' }
  /** The text is still held here; it is sent again with the next change or by `retry`. */
  | { is: 'failed'; problem: Problem }

export type SaveQueue<Fields extends object> = {
  /** Remembers changed fields of a record and sends them after the wait. */
  change(id: string, fields: Fields): void
  /** Takes from a newer state of a record what waits to be sent of it; fields that do not wait are left as they are. */
  amend(id: string, newer: Fields): void
  /** Sends everything now; true when all of it is saved. */
  flush(): Promise<boolean>
  /** Sends without waiting for the save under way: for a window that is closing. */
  sendAtOnce(): void
  /** Forgets what was not sent of a record that is deleted. */
  forget(id: string): void
}

/** Milliseconds: how long typing must pause before it is saved, at most go on, and until a draft of it is kept. */
export type Waits = { pause: number; most: number; draft: number }

/** A queue over `save`, which must not reject. `keepDraft` is told all of a record that is typed and not saved. */
export function createSaveQueue<Fields extends object>(options: {
  save: (id: string, fields: Fields) => Promise<Result<unknown>>
  keepDraft: (id: string, fields: Fields) => void
  onState: (state: SaveState) => void
  waits: (fields: Fields) => Waits
}): SaveQueue<Fields> {
  const { save, keepDraft, onState } = options
  // A Map keeps the order in which records were first changed.
  const unsent = new Map<string, Fields>()
  let sending: { id: string; fields: Fields } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let draftTimer: ReturnType<typeof setTimeout> | undefined
  /** When the first change that waits was made. */
  let since: number | null = null
  let running: Promise<boolean> | null = null

  return {
    change(id, fields) {
      unsent.set(id, { ...unsent.get(id), ...fields })
      onState({ is: 'saving' })
      const waits = options.waits(fields)
      draftTimer ??= setTimeout(keepDrafts, waits.draft)
      const now = performance.now()
      since ??= now
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), Math.min(waits.pause, since + waits.most - now))
    },
    amend(id, newer) {
      const waiting = unsent.get(id)
      if (!waiting) return
      const fields = Object.keys(waiting) as (keyof Fields)[]
      unsent.set(id, Object.fromEntries(fields.map(field => [field, newer[field]])) as Fields)
    },
    flush,
    sendAtOnce() {
      clearTimeout(timer)
      for (const [id, fields] of unsent) void save(id, fields)
      unsent.clear()
    },
    forget(id) {
      unsent.delete(id)
    },
  }

  function keepDrafts(): void {
    clearTimeout(draftTimer)
    draftTimer = undefined
    for (const [id, fields] of unsent) {
      keepDraft(id, sending?.id === id ? { ...sending.fields, ...fields } : fields)
    }
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    since = null
    // A flush during a save waits for it and takes what was changed since, so its answer covers everything typed.
    running ??= send().finally(() => {
      running = null
    })
    return running
  }

  async function send(): Promise<boolean> {
    for (let next = first(unsent); next; next = first(unsent)) {
      const [id, fields] = next
      unsent.delete(id)
      onState({ is: 'saving' })
      sending = { id, fields }
      const result = await save(id, fields)
      sending = null
      if (!result.ok) {
        // What was typed meanwhile is newer than what failed.
        unsent.set(id, { ...fields, ...unsent.get(id) })
        clearTimeout(timer)
        keepDrafts()
        onState({ is: 'failed', problem: result.problem })
        return false
      }
    }
    onState({ is: 'saved' })
    return true
  }
}

function first<K, V>(map: Map<K, V>): [K, V] | undefined {
  return map.entries().next().value
}
