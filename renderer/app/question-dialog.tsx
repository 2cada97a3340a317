import { question } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** Asks the one question that is open. Focus starts on the answer that changes nothing. */
export function QuestionDialog() {
  const asked = question.value
  if (!asked) return null
  const close = () => {
    question.value = null
  }
  return (
    <Dialog title={asked.title} onClose={close}>
      <p class="dialog-text">{asked.text}</p>
      {asked.lines && (
        <ul class="question-lines">
          {asked.lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div class="dialog-actions">
        <Button
          label={asked.no}
          onPress={() => {
            close()
            asked.onNo?.()
          }}
        />
        <Button
          label={asked.yes}
          look={asked.isSafe ? 'strong' : 'bad'}
          onPress={() => {
            close()
            asked.onYes()
          }}
        />
      </div>
    </Dialog>
  )
}
