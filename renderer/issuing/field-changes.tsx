import { strings } from '../ui/strings.ts'
import type { BriefChanges } from './changes.ts'
import { OldAndNew } from './old-and-new.tsx'

/** What a brief says of itself above its text, as it was and as it is. */
export function FieldChanges({ fields }: { fields: BriefChanges['fields'] }) {
  const texts = strings.changes
  return (
    <section aria-label={texts.fields}>
      <h4 class="keys-group">{texts.fields}</h4>
      <OldAndNew fields={fields} />
    </section>
  )
}
