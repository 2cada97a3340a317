import { dragReferences } from '../evidence/drag-references.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { headOf } from '../evidence/evidence-words.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { strings } from '../ui/strings.ts'

/** Above a source's text, the evidence that it can no longer mark. */
export function LostEvidence({ evidence }: { evidence: readonly EvidenceItem[] }) {
  if (evidence.length === 0) return null
  const texts = strings.sources
  return (
    <section class="lost-evidence" aria-label={texts.lostTitle(evidence.length)}>
      <h2>{texts.lostTitle(evidence.length)}</h2>
      <p>{texts.lostText}</p>
      <ul>
        {evidence.map(item => (
          <li key={item.record.id}>
            <button
              type="button"
              class="lost-item"
              draggable
              onDragStart={event => dragReferences(event, [item])}
              onClick={() => openEvidence(item.record.id)}
            >
              <KindGlyph kind={item.kind} />
              <span>{headOf(item)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
