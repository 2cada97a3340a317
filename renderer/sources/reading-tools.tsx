import { keysOf } from '../app/commands.ts'
import { searchLike } from '../search/search-actions.ts'
import { openSource } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { openFind } from './find-state.ts'
import { canResize, resizeText } from './text-size.ts'

/** The size of the text, the search in it, and the way to what is like it. */
export function ReadingTools() {
  const texts = strings.reading
  const sizes = [
    { step: -1, label: texts.smaller },
    { step: 1, label: texts.larger },
  ] as const
  return (
    <>
      {sizes.map(({ step, label }) => (
        <button
          key={step}
          type="button"
          class="button button-quiet button-icon"
          aria-label={label}
          title={label}
          disabled={!canResize(step)}
          onClick={() => resizeText(step)}
        >
          <span class="text-size-sign" data-is-larger={step === 1} aria-hidden="true">
            A
          </span>
        </button>
      ))}
      <Button
        label={texts.find}
        icon="find"
        look="quiet"
        isIconOnly
        keys={keysOf('find-in-source')}
        onPress={openFind}
      />
      <Button
        label={strings.search.moreLikeThis}
        icon="alike"
        look="quiet"
        isIconOnly
        onPress={() => openSource.value && searchLike(openSource.value.id)}
      />
    </>
  )
}
