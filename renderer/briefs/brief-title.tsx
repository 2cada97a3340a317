import { useRef, useState } from 'preact/hooks'
import type { Brief } from '../../shared/model/records.ts'
import { focusEditor } from '../app/focus-work.ts'
import { isReadOnly } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { editBrief } from './brief-actions.ts'

/** The title, edited where it stands, and whole however long it is. An empty one is never saved: the last title comes back. */
export function BriefTitle({ brief }: { brief: Brief }) {
  const [typed, setTyped] = useState<string | null>(null)
  /** What Escape goes back to. */
  const before = useRef<string | null>(null)
  const isEmpty = typed !== null && typed.trim() === ''
  return (
    <div class="brief-title-field">
      <textarea
        id="brief-title"
        class="brief-title plain-control"
        aria-label={strings.briefs.titleField}
        aria-invalid={isEmpty ? 'true' : undefined}
        aria-describedby={isEmpty ? 'brief-title-note' : undefined}
        value={typed ?? brief.title}
        readOnly={isReadOnly.value}
        rows={1}
        maxLength={300}
        autocomplete="off"
        onInput={event => {
          // It goes over several lines where it is long, and is one all the same.
          const value = event.currentTarget.value.replace(/\s*\n\s*/g, ' ')
          setTyped(value)
          if (value.trim() !== '') editBrief({ title: value.trim() })
        }}
        onFocus={() => {
          before.current = brief.title
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          // Enter on an empty title stays, with the reason under it.
          if (event.key === 'Enter' && isEmpty) return
          if (event.key === 'Escape' && before.current !== null) editBrief({ title: before.current })
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
