// Lines in capitals, which tell no name.

// Words that stay small in a headline.
const small = new Set(
  'and but for from into nor not off onto over per than that the via with yet are was'.split(' '),
)

/** Tells the lines in which all words that count have capitals, so that none tells a name. */
export function headlinesOf(text: string): (at: number) => boolean {
  let [start, end, isOne] = [0, -1, false]
  return at => {
    if (at < end) return isOne
    while (at > end) {
      start = end + 1
      const next = text.indexOf('\n', start)
      end = next < 0 ? text.length : next
    }
    const words = end - start < 160 ? (text.slice(start, end).match(/\p{L}{3,}/gu) ?? []) : []
    const telling = words.filter(word => !small.has(word))
    isOne = telling.length >= 6 && telling.every(word => /^\p{Lu}/u.test(word))
    return isOne
  }
}
