// Every subject's requests, gathered: what the window and the terminal both speak to.
import type { Template } from '../../shared/brief/template.ts'
import type { Library } from '../library/library.ts'
import { annexRequests } from './annex.ts'
import { answerWith } from './answer.ts'
import { backlinkRequests } from './backlinks.ts'
import { backupRequests } from './backup.ts'
import { briefRequests } from './brief.ts'
import { changesRequests } from './changes.ts'
import { decisionRequests } from './decision.ts'
import { draftRequests } from './draft.ts'
import { evidenceRequests } from './evidence.ts'
import { evidencePlaceRequests } from './evidence-places.ts'
import { exchangeRequests } from './exchange.ts'
import { exportRequests } from './export.ts'
import { issueRequests } from './issue.ts'
import { libraryRequests } from './library.ts'
import { passphraseRequests } from './passphrase.ts'
import type { Ports } from './ports.ts'
import { recordRequests } from './record.ts'
import { recoveryRequests } from './recovery.ts'
import { sourceRequests } from './source.ts'
import { trashRequests } from './trash.ts'
import { verifyRequests } from './verify.ts'
import { versionRequests } from './version.ts'

/** Answers any request by name. */
export type Answer = ReturnType<typeof answerWith>

export function answerRequests(library: Library, templates: readonly Template[], ports: Ports): Answer {
  return answerWith({
    ...libraryRequests(library),
    ...passphraseRequests(library, ports),
    ...recordRequests(library),
    ...backlinkRequests(library),
    ...trashRequests(library),
    ...versionRequests(library, ports),
    ...draftRequests(library, templates, ports),
    ...backupRequests(library, ports),
    ...recoveryRequests(library, ports),
    ...exchangeRequests(library, templates, ports),
    ...sourceRequests(library, ports),
    ...evidenceRequests(library, ports),
    ...evidencePlaceRequests(library),
    ...briefRequests(library, templates, ports),
    ...annexRequests(library),
    ...verifyRequests(library, templates, ports),
    ...exportRequests(library, templates, ports),
    ...issueRequests(library, templates, ports),
    ...changesRequests(library, templates, ports),
    ...decisionRequests(library, ports),
    'window.close': async () => {
      ports.closeWindow()
      return null
    },
    'window.stay': async () => {
      ports.keepWindow()
      return null
    },
  })
}
