import { useEffect, useState } from 'preact/hooks'
import type { SourceSummary } from '../../shared/answers.ts'
import type { Source } from '../../shared/model/records.ts'
import { request } from '../bridge/bridge.ts'
import { lists } from '../state/desk.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { openSourceById } from './source-actions.ts'

/** At the head of a source, those whose texts are near-duplicates of its own. */
export function AlikeSources({ source }: { source: Source }) {
  const [alike, setAlike] = useState<readonly SourceSummary[]>([])
  const { id, text } = source
  const texts = strings.sources

  useEffect(() => {
    let isShown = true
    void request('source.alike', { id }).then(result => {
      if (isShown) setAlike(result.ok ? result.value.sources : [])
    })
    return () => {
      isShown = false
    }
  }, [id, text, lists.value.sources.length])

  if (alike.length === 0) return null
  return (
    <p class="alike-sources" title={texts.alikeText}>
      <span class="fact-label">{texts.alike}</span>
      {alike.map(({ id, title, publisher, publishedOn }) => (
        <button key={id} type="button" class="alike-source" onClick={() => void openSourceById(id)}>
          {[title, publisher, publishedOn && dateInWords(publishedOn)].filter(Boolean).join(' · ')}
        </button>
      ))}
    </p>
  )
}
