// What the language of search can say, by examples that find something where the library has it. Pure.
import type { LibraryLists } from '../../shared/answers.ts'

export type ExampleQuery = { of: 'words' | 'phrase' | 'speaker' | 'narrowed' | 'excluded'; query: string }

/** An example of each thing that can be asked, in the words of this library where it has some. */
export function exampleQueries({ quotes, sources, briefs }: LibraryLists): ExampleQuery[] {
  const speaker = quotes.map(({ speaker }) => lastWord(speaker)).find(word => word !== '') ?? 'kato'
  const tagged = [...quotes, ...sources, ...briefs].flatMap(({ tags }) => tags)
  const tag = tagged.find(each => !/[\s"]/.test(each)) ?? 'trade'
  const year = sources.map(({ publishedOn }) => publishedOn?.match(/^\d{4}/)?.[0]).find(Boolean)
  return [
    { of: 'words', query: 'minister tariff' },
    { of: 'phrase', query: '"finance minister"' },
    { of: 'speaker', query: `kind:quote speaker:${speaker}` },
    { of: 'narrowed', query: `marking:official before:${year ? Number(year) + 1 : '2026'} tag:${tag}` },
    { of: 'excluded', query: 'tariff -steel' },
  ]
}

function lastWord(name: string): string {
  return (name.match(/[\p{L}\p{N}’'-]+/gu)?.at(-1) ?? '').toLowerCase()
}
