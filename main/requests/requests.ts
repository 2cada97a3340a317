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
import { desktopRequests } from './desktop.ts'
import { draftRequests } from './draft.ts'
import { evidenceRequests } from './evidence.ts'
import { evidencePlaceRequests } from './evidence-places.ts'
import { exchangeRequests } from './exchange.ts'
import { exportRequests } from './export.ts'
import { failureRequests } from './failure.ts'
import { issueRequests } from './issue.ts'
import { libraryRequests } from './library.ts'
import { measureRequests } from './measure.ts'
import { pageMeter } from './page-meter.ts'
import { pagesRequests } from './pages.ts'
import { passphraseRequests } from './passphrase.ts'
import { personRequests } from './person.ts'
import { pictureRequests } from './picture.ts'
import type { Ports } from './ports.ts'
import { preferencesRequests } from './preferences.ts'
import { recordRequests } from './record.ts'
import { recoveryRequests } from './recovery.ts'
import { ruleRequests } from './rule.ts'
import { searchRequests } from './search.ts'
import { severalEvidenceRequests } from './several-evidence.ts'
import { sourceRequests } from './source.ts'
import { spellingRequests } from './spelling.ts'
import { stepsRequests } from './steps.ts'
import { suggestionRequests } from './suggestion.ts'
import { takingIn } from './taking-in.ts'
import { templateRequests } from './template.ts'
import { Templates } from './templates.ts'
import { trashRequests } from './trash.ts'
import { verifyRequests } from './verify.ts'
import { versionRequests } from './version.ts'

/** Answers any request by name. */
export type Answer = ReturnType<typeof answerWith>

/** @param own the templates that the app brings */
export function answerRequests(library: Library, own: readonly Template[], given: Ports): Answer {
  const templates = new Templates(own, library.templates, () => given.preferences.get().paper)
  const meter = pageMeter(given.printer)
  const taking = takingIn(given.reading, given.notify)
  const ports = {
    ...given,
    meter,
    taking,
    printer: meter.printer,
    replaceLibrary: (work: () => Promise<void>) => {
      // It waits for every request under way; nobody wants these any more.
      meter.drop()
      return given.replaceLibrary(work)
    },
  }
  return answerWith(
    {
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
      ...suggestionRequests(library, ports),
      ...evidencePlaceRequests(library),
      ...severalEvidenceRequests(library, ports),
      ...personRequests(library, ports),
      ...briefRequests(library, templates, ports),
      ...annexRequests(library),
      ...pictureRequests(library),
      ...stepsRequests(library, ports),
      ...verifyRequests(library, templates, ports),
      ...measureRequests(library, templates, ports),
      ...pagesRequests(library, templates, ports),
      ...templateRequests(library, templates, ports),
      ...ruleRequests(library, templates),
      ...exportRequests(library, templates, ports),
      ...issueRequests(library, templates, ports),
      ...changesRequests(library, templates, ports),
      ...decisionRequests(library, ports),
      ...spellingRequests(library),
      ...searchRequests(library, ports),
      ...preferencesRequests(ports),
      ...desktopRequests(ports),
      ...failureRequests(ports.failures),
      'window.recall': () => ports.windowChoices.recall(),
      'window.keep': async ({ choices }) => {
        await ports.windowChoices.keep(choices)
        return null
      },
      'window.close': async () => {
        meter.drop()
        taking.cancel()
        ports.closeWindow()
        return null
      },
      'window.stay': async () => {
        ports.keepWindow()
        return null
      },
    },
    ports.failures.noteInRequest,
  )
}
