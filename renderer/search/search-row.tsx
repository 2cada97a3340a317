import type { ExcerptPiece, SearchHit } from '../../shared/search/search-answers.ts'
import { itemOf } from '../palette/record-items.ts'
import { KindGlyph } from '../ui/kind-glyph.tsx'

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
  // Words of the title itself are marked there, and not told twice.
  const isOfTitle = label.includes(textOf(hit.excerpt))
  return (
    <>
      <KindGlyph kind={kindOf[hit.collection]} />
      <div class="hit-words">
        <p class="hit-title" dir="auto">
          {isOfTitle ? <Pieces of={inTitle(label, hit.excerpt)} /> : label}
        </p>
        <p class="hit-detail">{[kind, detail].filter(Boolean).join(' · ')}</p>
        {!isOfTitle && (
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

/** What it says, without the dots where it is cut off. */
function textOf(excerpt: readonly ExcerptPiece[]): string {
  const text = excerpt.map(piece => piece.text).join('')
  return text.replace(/^…\s*|\s*…$/g, '')
}

/** The whole title, with the found words in it. */
function inTitle(label: string, excerpt: readonly ExcerptPiece[]): ExcerptPiece[] {
  const text = textOf(excerpt)
  const start = label.indexOf(text)
  const bare = excerpt
    .map((piece, at) => ({
      ...piece,
      text: piece.text
        .replace(at === 0 ? /^…\s*/ : /^$/, '')
        .replace(at === excerpt.length - 1 ? /\s*…$/ : /$^/, ''),
    }))
    .filter(piece => piece.text !== '')
  return [
    { text: label.slice(0, start), isFound: false },
    ...bare,
    { text: label.slice(start + text.length), isFound: false },
  ]
}
