import { KindGlyph } from '../ui/kind-glyph.tsx'
import { strings } from '../ui/strings.ts'
import type { BriefChanges } from './changes.ts'
import { OldAndNew } from './old-and-new.tsx'

/** The records a brief uses that are not what they were, with old and new values. */
export function EvidenceChanges({ evidence }: { evidence: BriefChanges['evidence'] }) {
  const texts = strings.changes
  return (
    <section aria-label={texts.evidence}>
      <h4 class="keys-group">{texts.evidence}</h4>
      <ul class="evidence-changes">
        {evidence.map(({ id, kind, title, change, fields }) => (
          <li key={`${kind} ${id}`} class="evidence-change">
            <KindGlyph kind={kind} />
            <div class="evidence-change-words">
              <p>
                <span class="spoken">{strings.kinds[kind]}: </span>
                <span class="evidence-change-title">{title}</span>{' '}
                <span class={`change change-${change}`}>{texts.kinds[change]}</span>
              </p>
              {fields.length > 0 && <OldAndNew fields={fields} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
