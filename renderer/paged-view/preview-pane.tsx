import type { Brief } from '../../shared/model/records.ts'
import { keysOf } from '../app/commands.ts'
import { Preview } from '../preview/preview.tsx'
import { strings } from '../ui/strings.ts'
import { PageCount } from './page-count.tsx'
import { PagedView } from './paged-view.tsx'
import { chooseLook, previewLook } from './preview-look.ts'

const looks = ['text', 'pages'] as const

/** The preview of a brief: its text as it runs, or the pages of its print. */
export function PreviewPane({ brief, onChoose }: { brief: Brief; onChoose: (id: string) => void }) {
  const look = previewLook.value
  const texts = strings.pagedView
  return (
    <section class="preview" aria-label={strings.preview.label}>
      <header class="work-bar">
        <fieldset class="segments" aria-label={texts.look}>
          {looks.map(each => (
            <button
              key={each}
              type="button"
              class="segment"
              aria-pressed={each === look}
              title={keysOf('toggle-pages')}
              onClick={() => chooseLook(each)}
            >
              {texts[each]}
            </button>
          ))}
        </fieldset>
        <span class="work-bar-gap" />
        <PageCount />
      </header>
      <div class="preview-body">
        {look === 'pages' ? (
          <PagedView key={brief.id} brief={brief} />
        ) : (
          <Preview brief={brief} onChoose={onChoose} />
        )}
      </div>
    </section>
  )
}
