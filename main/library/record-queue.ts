// Turns: no two writes of a record meet, and changes that wait for the same turn are made in one write.

type Batch<Item, Result> = { items: Item[]; results: Promise<readonly Result[]> }

export class RecordQueue {
  readonly #last = new Map<string, Promise<unknown>>()
  /** What waits for its turn and may still be joined, by record. */
  readonly #waiting = new Map<string, Batch<unknown, unknown>>()
  /** Work that has all records to itself. */
  #alone: Promise<unknown> = Promise.resolve()
  /** Work under way that waits for no record. */
  readonly #beside = new Set<Promise<unknown>>()
  /** Why nothing more is done; null while the queue is open. */
  #refusal: (() => Error) | null = null

  get isClosed(): boolean {
    return this.#refusal !== null
  }

  /** Does work once everything that was asked before of these records is done, whether it succeeded or not. */
  inTurn<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
    if (this.#refusal) return Promise.reject(this.#refusal())
    const before = [this.#alone, ...ids.map(id => this.#last.get(id))]
    return this.#hold(ids, Promise.allSettled(before).then(work))
  }

  /** Does a part of work under way at once, and keeps others from records that only now turned out to be new ones of it. */
  withNew<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#hold(ids, work())
  }

  #hold<T>(ids: readonly string[], turn: Promise<T>): Promise<T> {
    for (const id of ids) {
      this.#last.set(id, turn)
      this.#waiting.delete(id)
    }
    const leave = () => {
      for (const id of ids) if (this.#last.get(id) === turn) this.#last.delete(id)
    }
    turn.then(leave, leave)
    return turn
  }

  /**
   * Does work on an item in turn, together with the items that were asked of the record while it waited; `work` gives
   * one result an item, in their order. What may wait together must be asked with the same work.
   */
  async join<Item, Result>(
    id: string,
    item: Item,
    work: (items: readonly Item[]) => Promise<readonly Result[]>,
  ): Promise<Result> {
    if (this.#refusal) throw this.#refusal()
    const waiting = this.#waiting.get(id) as Batch<Item, Result> | undefined
    const { items, results } = waiting ?? this.#begin(id, work)
    const index = items.push(item) - 1
    return (await results)[index] as Result
  }

  #begin<Item, Result>(
    id: string,
    work: (items: readonly Item[]) => Promise<readonly Result[]>,
  ): Batch<Item, Result> {
    const items: Item[] = []
    const results = this.inTurn([id], () => {
      if (this.#waiting.get(id) === batch) this.#waiting.delete(id)
      return work(items)
    })
    const batch = { items, results }
    this.#waiting.set(id, batch)
    return batch
  }

  /** Does work while no record changes: after all that was asked before, and before all that is asked meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#refusal) return Promise.reject(this.#refusal())
    const turn = Promise.allSettled([this.#alone, ...this.#last.values()]).then(work)
    this.#alone = turn.catch(() => undefined)
    this.#waiting.clear()
    return turn
  }

  /** Does work that writes no record at once; what waits for the queue waits for it too. */
  beside<T>(work: () => Promise<T>): Promise<T> {
    if (this.#refusal) return Promise.reject(this.#refusal())
    const done = work()
    this.#beside.add(done)
    const leave = () => void this.#beside.delete(done)
    done.then(leave, leave)
    return done
  }

  /** Waits for everything that was asked until now. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#alone, ...this.#last.values(), ...this.#beside])
  }

  /** Does what was asked until now, and nothing any more: that is rejected with the reason. */
  async close(refusal: () => Error): Promise<void> {
    this.#refusal ??= refusal
    await this.settled()
  }
}
