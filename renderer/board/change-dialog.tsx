import { useState } from 'preact/hooks'
import { peopleByName } from '../../shared/people/find-people.ts'
import { lists } from '../state/desk.ts'
import { listOf } from '../state/form-words.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { strings } from '../ui/strings.ts'
import { changeSeveral, toChange } from './board-actions.ts'
import { boardChoices } from './board-state.ts'
import { tagsOf } from './change-several.ts'

/** As many tags as are offered for removal: those that most of the pieces have. */
const mostTags = 24

/** Says the same of several pieces of evidence; what is left empty stays as it is. */
export function ChangeDialog({ items }: { items: readonly EvidenceItem[] }) {
  const texts = strings.board
  const [added, setAdded] = useState('')
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const [speaker, setSpeaker] = useState('')
  const [marking, setMarking] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { people } = lists.value
  const person = peopleByName(people)(speaker)
  const tags = tagsOf(items).slice(0, mostTags)
  const areQuotes = items.every(({ kind }) => kind === 'quote')
  const close = () => {
    toChange.value = null
  }
  const save = async () => {
    setBusy(true)
    const isDone = await changeSeveral(items, {
      addTags: listOf(added, ','),
      removeTags: removed,
      speaker: speaker.trim(),
      person,
      marking: marking.trim(),
    })
    setBusy(false)
    if (isDone) close()
  }
  return (
    <Dialog title={texts.changeTitle(items.length)} onClose={close}>
      <form
        class="dialog-form"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={texts.addTags}
          value={added}
          placeholder={texts.addTagsPlaceholder}
          suggestions={boardChoices.value.tag.map(({ value }) => value)}
          onInput={setAdded}
        />
        {tags.length > 0 && (
          <fieldset class="tags-to-remove">
            <legend class="field-label">{texts.removeTags}</legend>
            {tags.map(({ tag, count }) => (
              <label key={tag} class="tag-to-remove">
                <input
                  type="checkbox"
                  checked={removed.has(tag)}
                  onChange={event => {
                    const next = new Set(removed)
                    if (event.currentTarget.checked) next.add(tag)
                    else next.delete(tag)
                    setRemoved(next)
                  }}
                />
                {texts.tagOf(tag, count)}
              </label>
            ))}
          </fieldset>
        )}
        {areQuotes && (
          <TextField
            label={texts.setSpeaker}
            value={speaker}
            placeholder={texts.leave}
            suggestions={people.map(({ name }) => name)}
            onInput={setSpeaker}
          />
        )}
        <TextField label={texts.setMarking} value={marking} placeholder={texts.leave} onInput={setMarking} />
        <div class="dialog-actions">
          <Button label={strings.actions.cancel} onPress={close} />
          <Button
            label={strings.actions.save}
            look="strong"
            isSubmit
            isDisabled={isBusy}
            onPress={() => {}}
          />
        </div>
      </form>
    </Dialog>
  )
}
