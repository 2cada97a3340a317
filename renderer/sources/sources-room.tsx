import { computed } from '@preact/signals'
import { keysOf } from '../app/commands.ts'
import { HideListButton, ShowListButton } from '../app/list-toggle.tsx'
import { importSources } from '../capture/take-in.ts'
import { showMenu } from '../context-menu/menu-state.ts'
import { menuOfSource } from '../context-menu/record-menus.ts'
import { Inspector } from '../evidence/inspector.tsx'
import { showHistory } from '../history/history-actions.ts'
import { ListSeparator } from '../panes/list-separator.tsx'
import { areListsWhole, evidenceForm, isReadOnly, lists, openDialog, openSource } from '../state/desk.ts'
import { isListShown } from '../state/list-shown.ts'
import { piecesPerSource } from '../state/lists.ts'
import { isPanelChosen, isPanelShown, pending } from '../state/suggestions.ts'
import { SuggestionPanel } from '../suggestions/suggestion-panel.tsx'
import { openInTab } from '../tabs/tab-actions.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { Empty } from '../ui/empty.tsx'
import { RowList } from '../ui/row-list.tsx'
import { strings } from '../ui/strings.ts'
import { FindBar } from './find-bar.tsx'
import { findQuery } from './find-state.ts'
import { ReadingTools } from './reading-tools.tsx'
import { ReadingView } from './reading-view.tsx'
import { deleteSource, openSourceById, setSource } from './source-actions.ts'
import { SourceHeader } from './source-header.tsx'
import { SourceTextEditor } from './source-text-editor.tsx'
import { leaveTextEdit, saveTextEdit, startTextEdit, textEdit } from './text-edit.ts'
import { textSize } from './text-size.ts'

/** The list of sources, and the open one to read. */
export function SourcesRoom() {
  const texts = strings.sources
  const { sources } = lists.value
  const source = openSource.value
  const isEditing = source !== null && textEdit.value?.source === source.id
  if (sources.length === 0 && !source && areListsWhole.value) {
    return (
      <main class="room room-empty">
        <Empty level={1} title={texts.emptyTitle} text={texts.emptyText}>
          <Button
            label={texts.importLong}
            icon="import"
            look="strong"
            keys={keysOf('import-source')}
            isDisabled={isReadOnly.value}
            onPress={() => void importSources()}
          />
          <Button label={texts.paste} icon="paste" isDisabled={isReadOnly.value} onPress={paste} />
        </Empty>
      </main>
    )
  }
  return (
    <div class="room">
      {isListShown.value && <SourceList />}
      <main class="work reading">
        {source ? (
          <>
            <div class="work-bar">
              <ShowListButton />
              {isEditing ? (
                <TextEditButtons />
              ) : (
                <>
                  <p class="teach">
                    {texts.teach} <kbd>Q</kbd> {strings.kinds.quote} <kbd>F</kbd> {strings.kinds.figure}{' '}
                    <kbd>T</kbd> {strings.kinds.event}
                  </p>
                  <span class="work-bar-gap" />
                  <ReadingTools />
                  <Button
                    label={strings.suggestions.toggle(pending.value.length)}
                    icon="spark"
                    look="quiet"
                    isPressed={isPanelShown.value}
                    onPress={() => {
                      isPanelChosen.value = !isPanelShown.value
                    }}
                  />
                  <Button
                    label={texts.editText}
                    icon="rename"
                    look="quiet"
                    isIconOnly
                    isDisabled={isReadOnly.value}
                    onPress={() => startTextEdit(source)}
                  />
                  <Button
                    label={strings.history.title}
                    icon="history"
                    look="quiet"
                    isIconOnly
                    keys={keysOf('show-history')}
                    onPress={() => void showHistory(source.id)}
                  />
                  <Button
                    label={texts.delete}
                    icon="trash"
                    look="quiet"
                    isIconOnly
                    isDisabled={isReadOnly.value}
                    onPress={() => void deleteSource(source)}
                  />
                </>
              )}
            </div>
            {isEditing ? (
              <SourceTextEditor key={source.id} source={source} onSave={() => void saveTextEdit(setSource)} />
            ) : (
              <>
                {findQuery.value !== null && <FindBar />}
                <div class="reading-scroller" key={source.id}>
                  <div class="reading-column" data-text-size={textSize.value}>
                    <SourceHeader source={source} />
                    <ReadingView source={source} />
                  </div>
                </div>
              </>
            )}
          </>
        ) : (
          <Empty title={texts.noneOpenTitle} text={texts.noneOpenText} />
        )}
      </main>
      {evidenceForm.value ? (
        <Inspector />
      ) : (
        source && !isEditing && isPanelShown.value && <SuggestionPanel source={source} />
      )}
    </div>
  )
}

function TextEditButtons() {
  return (
    <>
      <span class="work-bar-gap" />
      <Button label={strings.actions.cancel} onPress={() => leaveTextEdit()} />
      <Button
        label={strings.sources.editSave}
        look="strong"
        tip={keysOf('save-evidence')}
        onPress={() => void saveTextEdit(setSource)}
      />
    </>
  )
}

// By themselves: a brief is saved at every pause of typing.
const quotes = computed(() => lists.value.quotes)
const figures = computed(() => lists.value.figures)
const events = computed(() => lists.value.events)
const pieces = computed(() => piecesPerSource([quotes.value, figures.value, events.value]))

function SourceList() {
  const texts = strings.sources
  const { sources } = lists.value
  return (
    <section class="list-column" aria-label={texts.listLabel}>
      <header class="list-head">
        <h1>{strings.rooms.sources}</h1>
        <HideListButton />
        <Button
          label={texts.paste}
          icon="paste"
          look="quiet"
          isIconOnly
          keys={keysOf('paste-source')}
          isDisabled={isReadOnly.value}
          onPress={paste}
        />
        <Button
          label={texts.import}
          icon="import"
          look="quiet"
          isIconOnly
          keys={keysOf('import-source')}
          isDisabled={isReadOnly.value}
          onPress={() => void importSources()}
        />
      </header>
      <RowList
        label={texts.listLabel}
        rows={sources}
        currentId={openSource.value?.id ?? null}
        onOpen={row => void openSourceById(row.id)}
        onOpenInTab={row => openInTab({ room: 'sources', open: row.id })}
        onMenu={(event, row) => showMenu(event, menuOfSource(row))}
        onDelete={isReadOnly.value ? undefined : row => void deleteSource(row)}
      >
        {row => (
          <>
            <span class="row-title">{row.title}</span>
            <span class="row-detail">
              {[row.publisher, row.publishedOn ? dateInWords(row.publishedOn) : texts.undated]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span class="row-detail">{texts.pieces(pieces.value.get(row.id) ?? 0)}</span>
          </>
        )}
      </RowList>
      <ListSeparator />
    </section>
  )
}

function paste() {
  openDialog.value = 'paste-source'
}
