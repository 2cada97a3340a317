// A brief printed by the app's own printer, finished as the app does, and looked over.
import { finishPdf } from '../../main/pdf/finish-pdf.ts'
import { spawnedPrinter } from '../../main/terminal/spawned-printer.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import { wordsOfHtml } from '../../shared/markdown/escape-html.ts'
import { briefRecord } from '../bench/sample-brief.ts'
import { laidOutPdf } from './laid-out-pdf.ts'
import { type Look, lookOver } from './look-over.ts'
import { structureProblems } from './structure-check.ts'

const executable = findExecutable()
const printer = spawnedPrinter({
  executable: executable.path,
  switches: launchSwitches(executable, true),
  appFolder: projectRoot,
  stop: new AbortController().signal,
})
const template = { title: 'Briefing paper', numbered: false, annex: false, contents: true }
const evidence = { quotes: [], figures: [], events: [] }

/** Prints in a process of its own, and finishes as the app does. */
async function print(document: BriefDocument): Promise<Uint8Array> {
  const about = {
    title: document.title,
    subject: document.form,
    language: document.language,
    changedAt: new Date('2025-05-03T09:00:00.000Z'),
    headings: [document.title, ...document.headings.map(({ html }) => wordsOfHtml(html))],
  }
  return finishPdf(await printer.print(renderBrief(document)), about)
}

/** Prints Markdown, marked and with contents, in three processes, and tells what each look at it found. */
export async function lookAt(body: string): Promise<Look[]> {
  const brief = { ...briefRecord('proof', body), title: 'The harbour wall', marking: 'Official' }
  const document = composeBrief({ brief, template, evidence, sources: [] })
  const bytes = await print(document)
  const again = [await print(document), await print(document)]
  const { elements, problems } = await structureProblems(bytes)
  const pdf = await laidOutPdf(bytes)
  return [
    { name: 'pages', looked: pdf.pages.length, problems: [] },
    ...lookOver(pdf, document, body, renderBrief(document).html),
    { name: 'elements of the tree of tags, PDF/UA-1', looked: elements, problems },
    {
      name: 'prints of other processes with the same bytes',
      looked: again.length,
      problems: again.flatMap((other, index) =>
        Buffer.compare(bytes, other) === 0 ? [] : [`print ${index + 2} differs`],
      ),
    },
  ]
}
