import { useMemo } from 'preact/hooks'
import { type DiffPart, diffWords } from '../../shared/diff/word-diff.ts'

/** Two texts as one, with what went and what came marked; read aloud as deletions and insertions. */
export function DiffText({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWords(before, after), [before, after])
  return <DiffParts parts={parts} />
}

/** A text's difference that was worked out already. */
export function DiffParts({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <div class="diff">
      {parts.map((part, index) => {
        const key = `${index} ${part.kind}`
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>
        return <span key={key}>{part.text}</span>
      })}
    </div>
  )
}
