import { keysOf } from '../app/commands.ts'
import { briefDesk, outline } from '../app/later.ts'
import { HideListButton } from '../app/list-toggle.tsx'
import { isCalm } from '../calm/calm-state.ts'
import { importSources } from '../capture/take-in.ts'
import { showMenu } from '../context-menu/menu-state.ts'
import { menuOfBrief } from '../context-menu/record-menus.ts'
import { takeSample } from '../exchange/exchange-actions.ts'
import { isOutlineThere } from '../outline/outline-state.ts'
import { ListSeparator } from '../panes/list-separator.tsx'
import { areListsWhole, isBriefOnItsWay, isReadOnly, lists, openBrief, openDialog } from '../state/desk.ts'
import { isListShown } from '../state/list-shown.ts'
import { templates } from '../state/templates.ts'
import { openInTab } from '../tabs/tab-actions.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { Empty } from '../ui/empty.tsx'
import { RowList } from '../ui/row-list.tsx'
import { strings } from '../ui/strings.ts'
import { deleteBrief, openBriefById } from './brief-actions.ts'

/** The list of briefs, and the open one. */
export function BriefsRoom() {
  const { briefs, sources } = lists.value
  const brief = openBrief.value
  const BriefDesk = briefDesk.code.value?.BriefDesk ?? Nothing
  const Outline = outline.code.value?.Outline ?? Nothing
  const newBrief = () => {
    openDialog.value = 'new-brief'
  }
  const newButton = (look: 'plain' | 'strong') => (
    <Button
      label={strings.briefs.new}
      icon="plus"
      look={look}
      keys={keysOf('new-brief')}
      isDisabled={isReadOnly.value}
      onPress={newBrief}
    />
  )
  if (briefs.length === 0 && !brief) {
    return (
      <main class="room room-empty">
        <Empty level={1} title={strings.briefs.emptyTitle} text={strings.briefs.emptyText}>
          {newButton('strong')}
          {areListsWhole.value && sources.length === 0 && (
            <Button
              label={strings.sources.importLong}
              icon="import"
              keys={keysOf('import-source')}
              isDisabled={isReadOnly.value}
              onPress={() => void importSources()}
            />
          )}
          {areListsWhole.value && sources.length === 0 && (
            <Button
              label={strings.briefs.trySample}
              look="quiet"
              isDisabled={isReadOnly.value}
              onPress={() => void takeSample()}
            />
          )}
        </Empty>
      </main>
    )
  }
  return (
    <div class="room">
      {isCalm.value ? null : isOutlineThere.value ? (
        <Outline key={brief?.id} />
      ) : (
        isListShown.value && (
          <section class="list-column" aria-label={strings.briefs.listLabel}>
            <header class="list-head">
              <h1>{strings.rooms.briefs}</h1>
              <HideListButton />
              <Button
                label={strings.briefs.new}
                icon="plus"
                look="quiet"
                isIconOnly
                keys={keysOf('new-brief')}
                isDisabled={isReadOnly.value}
                onPress={newBrief}
              />
            </header>
            <RowList
              label={strings.briefs.listLabel}
              rows={briefs}
              currentId={brief?.id ?? null}
              onOpen={row => void openBriefById(row.id)}
              onOpenInTab={row => openInTab({ room: 'briefs', open: row.id })}
              onMenu={(event, row) => showMenu(event, menuOfBrief(row))}
              onDelete={isReadOnly.value ? undefined : row => void deleteBrief(row)}
            >
              {row => (
                <>
                  <span class="row-title">{row.id === brief?.id ? brief.title : row.title}</span>
                  <span class="row-detail">
                    {[
                      templateTitle(row.template),
                      row.date ? dateInWords(row.date) : strings.briefs.noDate,
                    ].join(' · ')}
                  </span>
                </>
              )}
            </RowList>
            <ListSeparator />
          </section>
        )
      )}
      <main class="work">
        {brief ? (
          <BriefDesk key={brief.id} brief={brief} />
        ) : isBriefOnItsWay.value ? null : (
          <Empty title={strings.briefs.noneOpenTitle} text={strings.briefs.noneOpenText}>
            {newButton('plain')}
          </Empty>
        )}
      </main>
    </div>
  )
}

/** In the place of what is not loaded yet. */
function Nothing() {
  return null
}

function templateTitle(name: string): string {
  return templates.value.find(template => template.name === name)?.title ?? name
}
