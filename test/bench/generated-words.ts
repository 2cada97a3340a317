// A made-up language with the habits of one: frequent words are short, words begin in many ways, and they are drawn by Zipf's law.

const onsets =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k kn l m n p pl pr qu r s sc sh sk sl sm sn sp st str sw t th tr tw v w wh y z'.split(
    ' ',
  )
const vowels = 'a e i o u ai au ea ee ei ie oa oo ou'.split(' ')
const codas = 'b ck ct d f g k l ld ll lt m mp n nd ng nt p r rd rk rm rn rt s sh ss st t th v x'.split(' ')
/** Words of one syllable, and of two; longer ones are all the others. */
const [shortWords, middleWords] = [400, 6_000]

/** A word of some syllables. */
function coin(random: () => number, syllables: number): string {
  const one = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? ''
  let word = ''
  for (let count = 0; count < syllables; count++)
    // Some syllables begin with their vowel, and half of them end with it.
    word += (random() < 0.12 ? '' : one(onsets)) + one(vowels) + (random() < 0.5 ? one(codas) : '')
  return word
}

/** Different words of lower case letters, the most frequent first. */
export function vocabulary(random: () => number, size: number): string[] {
  const words = new Set<string>()
  while (words.size < size) {
    const most = words.size < shortWords ? 1 : words.size < middleWords ? 2 : 4
    const count = most < 3 ? most : 2 + Math.floor(random() * (most - 1))
    const word = coin(random, count)
    if (word.length > 1) words.add(word)
  }
  return [...words]
}

/** Draws words as texts do: the n-th most frequent about n times as seldom as the first. */
export function zipf(random: () => number, words: readonly string[]): () => string {
  const harmonic = Math.log(words.length + 1)
  return () => words[Math.floor(Math.exp(random() * harmonic)) - 1] ?? words[0] ?? ''
}

/** One word of so many is a name that nobody used before. */
const wordsPerName = 300

/** The same with names among them: the longer a language is read, the more words it has. */
export function withNames(random: () => number, word: () => string): () => string {
  return () => (random() * wordsPerName < 1 ? coin(random, 2 + Math.floor(random() * 3)) : word())
}
