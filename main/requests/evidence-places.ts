// Evidence that lost its place in its source, and where its words may stand now.

import type { CandidatePlace } from '../../shared/answers.ts'
import { wordsBetween } from '../../shared/markdown/words-as-read.ts'
import { isAnchored } from '../../shared/model/anchor.ts'
import { nearestPlaces } from '../../shared/model/nearest-places.ts'
import type { Anchor, Source } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

/** How much of the text around a place is shown, in UTF-16 code units. */
const around = 60

export function evidencePlaceRequests(
  library: Library,
): Pick<Handlers, 'evidence.orphaned' | 'evidence.places'> {
  return {
    'evidence.orphaned': async () => {
      const bySource = Map.groupBy(anchorsOf(library), ({ anchor }) => anchor.source)
      const ids: string[] = []
      for (const [source, anchored] of bySource) {
        const text = await textOf(library, source)
        if (text === null) continue
        ids.push(...anchored.filter(({ anchor }) => !isAnchored(anchor, text)).map(({ id }) => id))
      }
      return { ids }
    },
    'evidence.places': async ({ id }) => {
      const { record } = await library.find(id)
      const anchor = 'anchor' in record ? record.anchor : null
      const source = anchor && (await textOf(library, anchor.source))
      if (!anchor || !source || isAnchored(anchor, source)) return { isOrphaned: false, places: [] }
      const places = nearestPlaces(anchor, source.text).map(place => candidate(source, place))
      return { isOrphaned: true, places }
    },
  }
}

function anchorsOf(library: Library): { id: string; anchor: Anchor }[] {
  const evidence = [...library.list('quotes'), ...library.list('figures'), ...library.list('events')]
  return evidence.flatMap(({ id, anchor }) => (anchor ? [{ id, anchor }] : []))
}

/** Null where there is no such source, or it cannot be read. */
function textOf(library: Library, source: string): Promise<Source | null> {
  return library.get('sources', source).catch(() => null)
}

function candidate(source: Source, { start, end }: { start: number; end: number }): CandidatePlace {
  const { text } = source
  const read = (from: number, to: number) => wordsBetween(source, from, to).replace(/\s+/g, ' ')
  const before = read(Math.max(0, start - around), start)
  const after = read(end, Math.min(text.length, end + around))
  return {
    start,
    end,
    // In whole words, and with the space that stands next to the place.
    before:
      (start > around ? before.replace(/^\S*\s/, '') : before) +
      (/\s/.test(text[start - 1] ?? '') ? ' ' : ''),
    words: read(start, end) || text.slice(start, end),
    after:
      (/\s/.test(text[end] ?? '') ? ' ' : '') +
      (end + around < text.length ? after.replace(/\s\S*$/, '') : after),
  }
}
