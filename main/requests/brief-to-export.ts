// What an export is made of: a brief as it is saved, or as it was issued.
import type { Template } from '../../shared/brief/template.ts'
import type { Brief } from '../../shared/model/records.ts'
import type { ValidInput } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import { issueOf } from '../library/issued.ts'
import type { Library } from '../library/library.ts'
import type { BriefToExport, ExportFiles } from './export-files.ts'
import { figuresThen } from './figures-then.ts'
import { frozenIn, frozenPdf, frozenPictures, frozenTitles } from './frozen.ts'
import { keptPictures, picturesIn } from './kept-pictures.ts'
import { linkedRecords } from './linked-records.ts'
import type { Templates } from './templates.ts'
import { localDay, partsToVerify } from './verify.ts'

export type ExportChoice = ValidInput<'brief.export'>['choice']

export function exportedBriefs(library: Library, templates: Templates, now: () => Date) {
  return {
    /** A brief in the form and look that are asked for. Rejects with a RequestProblem where it has none of that version. */
    async compose(id: string, choice: ExportChoice): Promise<BriefToExport> {
      const saved = await library.get('briefs', id)
      const look = {
        ...(choice.notes && { notes: choice.notes }),
        ...(choice.paper && { paper: choice.paper }),
      }
      if (choice.version !== undefined) return asIssued(saved, choice.version, look)
      const brief = { ...saved, ...(choice.date && { date: choice.date }) }
      const { evidence, sources, ...linked } = await linkedRecords(library, brief)
      const template = { ...templates.asPrinted(choice.template ?? brief.template), ...look }
      const pictures = await keptPictures(library, brief.body)
      const parts = partsToVerify(library, templates, { brief, evidence, sources, ...linked }, now)
      return {
        frozen: { brief, template, evidence, sources },
        linked,
        pictures,
        check: printed => verifyBrief({ ...parts, template, ...printed }),
      }
    },

    /** The PDF of an issued version, which is the one that was frozen; null where another file or look is asked for. */
    async frozenFile(
      id: string,
      { format, version, notes, paper, template, date }: ExportChoice,
    ): Promise<ExportFiles | null> {
      if (version === undefined) return null
      const brief = await library.get('briefs', id)
      if (template !== undefined || date !== undefined) throw frozenForm(brief.title, version)
      if (format !== 'pdf' || notes || paper) return null
      const files = await library.issued.read(brief, version)
      return { files: new Map([['pdf', frozenPdf(files)]]), findings: [] }
    },
  }

  /** A version with what was frozen with it, judged on its day and by what was known then. */
  async function asIssued(
    saved: Brief,
    version: number,
    look: Partial<Pick<Template, 'notes' | 'paper'>>,
  ): Promise<BriefToExport> {
    const { at: instant } = issueOf(saved, version)
    const at = new Date(instant)
    const files = await library.issued.read(saved, version)
    const { template: form, ...records } = frozenIn(files, saved, version)
    const { brief, evidence, sources } = records
    const template = { ...form, ...look }
    const linked = await linkedRecords(library, brief)
    const briefs = frozenTitles(files) ?? linked.briefs
    const kept = frozenPictures(files)
    const pictures = await picturesIn(brief.body, async sha256 => kept.get(sha256) ?? null)
    const parts = partsToVerify(library, templates, { ...records, briefs, pictures }, () => at)
    const libraryFigures = await figuresThen(library, evidence.figures, instant)
    // What was answered was found, whatever a library looks for now.
    const answered = Object.fromEntries(brief.answers.map(({ rule }) => [rule, true]))
    const checks = { ...parts.checks, ...answered }
    return {
      frozen: { brief, template, evidence, sources },
      linked: { briefs, behind: linked.behind },
      pictures,
      check: printed => verifyBrief({ ...parts, libraryFigures, template, checks, ...printed }),
      issue: { version, day: localDay(at) },
    }
  }
}

function frozenForm(title: string, version: number): RequestProblem {
  return new RequestProblem(
    'bad-input',
    `v${version} of “${title}” was frozen with its form and its date, which cannot be others. Nothing was written; leave them out, or export the brief as it is now.`,
  )
}
