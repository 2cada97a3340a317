// A search that stands in for main's in tests of the window: every word must be in a record, as it is typed.
import type { Answer } from '../../../main/requests/requests.ts'
import type { FoundRecord } from '../../../shared/model/records.ts'
import type { Result } from '../../../shared/result.ts'
import type { SearchAnswer, SearchHit } from '../../../shared/search/search-answers.ts'
import { parseSearch, type SearchKind } from '../../../shared/search/search-query.ts'
import { summaryOf } from '../../../shared/summaries.ts'
import type { Desk } from '../desk.ts'

const kindOf: Record<FoundRecord['collection'], SearchKind> = {
  briefs: 'brief',
  sources: 'source',
  quotes: 'quote',
  figures: 'figure',
  events: 'event',
  people: 'person',
}

/** Answers searches of a desk; gives the queries that were asked, and the searches that are kept. */
export function answerPlainly({ answers, ask }: Pick<Desk, 'answers' | 'ask'>) {
  const asked: { query: string; limit: number }[] = []
  let kept: string[] = []
  answers.set('search.find', async input => {
    const { query, limit } = input as { query: string; limit: number }
    asked.push({ query, limit })
    return { ok: true, value: await find(ask, query, limit) }
  })
  answers.set('search.saved', async () => ({ ok: true, value: { queries: kept } }))
  answers.set('search.save', async input => {
    const { query, isKept } = input as { query: string; isKept: boolean }
    kept = kept.filter(each => each !== query)
    if (isKept) kept = [...kept, query].sort()
    return { ok: true, value: { queries: kept } }
  })
  return { asked, kept: () => kept }
}

export async function find(ask: Answer, query: string, limit: number): Promise<SearchAnswer> {
  const { terms, kinds, like } = parseSearch(query)
  const words = terms.map(term => term.words)
  const hits: SearchHit[] = []
  for (const collection of ['sources', 'briefs', 'quotes', 'people'] as const) {
    if (kinds.length > 0 && !kinds.includes(kindOf[collection])) continue
    const listed = (await ask('library.page', { collection, after: null, limit: 5000 })) as Result<{
      records: { id: string }[]
    }>
    if (!listed.ok) continue
    for (const { id } of listed.value.records) {
      const found = await ask('record.get', { id })
      if (!found.ok || (like !== null && (collection !== 'sources' || id === like))) continue
      const hit = hitOf(found.value as FoundRecord, words)
      if (hit) hits.push(hit)
    }
  }
  return {
    hits: hits.slice(0, limit),
    isMore: hits.length > limit,
    readAs: [],
    words,
    problems: [],
    progress: null,
  }
}

function hitOf(found: FoundRecord, words: readonly string[]): SearchHit | null {
  const text = textOf(found)
  const places = words.map(word => text.toLowerCase().indexOf(word.toLowerCase()))
  if (places.includes(-1)) return null
  const start = places[0] ?? 0
  const end = start + (words[0]?.length ?? 0)
  return {
    ...summaryOf(found),
    excerpt: [
      { text: text.slice(Math.max(0, start - 40), start), isFound: false },
      { text: text.slice(start, end), isFound: true },
      { text: text.slice(end, end + 80), isFound: false },
    ],
    place: words.length === 0 || found.collection === 'people' ? null : { start, end },
  } as SearchHit
}

function textOf(found: FoundRecord): string {
  if (found.collection === 'briefs') return found.record.body
  if (found.collection === 'people') return found.record.name
  return 'text' in found.record ? found.record.text : ''
}
