import type { ExcerptPiece, SearchHit } from '../../shared/search/search-answers.ts'
import { itemOf } from '../palette/record-items.ts'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { markedWords, saysMore, wordsToMark } from './marked-words.ts'
import { searchAnswer } from './search-state.ts'

const kindOf = {
  briefs: 'brief',
  sources: 'source',
  quotes: 'quote',
  figures: 'figure',
  events: 'event',
  people: 'person',
} as const

/** A record that was found: what it is called, what it is, and the words around what was looked for. */
export function SearchRow({ hit }: { hit: SearchHit }) {
  const { kind, label, detail } = itemOf(hit)
  const words = wordsToMark(hit, searchAnswer.value?.words ?? [])
  return (
    <>
      <KindGlyph kind={kindOf[hit.collection]} />
      <div class="hit-words">
        <p class="hit-title" dir="auto">
          <Pieces of={markedWords(label, words)} />
        </p>
        <p class="hit-detail">
          {kind}
          {detail !== '' && ' · '}
          <Pieces of={markedWords(detail, words)} />
        </p>
        {saysMore(hit, label) && (
          <p class="hit-excerpt" dir="auto">
            <Pieces of={hit.excerpt} />
          </p>
        )}
      </div>
    </>
  )
}

function Pieces({ of }: { of: readonly ExcerptPiece[] }) {
  return <>{of.map(({ text, isFound }, at) => (isFound ? <mark key={at}>{text}</mark> : text))}</>
}
