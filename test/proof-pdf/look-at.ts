// A brief printed by the app's own printer, finished as the app does, and looked over.
import { finishPdf } from '../../main/pdf/finish-pdf.ts'
import { printBrief } from '../../main/requests/print-brief.ts'
import { spawnedPrinter } from '../../main/terminal/spawned-printer.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import type { Template } from '../../shared/brief/template.ts'
import type { Event } from '../../shared/model/records.ts'
import { briefRecord } from '../bench/sample-brief.ts'
import { archiveProblems } from './archive-check.ts'
import { laidOutPdf } from './laid-out-pdf.ts'
import { type Look, lookOver } from './look-over.ts'
import { picturesInside } from './pictures-inside.ts'
import { stressPictures } from './stress-pictures.ts'
import { structureProblems } from './structure-check.ts'

const executable = findExecutable()
const printer = spawnedPrinter({
  executable: executable.path,
  switches: launchSwitches(executable, true),
  appFolder: projectRoot,
  stop: new AbortController().signal,
})
const plainTemplate: Template = {
  name: 'briefing-paper',
  title: 'Briefing paper',
  description: '',
  marking: null,
  paragraphMarks: {},
  numbered: false,
  pages: null,
  annex: false,
  notes: 'foot',
  contents: true,
  paper: 'a4',
  hyphens: false,
  due: 'Due',
  limits: { bottomLine: null },
  checks: {},
  places: { quotes: '', figures: '', events: '' },
  body: '',
}
/** Prints Markdown with the events of its timelines, marked and with contents, in three processes, and tells what each look at it found. */
export async function lookAt(
  body: string,
  events: readonly Event[] = [],
  form: Partial<Template> = {},
): Promise<Look[]> {
  const template = { ...plainTemplate, ...form }
  const evidence = { quotes: [], figures: [], events: [...events], people: [] }
  const brief = { ...briefRecord('proof', body), title: 'The harbour wall', marking: 'Official' }
  const pictures = stressPictures
  const document = composeBrief({ brief, template, evidence, sources: [], pictures })
  const print = async () =>
    (
      await printBrief(
        { printer, finishPdf, pictures },
        { brief, template, evidence, sources: [] },
        { briefs: [], behind: [] },
        () => [],
      )
    ).pdf
  const bytes = await print()
  const again = [await print(), await print()]
  const { elements, problems } = await structureProblems(bytes)
  const archive = await archiveProblems(bytes)
  const pdf = await laidOutPdf(bytes)
  const shown = [...body.matchAll(/!\[([^\]]*)\]\(attachment:/g)].map(([, words = '']) => words)
  return [
    { name: 'pages', looked: pdf.pages.length, problems: [] },
    ...lookOver(pdf, document, body, renderBrief(document).html),
    ...(shown.length === 0 ? [] : [await picturesInside(bytes, shown)]),
    { name: 'elements of the tree of tags, PDF/UA-1', looked: elements, problems },
    { name: 'objects of the file, PDF/A-3a', looked: archive.objects, problems: archive.problems },
    {
      name: 'prints of other processes with the same bytes',
      looked: again.length,
      problems: again.flatMap((other, index) =>
        Buffer.compare(bytes, other) === 0 ? [] : [`print ${index + 2} differs`],
      ),
    },
  ]
}
