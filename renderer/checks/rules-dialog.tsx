import type { RuleState } from '../../shared/verify/rule-states.ts'
import { closeDialog, isReadOnly } from '../state/desk.ts'
import { templates } from '../state/templates.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { chooseRule } from './rules-actions.ts'
import { rulesOfLibrary } from './rules-state.ts'

/** Every check with what it finds, and whether it is on in this library. */
export function RulesDialog() {
  const texts = strings.rules
  return (
    <Dialog title={texts.title} onClose={closeDialog} isWide>
      <p class="rules-text">{isReadOnly.value ? `${texts.text} ${texts.readOnly}` : texts.text}</p>
      <ul class="rules-list" aria-label={strings.checks.label}>
        {rulesOfLibrary.value.map(rule => (
          <RuleRow key={rule.name} rule={rule} />
        ))}
      </ul>
      <div class="dialog-actions">
        <Button label={strings.actions.close} onPress={closeDialog} />
      </div>
    </Dialog>
  )
}

function RuleRow({ rule }: { rule: RuleState }) {
  const { name, severity, wrong, isOn, by } = rule
  const texts = strings.rules
  const isChosen = by === 'library'
  const isSaidByTemplate = templates.value.some(({ checks }) => Object.hasOwn(checks, name))
  return (
    <li class={`rule${isOn ? '' : ' rule-off'}`}>
      <div class="rule-words">
        <p class="rule-head">
          <code>{name}</code>
          <span class={`check-severity check-${severity}`}>{strings.checks.severities[severity]}</span>
        </p>
        <p>{wrong}</p>
        {[true, false].map(isOnThere => {
          const titles = titlesThatSay(name, isOnThere)
          return (
            titles !== '' && (
              <p key={`${isOnThere}`} class="rule-template">
                {texts.saidByTemplates(titles, isOnThere, isChosen)}
              </p>
            )
          )
        })}
      </div>
      <select
        class="control rule-choice"
        aria-label={texts.choice(name)}
        value={isChosen ? `${isOn}` : ''}
        disabled={isReadOnly.value}
        onChange={({ currentTarget: { value } }) =>
          void chooseRule(name, value === '' ? null : value === 'true')
        }
      >
        <option value="">{isSaidByTemplate ? texts.byTemplate : texts.usual}</option>
        <option value="true">{texts.alwaysOn}</option>
        <option value="false">{texts.alwaysOff}</option>
      </select>
    </li>
  )
}

/** The forms that turn a check on, or off. */
function titlesThatSay(rule: string, isOn: boolean): string {
  return templates.value
    .filter(({ checks }) => Object.hasOwn(checks, rule) && checks[rule] === isOn)
    .map(({ title }) => title)
    .join(', ')
}
