import { useState } from 'preact/hooks'
import { isReadOnly } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { renameRecord } from './rename-actions.ts'

/** The id of a record, by which texts refer to it, and the way to another. */
export function RecordId({ id }: { id: string }) {
  const texts = strings.recordId
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | undefined>()
  const leave = () => {
    setTyped(null)
    setError(undefined)
  }
  const rename = async () => {
    const to = typed?.trim() ?? ''
    if (to === id || to === '') return leave()
    const refusal = await renameRecord(id, to)
    if (refusal === null) leave()
    else setError(refusal)
  }
  if (typed === null) {
    return (
      <div class="record-id">
        <span class="record-id-label">{texts.label}</span>
        <code>{id}</code>
        <Button
          label={texts.rename}
          icon="rename"
          look="quiet"
          isIconOnly
          isDisabled={isReadOnly.value}
          onPress={() => setTyped(id)}
        />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its field has the keys, which end here.
    <div
      class="record-id-field"
      ref={element => {
        if (!element || element.contains(document.activeElement)) return
        element.querySelector('input')?.select()
        element.scrollIntoView({ block: 'nearest' })
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') leave()
        else if (event.key === 'Enter') void rename()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <TextField
        label={texts.label}
        value={typed}
        error={error}
        hint={texts.hint}
        onInput={value => {
          setTyped(value)
          setError(undefined)
        }}
      />
    </div>
  )
}
