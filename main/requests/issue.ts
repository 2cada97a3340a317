// Issuing a brief: what stands against it, freezing it, and what was frozen.

import type { KnownPictures } from '../../shared/brief/picture-html.ts'
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import { compareBriefs } from '../../shared/issue/compare-briefs.ts'
import type { FrozenBrief } from '../../shared/issue/frozen-brief.ts'
import { recommendationsOf } from '../../shared/issue/recommendations-of.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { Notices } from '../../shared/request-names.ts'
import { RequestProblem } from '../../shared/result.ts'
import { isOpenError } from '../../shared/verify/answer.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import { makeFolder } from '../exchange/new-folder.ts'
import type { Issue } from '../library/issued-manifest.ts'
import type { Library } from '../library/library.ts'
import { pagesOfFinished } from '../pdf/pdf-layout.ts'
import type { Handlers } from './answer.ts'
import { decisionsOn } from './decision.ts'
import { exportTarget, fileNameOf, writeExport } from './export-target.ts'
import { briefAsItIs, frozenFiles, frozenIn, frozenPdf, frozenVersion, withNewestIds } from './frozen.ts'
import { keptPictures } from './kept-pictures.ts'
import type { Ports } from './ports.ts'
import { type KnownFromPrint, printBrief } from './print-brief.ts'
import type { Templates } from './templates.ts'
import { localDay, partsToVerify } from './verify.ts'

type IssueRequest = `issue.${'check' | 'list' | 'get' | 'save' | 'export'}` | 'brief.issue'

export function issueRequests(
  library: Library,
  templates: Templates,
  { dialogs, printer, finishPdf, notify, now }: Ports,
): Pick<Handlers, IssueRequest> {
  return {
    'issue.check': async ({ id }) => {
      const brief = await library.get('briefs', id)
      const next = await library.issued.next(brief)
      const asItIs = await briefAsItIs(library, templates, brief)
      const issue = { version: next, day: localDay(now()) }
      const { pages, findings } = await printBrief(
        await printing(brief),
        asItIs.frozen,
        asItIs,
        findingsIn(asItIs),
        issue,
      )
      return { findings, pages, next }
    },
    'brief.issue': async ({ id }) => {
      const tell = (stage: Notices['export.progressed']['stage']) =>
        notify('export.progressed', { brief: id, stage })
      tell('composing')
      const { brief, taken } = await library.issued.takeIn(id)
      const asItIs = await briefAsItIs(library, templates, brief)
      const { frozen } = asItIs
      const check = findingsIn(asItIs)
      const last = await lastIfSame(frozen)
      // It was frozen and the process ended before that was told: what was asked for is done.
      if (last && taken.includes(last)) return { brief, issue: last, findings: check(null) }
      if (last) throw nothingChanged(brief, last)
      mustBeAnswered(brief, check(null))
      tell('printing')
      const at = now()
      const version = await library.issued.next(brief)
      const issue = { version, day: localDay(at) }
      const printed = await printBrief(await printing(brief), frozen, asItIs, check, issue)
      const { findings } = printed
      mustBeAnswered(brief, findings)
      tell('writing')
      const files = frozenFiles(frozen, asItIs.briefs, printed)
      return { ...(await library.issued.freeze(id, version, at.toISOString(), files)), findings }
    },
    'issue.list': async ({ id }) => {
      const brief = await library.get('briefs', id)
      const issues = await Promise.all(brief.issues.map(issue => shown(brief, issue)))
      return { issues: issues.reverse() }
    },
    'issue.get': async ({ id, version }) => frozenVersion(library, await library.get('briefs', id), version),
    'issue.save': async ({ id, version }) => {
      const brief = await library.get('briefs', id)
      const files = await library.issued.read(brief, version)
      const file = await dialogs.choosePdf(`${fileNameOf(brief.title)} v${version}.pdf`)
      if (file === null) return null
      await writeExport(file, await exportTarget(file, 'pdf'), 'pdf', frozenPdf(files))
      return { file }
    },
    'issue.export': async ({ id, version }) => {
      const files = await library.issued.read(await library.get('briefs', id), version)
      const folder = await dialogs.chooseExportFolder(`${id}-v${version}`, 'issued-version')
      if (folder === null) return null
      await makeFolder(folder, library.folder, async into => {
        for (const [name, bytes] of files) await into.write(name, bytes)
      })
      return { folder }
    },
  }

  async function printing({ body }: Brief) {
    return { printer, finishPdf, pictures: await keptPictures(library, body) }
  }

  /** What the checks find in a brief by its print. */
  function findingsIn({
    frozen: { brief, ...used },
    ...beside
  }: {
    frozen: FrozenBrief
    briefs: Brief[]
    pictures: KnownPictures
  }): (printed: KnownFromPrint | null) => Finding[] {
    const parts = partsToVerify(library, templates, { brief, ...used, ...beside }, now)
    return printed => verifyBrief({ ...parts, ...printed })
  }

  /** The last version of a brief, where nothing has changed since. */
  async function lastIfSame(frozen: FrozenBrief): Promise<Issue | null> {
    const last = frozen.brief.issues.at(-1)
    if (!last) return null
    // One that was damaged keeps nobody from issuing the next.
    const found = await frozenVersion(library, frozen.brief, last.version).catch(() => null)
    const before = found && withNewestIds(found, await library.holdings.renamedIds())
    return before && compareBriefs({ before, after: frozen, from: last, to: null }).isSame ? last : null
  }

  async function shown(brief: Brief, issue: Issue) {
    const decisions = decisionsOn(library, brief.id, issue.version)
    try {
      const files = await library.issued.read(brief, issue.version)
      const recommendations = recommendationsOf(frozenIn(files, brief, issue.version))
      return {
        ...issue,
        pages: await pagesOfFinished(frozenPdf(files)),
        problem: null,
        recommendations,
        decisions,
      }
    } catch (error) {
      return { ...issue, pages: null, problem: (error as Error).message, recommendations: [], decisions }
    }
  }
}

function mustBeAnswered({ title }: Brief, findings: readonly Finding[]): void {
  const open = findings.filter(isOpenError)
  if (open.length === 0) return
  const named = open.map(({ rule, line, message }) => `Line ${line}, ${rule}: ${message}`)
  throw new RequestProblem(
    'unanswered',
    `“${title}” was not issued: ${open.length === 1 ? 'an error stands in it' : `${open.length} errors stand in it`}.\n${named.join('\n')}\nNothing was frozen and the brief is as it was; mend each of them, or answer it with the reason for which it may stand.`,
  )
}

function nothingChanged({ title }: Brief, { version, at }: Issue): RequestProblem {
  return new RequestProblem(
    'refused',
    `Nothing of “${title}” has changed since v${version} was issued, on ${formatEdtf(localDay(new Date(at)))}. No other version was made, and v${version} is as it was; save a copy of it, or change the brief first.`,
  )
}
