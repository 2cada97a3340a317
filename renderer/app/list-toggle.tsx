import { isCalm } from '../calm/calm-state.ts'
import { isOutlineThere } from '../outline/outline-state.ts'
import { isListChosen } from '../state/desk.ts'
import { isListShown } from '../state/list-shown.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'

/** Folds the list away; stands in the list's own head. */
export function HideListButton() {
  return (
    <Button
      label={strings.actions.hideList}
      icon="list"
      look="quiet"
      isIconOnly
      onPress={() => {
        isListChosen.value = false
      }}
    />
  )
}

/** Brings the list back; stands at the head of the work for as long as the list is folded away. */
export function ShowListButton() {
  if (isListShown.value || isOutlineThere.value || isCalm.value) return null
  return (
    <Button
      label={strings.actions.showList}
      icon="list"
      look="quiet"
      isIconOnly
      onPress={() => {
        isListChosen.value = true
      }}
    />
  )
}
