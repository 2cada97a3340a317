import type { Suggestion, SuggestionKind } from '../../shared/extract/pending.ts'
import type { Source } from '../../shared/model/records.ts'
import { keysOf } from '../app/commands.ts'
import { isReadOnly, lists, openDialog } from '../state/desk.ts'
import {
  acceptable,
  current,
  foundIn,
  isDeciding,
  isPanelChosen,
  keyOf,
  listed,
  pending,
  shownKind,
} from '../state/suggestions.ts'
import { Button } from '../ui/button.tsx'
import { shortNumber } from '../ui/dates-and-numbers.ts'
import { KindGlyph } from '../ui/kind-glyph.tsx'
import { RowList } from '../ui/row-list.tsx'
import { strings } from '../ui/strings.ts'
import {
  acceptAll,
  acceptCurrent,
  bringBackRefused,
  changeCurrent,
  goTo,
  refuseCurrent,
} from './suggestion-actions.ts'
import { detailOfSuggestion, headOfSuggestion } from './suggestion-words.ts'

const kinds: readonly SuggestionKind[] = ['quote', 'figure', 'event']
const plurals = { quote: 'quotes', figure: 'figures', event: 'events' } as const

/** What waits to be decided on, beside the text it stands in. */
export function SuggestionPanel({ source }: { source: Source }) {
  const texts = strings.suggestions
  const rows = listed.value.map(suggestion => ({ id: keyOf(suggestion), suggestion }))
  const at = current.value
  const chosen = shownKind.value
  const ready = acceptable(chosen).length
  const isBusy = isReadOnly.value || isDeciding.value
  const count = (kind: SuggestionKind | null) =>
    pending.value.filter(each => kind === null || each.kind === kind).length

  return (
    <aside class="suggestions" aria-label={texts.title}>
      <header class="inspector-head">
        <h2>{texts.title}</h2>
        <Button
          label={strings.actions.close}
          icon="close"
          look="quiet"
          isIconOnly
          onPress={() => {
            isPanelChosen.value = false
          }}
        />
      </header>
      {pending.value.length > 0 && (
        <fieldset class="segments suggestion-kinds" aria-label={texts.kinds}>
          {[null, ...kinds].map(kind => (
            <button
              key={kind ?? 'all'}
              type="button"
              class="segment"
              aria-pressed={chosen === kind}
              onClick={() => {
                shownKind.value = kind
              }}
            >
              {kind ? strings.kinds[plurals[kind]] : texts.all}{' '}
              <span class="segment-count number">{shortNumber(count(kind))}</span>
            </button>
          ))}
        </fieldset>
      )}
      {rows.length > 0 ? (
        <RowList
          label={texts.list}
          rows={rows}
          currentId={at && keyOf(at)}
          isCurrentKept
          rowClass="suggestion"
          onOpen={({ suggestion }) => goTo(suggestion)}
        >
          {({ suggestion }) => <Row suggestion={suggestion} source={source} />}
        </RowList>
      ) : (
        <div class="suggestions-none">
          <p>{emptyWords(source)}</p>
          {pending.value.length === 0 && hasEvidence(source) && !isReadOnly.value && (
            <Button
              label={texts.newBrief}
              icon="briefs"
              onPress={() => {
                openDialog.value = 'new-brief'
              }}
            />
          )}
        </div>
      )}
      {foundIn.value?.isWhole === false && <p class="suggestions-note">{texts.more}</p>}
      {source.refused.length > 0 && (
        <p class="suggestions-note">
          {texts.refused(source.refused.length)}
          <Button label={texts.bringBack} look="quiet" onPress={() => void bringBackRefused()} />
        </p>
      )}
      {at && (
        <footer class="suggestions-foot">
          <div class="suggestion-ways">
            <Button
              label={texts.accept}
              look="strong"
              keys={keysOf('accept-suggestion')}
              isDisabled={isBusy}
              onPress={() => void acceptCurrent()}
            />
            <Button
              label={texts.change}
              keys={keysOf('change-suggestion')}
              isDisabled={isBusy}
              onPress={changeCurrent}
            />
            <Button
              label={texts.refuse}
              keys={keysOf('refuse-suggestion')}
              isDisabled={isBusy}
              onPress={() => void refuseCurrent()}
            />
          </div>
          <Button
            label={
              isDeciding.value
                ? texts.deciding
                : ready < rows.length
                  ? texts.acceptSure(ready)
                  : texts.acceptAll[chosen ?? 'all']
            }
            look="quiet"
            keys={keysOf('accept-all-suggestions')}
            isDisabled={isBusy || ready === 0}
            onPress={() => acceptAll(chosen)}
          />
        </footer>
      )}
      <p class="only-heard" role="status">
        {at &&
          texts.spoken(
            strings.kinds[at.kind],
            headOfSuggestion(at, source),
            detailOfSuggestion(at),
            listed.value.indexOf(at) + 1,
            listed.value.length,
          )}
      </p>
    </aside>
  )
}

function Row({ suggestion, source }: { suggestion: Suggestion; source: Source }) {
  return (
    <>
      <KindGlyph kind={suggestion.kind} />
      <span class="suggestion-words">
        <span class={suggestion.kind === 'quote' ? 'suggestion-head is-quoted' : 'suggestion-head'}>
          {headOfSuggestion(suggestion, source)}
        </span>
        <span class="row-detail">{detailOfSuggestion(suggestion)}</span>
      </span>
    </>
  )
}

function emptyWords(source: Source): string {
  const texts = strings.suggestions
  if (foundIn.value?.source !== source.id) return texts.looking
  return pending.value.length > 0 ? texts.noneOfKind : texts.none
}

function hasEvidence({ id }: Source): boolean {
  const { quotes, figures, events } = lists.value
  return [quotes, figures, events].some(list => list.some(({ anchor }) => anchor?.source === id))
}
