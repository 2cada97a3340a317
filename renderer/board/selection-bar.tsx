import { mostAtOnce } from '../../shared/model/limits.ts'
import { insertIntoBrief } from '../beside/insert-into-brief.ts'
import { isReadOnly, openBrief } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { copyReferences, deleteSeveral, toChange } from './board-actions.ts'
import { chosenPieces, clearSelection } from './board-state.ts'

/** What can be done with the pieces that are selected. */
export function SelectionBar() {
  const texts = strings.board
  const items = chosenPieces.value.map(({ item }) => item)
  const brief = openBrief.value
  const isTooMany = items.length > mostAtOnce
  return (
    <section class="selection-bar" aria-label={texts.selection}>
      <p class="selection-count" aria-live="polite">
        {texts.selected(items.length)}
      </p>
      <Button
        label={texts.change}
        icon="rename"
        isDisabled={isReadOnly.value || isTooMany}
        {...(isTooMany && { tip: texts.tooMany(mostAtOnce) })}
        onPress={() => {
          toChange.value = items
        }}
      />
      <Button
        label={strings.beside.insert}
        icon="briefs"
        isDisabled={isReadOnly.value || brief === null}
        tip={brief ? strings.beside.insertInto(brief.title) : strings.beside.noBrief}
        onPress={() => insertIntoBrief(items)}
      />
      <Button label={texts.copy} icon="copy" onPress={() => void copyReferences(items)} />
      <Button
        label={strings.actions.delete}
        icon="trash"
        isDisabled={isReadOnly.value}
        onPress={() => void deleteSeveral(items)}
      />
      <span class="selection-gap" />
      <Button label={texts.clear} icon="close" look="quiet" isIconOnly onPress={clearSelection} />
    </section>
  )
}
