import { useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { focusEditor } from '../app/focus-work.ts'
import { isReadOnly } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { editBrief } from './brief-actions.ts'

/** The title, edited where it stands. An empty one is never saved: the last title comes back. */
export function BriefTitle({ brief }: { brief: Brief }) {
  const [typed, setTyped] = useState<string | null>(null)
  const isEmpty = typed !== null && typed.trim() === ''
  return (
    <div class="brief-title-field">
      <input
        id="brief-title"
        class="brief-title plain-control"
        aria-label={strings.briefs.titleField}
        aria-invalid={isEmpty ? 'true' : undefined}
        aria-describedby={isEmpty ? 'brief-title-note' : undefined}
        value={typed ?? brief.title}
        readOnly={isReadOnly.value}
        maxLength={300}
        autocomplete="off"
        onInput={event => {
          const { value } = event.currentTarget
          setTyped(value)
          if (value.trim() !== '') editBrief({ title: value.trim() })
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.currentTarget.blur()
          focusEditor()
        }}
      />
      {isEmpty && (
        <p class="field-error" id="brief-title-note" role="alert">
          {strings.briefs.titleNeeded}
        </p>
      )}
    </div>
  )
}
