import { keysOf } from '../app/commands.ts'
import { chooseSource } from '../palette/choose-source.ts'
import { goTo } from '../places/go-to.ts'
import { ReadingView } from '../sources/reading-view.tsx'
import { lists, openSource } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { Empty } from '../ui/empty.tsx'
import { Icon } from '../ui/icon.tsx'
import { strings } from '../ui/strings.ts'
import { toggleSourceBeside } from './beside-actions.ts'
import { canInsert, insertIntoBrief } from './insert-into-brief.ts'

/** A source to read and mark beside the brief that is written. */
export function SourceBeside() {
  const texts = strings.beside
  const source = openSource.value
  const listed = lists.value.sources.find(({ id }) => id === source?.id)
  return (
    <section class="source-beside" aria-label={texts.label}>
      <header class="work-bar">
        <button
          type="button"
          class="button button-quiet source-choice"
          aria-haspopup="dialog"
          title={texts.choose}
          onClick={chooseSource}
        >
          <Icon name="source" />
          <span class="source-choice-title">{source?.title ?? texts.choose}</span>
          <Icon name="down" />
        </button>
        <span class="work-bar-gap" />
        {source && (
          <>
            <Button
              label={texts.insertSource}
              icon="insert"
              look="quiet"
              isIconOnly
              isDisabled={!canInsert() || !listed}
              onPress={() => listed && insertIntoBrief([{ kind: 'source', record: listed }])}
            />
            <Button
              label={texts.openInSources}
              icon="sources"
              look="quiet"
              isIconOnly
              onPress={() => goTo({ room: 'sources', open: source.id })}
            />
          </>
        )}
        <Button
          label={texts.close}
          icon="close"
          look="quiet"
          isIconOnly
          keys={keysOf('toggle-source')}
          onPress={toggleSourceBeside}
        />
      </header>
      {source ? (
        <div class="reading-scroller" key={source.id}>
          <div class="reading-column">
            <p class="source-beside-facts">
              {[
                source.publisher,
                source.publishedOn ? dateInWords(source.publishedOn) : strings.sources.undated,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ReadingView source={source} />
          </div>
        </div>
      ) : (
        <Empty title={texts.noneTitle} text={texts.noneText}>
          <Button label={texts.choose} icon="source" onPress={chooseSource} />
        </Empty>
      )}
    </section>
  )
}
