import { useRef, useState } from 'preact/hooks'
import { closeDialog, dialogWords } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { pastedHtml, pasteSource } from './take-in.ts'

/** Takes text that was copied somewhere else. */
export function PasteDialog() {
  const texts = strings.capture
  const text = dialogWords.value
  const [error, setError] = useState<string>()
  /** What the words were copied from, for as long as they are those words. */
  const pasted = useRef<{ text: string; html: string | null } | null>(null)
  const add = async () => {
    const html = pasted.current?.text === text ? pasted.current.html : null
    if (text.trim() === '') setError(texts.pasteEmpty)
    else if (await pasteSource(text, html)) closeDialog()
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
        onPaste={event => {
          // A text field has line ends of its own.
          const words = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n')
          pasted.current = { text: words, html: pastedHtml(event.clipboardData) }
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
