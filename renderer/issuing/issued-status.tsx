import type { Brief } from '../../shared/model/records.ts'
import { strings } from '../ui/strings.ts'
import { showChanges } from './changes.ts'
import { issuedStatus, useIssuedStatus } from './issued-state.ts'
import { showIssued } from './issued-versions.ts'

/** Says under an issued brief's title whether it has changed since; pressed, it shows what, or else the versions. */
export function IssuedStatus({ brief }: { brief: Brief }) {
  useIssuedStatus(brief)
  const texts = strings.issued
  const newest = brief.issues.at(-1)
  if (!newest) return null
  const { version } = newest
  const known = issuedStatus.value
  const isSame = known?.brief === brief.id && known.version === version ? known.isSame : null
  const isChanged = isSame === false
  return (
    <button
      type="button"
      class="issued-status"
      title={isChanged ? texts.showChanges(version) : texts.showVersions}
      onClick={() => void (isChanged ? showChanges(brief, brief.issues, version) : showIssued(brief))}
    >
      {isSame === null ? texts.reading(version) : isSame ? texts.unchanged(version) : texts.changed(version)}
    </button>
  )
}
