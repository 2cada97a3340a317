// What changed between the versions of a brief that were issued, and since.
import { onPreferredPaper } from '../../shared/brief/paper.ts'
import { compareBriefs } from '../../shared/issue/compare-briefs.ts'
import { renderChanges } from '../../shared/issue/render-changes.ts'
import type { ValidInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { issueOf } from '../library/issued.ts'
import type { Library } from '../library/library.ts'
import { type Handlers, reasonOf } from './answer.ts'
import { exportTarget, fileNameOf, writeExport } from './export-target.ts'
import { briefAsItIs, frozenVersion, withNewestIds } from './frozen.ts'
import type { Ports } from './ports.ts'
import type { Templates } from './templates.ts'
import { localDay } from './verify.ts'

export function changesRequests(
  library: Library,
  templates: Templates,
  {
    dialogs,
    printer,
    finishPdf,
    preferences,
    now,
  }: Pick<Ports, 'dialogs' | 'printer' | 'finishPdf' | 'preferences' | 'now'>,
): Pick<Handlers, 'issue.compare' | 'changes.export'> {
  return {
    'issue.compare': async asked => (await compare(asked)).changes,
    'changes.export': async asked => {
      const { changes, ...printed } = await compare(asked)
      const { title, brief, from, to } = changes
      const until = to === null ? 'now' : `v${to.version}`
      const file = await dialogs.choosePdf(`${fileNameOf(title)} changes v${from.version} to ${until}.pdf`)
      if (file === null) return null
      const target = await exportTarget(file, 'pdf')
      const days = { from: localDay(new Date(from.at)), to: localDay(to ? new Date(to.at) : now()) }
      const rendered = renderChanges(changes, { ...printed, days })
      const pdf = await printer.print(rendered).catch(error => {
        throw new RequestProblem(
          'failed',
          `The changes of “${title}” could not be printed: ${reasonOf(error)}. No file was written and the brief is as it was; try again.`,
        )
      })
      const finished = await finishPdf(pdf, {
        title: rendered.title,
        subject: 'What changed',
        language: rendered.language,
        changedAt: to ? new Date(to.at) : now(),
        headings: [],
      })
      await writeExport(file, target, 'pdf', finished)
      return { file, brief }
    },
  }

  async function compare({ id, from, to }: ValidInput<'issue.compare'>) {
    const brief = await library.get('briefs', id)
    const ids = await library.holdings.renamedIds()
    const ofVersion = async (version: number) =>
      withNewestIds(await frozenVersion(library, brief, version), ids)
    const before = await ofVersion(from)
    const after = to === null ? (await briefAsItIs(library, templates, brief)).frozen : await ofVersion(to)
    const changes = compareBriefs({
      before,
      after,
      from: issueOf(brief, from),
      to: to === null ? null : issueOf(brief, to),
    })
    // A version that was issued before forms had papers was printed on A4.
    const { paper } = onPreferredPaper({ paper: after.template.paper ?? 'a4' }, preferences.get().paper)
    return { changes, markings: [before.brief.marking, after.brief.marking], paper }
  }
}
