import type { SearchHit } from '../../shared/search/search-answers.ts'
import type { Printed, Request } from './printed.ts'
import { type Call, WrongUsage } from './usage.ts'

/** One line a record: its id, its kind, and the words around what was found. */
export async function printSearch(call: Call, request: Request): Promise<Printed> {
  const limit = Number(call.options.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new WrongUsage('--limit is a whole number from 1 to 500.')
  const { hits, isMore, readAs, problems } = await request('search.find', {
    // A space after the last word: nobody is still typing it.
    query: `${call.arguments.join(' ')} `,
    limit,
  })
  return {
    json: {
      hits: hits.map(({ collection, record, excerpt, place }) => {
        return { collection, id: record.id, excerpt: wordsOf(excerpt), place }
      }),
      isMore,
      readAs,
      problems,
    },
    lines: hits.map(({ collection, record, excerpt }) => {
      return [record.id, collection, wordsOf(excerpt)].join('\t')
    }),
    failures: problems,
    remarks: readAs.map(({ typed, read }) => `“${typed}” is nowhere: read as ${read.join(', ')}.`),
  }
}

function wordsOf(excerpt: SearchHit['excerpt']): string {
  return excerpt.map(({ text }) => text).join('')
}
