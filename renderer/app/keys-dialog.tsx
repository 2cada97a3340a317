import type { CommandGroup } from '../commands/command.ts'
import { closeDialog, openDialog } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { strings } from '../ui/strings.ts'
import { commands, keysOf } from './commands.ts'

/** Beside each other, of about one height. */
const columns: readonly (readonly CommandGroup[])[] = [
  ['everywhere', 'searching', 'lists'],
  ['writing', 'reading', 'timeline'],
]

/** Every key there is. */
export function KeysDialog() {
  return (
    <Dialog title={strings.keys.title} onClose={closeDialog} isWide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="keys" aria-label={strings.keys.title} tabIndex={0}>
        {columns.map(groups => (
          <div key={groups.join()}>
            {groups.map(group => (
              <section key={group}>
                <h3 class="keys-group">{strings.keys[group]}</h3>
                <dl class="keys-list">
                  {commands
                    .filter(command => command.group === group && keysOf(command.name) !== '')
                    .map(({ name }) => (
                      <div key={name} class="keys-row">
                        <dt>{strings.commands[name]}</dt>
                        <dd>
                          <kbd>{keysOf(name)}</kbd>
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </section>
      <div class="dialog-actions">
        <Button
          label={strings.about.title}
          look="quiet"
          onPress={() => {
            openDialog.value = 'about'
          }}
        />
        <Button label={strings.actions.close} onPress={closeDialog} />
      </div>
    </Dialog>
  )
}
