// Lines in capitals, which tell no name.

/** Tells the lines in which most words have capitals, so that none tells a name. */
export function headlinesOf(text: string): (at: number) => boolean {
  let [start, end, isOne] = [0, -1, false]
  return at => {
    if (at < end) return isOne
    while (at > end) {
      start = end + 1
      const next = text.indexOf('\n', start)
      end = next < 0 ? text.length : next
    }
    const words = end - start < 160 ? (text.slice(start, end).match(/\p{L}{4,}/gu) ?? []) : []
    isOne = words.length >= 6 && words.filter(word => /^\p{Lu}/u.test(word)).length >= 0.8 * words.length
    return isOne
  }
}
