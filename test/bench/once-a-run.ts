// What several rows share is made by the first of them, and is gone when the run is over.

const closing: (() => unknown)[] = []

/** The same thing for every asker with the same key; `close` is done at the end of the run, the last made first. */
export function onceARun<Key, Thing>(
  make: (key: Key) => Promise<{ thing: Thing; close: () => unknown }>,
): (key: Key) => Promise<Thing> {
  const made = new Map<Key, Promise<Thing>>()
  return key => {
    const known = made.get(key)
    if (known) return known
    const making = make(key).then(({ thing, close }) => {
      closing.push(close)
      return thing
    })
    made.set(key, making)
    return making
  }
}

/** Ends what was made for the rows. */
export async function endTheRun(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close()
}
