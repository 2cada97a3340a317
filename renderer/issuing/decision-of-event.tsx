import type { Event } from '../../shared/model/records.ts'
import { lists } from '../state/desk.ts'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { showIssued } from './issued-versions.ts'

/** On which version of which brief an event is the decision; nothing for other events. */
export function DecisionOfEvent({ event }: { event: Event }) {
  const { decision } = event
  if (!decision) return null
  const texts = strings.decision
  const brief = lists.value.briefs.find(({ id }) => id === decision.brief)
  return (
    <div class="decision-of-event">
      <p>{brief ? texts.ofEvent(decision.version, brief.title) : texts.ofGone(decision.version)}</p>
      {brief && <Button label={texts.show} look="quiet" onPress={() => void showIssued(brief)} />}
    </div>
  )
}
