// Looking up places in lists that stand in the order of the text.

/** The index of the first item that starts at a place or after it; the list's length where none does. */
export function firstAtOrAfter(items: readonly { start: number }[], at: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
