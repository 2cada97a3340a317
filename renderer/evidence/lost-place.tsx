import { useEffect, useState } from 'preact/hooks'
import type { CandidatePlace } from '../../shared/answers.ts'
import { request } from '../bridge/bridge.ts'
import { isReadOnly, openSource } from '../state/desk.ts'
import type { EvidenceItem } from '../state/lists.ts'
import { strings } from '../ui/strings.ts'
import { moveEvidence } from './orphans.ts'

/** Says that the words of evidence no longer stand at their place, and offers the nearest to choose from. */
export function LostPlace({ item }: { item: EvidenceItem }) {
  const texts = strings.evidence
  const { id, updatedAt } = item.record
  const [lost, setLost] = useState<{ id: string; places: CandidatePlace[] } | null>(null)
  const text = openSource.value?.updatedAt

  useEffect(() => {
    let isWanted = true
    void request('evidence.places', { id }).then(result => {
      if (isWanted) setLost(result.ok && result.value.isOrphaned ? { id, ...result.value } : null)
    })
    return () => {
      isWanted = false
    }
  }, [id, updatedAt, text])

  if (lost?.id !== id) return null
  return (
    <section class="lost-place" role="alert" aria-label={texts.lostTitle}>
      <h3>{texts.lostTitle}</h3>
      <p>{texts.lostText}</p>
      {lost.places.length === 0 ? (
        <p>{texts.lostNone}</p>
      ) : (
        <>
          <p>{item.kind === 'quote' ? texts.lostPlacesOfQuote : texts.lostPlaces}</p>
          <ul class="near-places">
            {lost.places.map(place => (
              <li key={place.start}>
                <button
                  type="button"
                  class="near-place"
                  disabled={isReadOnly.value}
                  onClick={() => void moveEvidence(item, place)}
                >
                  <span class="near-words">
                    …{place.before}
                    <mark>{place.words}</mark>
                    {place.after}…
                  </span>
                  <span class="near-action">{texts.lostMove}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
