import type { DatabaseSync } from 'node:sqlite'
import { foundRow } from '../../figures.ts'
import type { Measure } from '../../measure.ts'
import { fts5Of, mostHits, quoted } from '../../search/fts5-peer.ts'
import { mistypedWords } from '../../search/queries.ts'
import { searchedLibrary } from '../../search/searched-library.ts'

const count = 200
/** Three letters of every place make the peer's index several times as large as its texts. */
const briefs = 1_000
/** As many words as ours reads a word for. */
const mostWords = 8

/** The record that a word was taken from is among the first that are found for it with one typing error. */
export const findMistypedWords: Measure = {
  name: `found by one typing error, of ${count} known words`,
  async measure({ seed }) {
    const { search, texts } = await searchedLibrary(briefs, seed)
    const mistyped = mistypedWords(seed, texts, count)
    const whole = fts5Of(':memory:', texts, ", tokenize = 'trigram'")
    const words = nearWordsOf(texts)
    const ours: boolean[] = []
    const trigrams: boolean[] = []
    const nearWords: boolean[] = []
    for (const { typed, place } of mistyped) {
      const { hits } = await search.find(`${typed} `, mostHits)
      ours.push(hits.some(({ id }) => id === texts[place]?.id))
      trigrams.push(whole.find(anyTrigram(typed)).includes(place + 1))
      nearWords.push(words(typed).includes(place + 1))
    }
    whole.close()
    const { name } = this
    return [
      foundRow(name, 'FTS5 with trigram, any three letters of it', ours, trigrams),
      foundRow(name, 'FTS5 for the words that FTS5 with trigram says are nearest', ours, nearWords),
    ]
  },
}

/** Whatever shares three letters: the whole word is in no text. */
function anyTrigram(word: string): string {
  const starts = [...word].slice(2).keys()
  return [...starts].map(start => quoted(word.slice(start, start + 3))).join(' OR ')
}

/** The stronger way of the same index: over the words alone, and then a plain search for the nearest of them. */
function nearWordsOf(texts: Parameters<typeof fts5Of>[1]): (typed: string) => number[] {
  const peer = fts5Of(':memory:', texts)
  const database: DatabaseSync = peer.database
  database.exec(`
    CREATE VIRTUAL TABLE known USING fts5vocab(texts, 'row');
    CREATE VIRTUAL TABLE near USING fts5(word, tokenize = 'trigram');
    INSERT INTO near SELECT term FROM known;
  `)
  const nearest = database.prepare(
    `SELECT word FROM near WHERE near MATCH ? ORDER BY rank LIMIT ${mostWords}`,
  )
  return typed => {
    const words = nearest.all(anyTrigram(typed)).map(({ word }) => quoted(String(word)))
    return words.length === 0 ? [] : peer.find(words.join(' OR '))
  }
}
