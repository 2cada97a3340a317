import type { ParagraphChange } from '../../shared/issue/brief-changes.ts'
import { foldText } from '../../shared/issue/fold-text.ts'
import { DiffParts } from '../ui/diff-text.tsx'
import { strings } from '../ui/strings.ts'

/** The changed paragraphs word by word; those that stayed are folded, and open on a press. */
export function TextChanges({ text }: { text: readonly ParagraphChange[] }) {
  return (
    <div class="text-changes">
      {foldText(text).map((part, index) =>
        'shown' in part ? (
          <div key={index} class={part.shown.kind === 'same' ? 'text-heading' : undefined}>
            <DiffParts parts={part.shown.parts} />
          </div>
        ) : (
          <details key={index} class="text-same">
            <summary>{strings.changes.folded(part.folded.length)}</summary>
            {part.folded.map(({ parts }, at) => (
              <p key={at}>{parts.map(({ text }) => text).join('')}</p>
            ))}
          </details>
        ),
      )}
    </div>
  )
}
