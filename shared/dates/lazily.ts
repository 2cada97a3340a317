/** A value made when it is first asked for: large patterns take long to compile, and no start of the app waits for them. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
