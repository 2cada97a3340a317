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
  /** Sends everything now; true when all of it is saved. */
  flush(): Promise<boolean>
  /** Sends without waiting for the save under way: for a window that is closing. */
  sendAtOnce(): void
  /** Forgets what was not sent of a record that is deleted. */
  forget(id: string): void
}

/** A queue over `save`, which must not reject. `wait` is in milliseconds. */
export function createSaveQueue<Fields extends object>(options: {
  save: (id: string, fields: Fields) => Promise<Result<unknown>>
  onState: (state: SaveState) => void
  wait: number
}): SaveQueue<Fields> {
  const { save, onState, wait } = options
  // A Map keeps the order in which records were first changed.
  const unsent = new Map<string, Fields>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | null = null

  return {
    change(id, fields) {
      unsent.set(id, { ...unsent.get(id), ...fields })
      onState({ is: 'saving' })
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), wait)
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

  function flush(): Promise<boolean> {
    clearTimeout(timer)
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
      const result = await save(id, fields)
      if (!result.ok) {
        // What was typed meanwhile is newer than what failed.
        unsent.set(id, { ...fields, ...unsent.get(id) })
        clearTimeout(timer)
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
