// `npm run proof:pdf`: briefs of 1 to 200 pages and one of what is hard to set, printed by the app's own printer and looked over.
// `--only 50` takes one of them.
import { parseArgs } from 'node:util'
import { finishPdf } from '../../main/pdf/finish-pdf.ts'
import { spawnedPrinter } from '../../main/terminal/spawned-printer.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../scripts/executable.mjs'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { renderBrief } from '../../shared/brief/render-brief.ts'
import { wordsOfHtml } from '../../shared/markdown/escape-html.ts'
import { briefRecord } from '../bench/sample-brief.ts'
import { generatedBrief } from './generated-brief.ts'
import { laidOutPdf } from './laid-out-pdf.ts'
import { type Look, lookOver } from './look-over.ts'
import { stressBrief } from './stress-brief.ts'
import { structureProblems } from './structure-check.ts'

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const bodies: [string, () => string][] = [
  ...[1, 10, 50, 200].map(pages => [String(pages), () => generatedBrief(pages)] as [string, () => string]),
  ['stress', stressBrief],
]
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

async function lookAt(document: BriefDocument, body: string): Promise<Look[]> {
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

let failed = 0
for (const [name, write] of bodies) {
  if (values.only !== undefined && values.only !== name) continue
  const body = write()
  const brief = { ...briefRecord('proof', body), title: 'The harbour wall', marking: 'Official' }
  console.log(`\n${name}`)
  for (const { name: what, looked, problems } of await lookAt(
    composeBrief({ brief, template, evidence, sources: [] }),
    body,
  )) {
    const right = Math.max(0, looked - problems.length)
    console.log(`  ${problems.length === 0 ? 'held ' : 'SHORT'}  ${right} of ${looked} ${what}`)
    for (const problem of problems.slice(0, 5)) console.log(`           ${problem}`)
    failed += problems.length
  }
}
process.exitCode = failed === 0 ? 0 : 1
