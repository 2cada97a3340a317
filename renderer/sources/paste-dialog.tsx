import { useState } from 'preact/hooks'
import { closeDialog, dialogWords } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { pasteSource } from './source-actions.ts'

/** Takes text that was copied somewhere else. */
export function PasteDialog() {
  const texts = strings.sources
  const text = dialogWords.value
  const [error, setError] = useState<string>()
  const add = async () => {
    if (text.trim() === '') setError(texts.pasteEmpty)
    else if (await pasteSource(text)) closeDialog()
  }
  return (
    <Dialog title={texts.pasteTitle} onClose={closeDialog} isWide>
      <p class="dialog-text">{texts.pasteText}</p>
      <form
        class="new-brief"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        <TextField
          label={texts.pasteField}
          value={text}
          lines={12}
          error={error}
          onInput={value => {
            dialogWords.value = value
            setError(undefined)
          }}
        />
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={closeDialog} />
          <Button label={texts.pasteAdd} look="strong" isSubmit onPress={() => {}} />
        </div>
      </form>
    </Dialog>
  )
}
