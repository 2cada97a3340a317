import { diffWords } from '../../shared/diff/word-diff.ts'
import { type Position, positionBefore } from '../../shared/people/positions.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { room } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { DiffParts } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'

const texts = strings.positions

/** Statements in the order of time, each with its wording against the one before. */
export function Positions({ positions }: { positions: readonly Position[] }) {
  return (
    <ol class="position-list">
      {positions.map(position => (
        <Statement key={position.quote.id} position={position} before={positionBefore(position, positions)} />
      ))}
    </ol>
  )
}

function Statement({ position, before }: { position: Position; before: Position | null }) {
  const { quote, source, when, whenBy } = position
  return (
    <li class="position">
      <p class="position-when">
        {when === null ? texts.noDate : dateInWords(when)}
        {whenBy === 'published' && <span class="position-by">{texts.published}</span>}
      </p>
      <div class="position-said">
        <blockquote class="position-words" lang={quote.language ?? undefined}>
          “{quote.text}”
        </blockquote>
        {quote.translation && (
          <p class="position-translation" lang={quote.translation.language}>
            “{quote.translation.text}”
          </p>
        )}
        <p class="position-detail">
          <span>{strings.evidence.quoteKinds[quote.kind]}</span>
          {source ? <span>{source.title}</span> : <span class="no-source">{strings.evidence.noSource}</span>}
          {quote.tags.map(tag => (
            <span key={tag} class="position-tag">
              {tag}
            </span>
          ))}
          <Button
            label={texts.open}
            tip={texts.openOf(quote.text)}
            look="quiet"
            onPress={() => {
              openEvidence(quote.id)
              room.value = 'evidence'
            }}
          />
        </p>
        {before && <Wording before={before} position={position} />}
      </div>
    </li>
  )
}

/** What changed in the words; open where enough of them stayed for that to say something. */
function Wording({ before, position }: { before: Position; position: Position }) {
  const parts = diffWords(before.quote.text, position.quote.text)
  const when = before.when === null ? texts.noDateBefore : dateInWords(before.when)
  if (parts.every(({ kind }) => kind === 'same')) return <p class="position-same">{texts.same(when)}</p>
  const lengthOf = (kind: 'same' | 'added' | 'removed') =>
    parts.reduce((sum, part) => sum + (part.kind === kind ? part.text.length : 0), 0)
  const isAlike = lengthOf('same') > lengthOf('added') + lengthOf('removed')
  return (
    <details class="position-wording" open={isAlike}>
      <summary>{texts.against(when)}</summary>
      <DiffParts parts={parts} />
    </details>
  )
}
