// `npm run proof:docx`: a brief with everything in it and one of each template as Word documents, opened by LibreOffice and read back.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { writeDocx } from '../../main/docx/write-docx.ts'
import { readTemplates } from '../../main/templates.ts'
import { helpIfAsked } from '../../scripts/help.mjs'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { composeBrief } from '../../shared/brief/compose-brief.ts'
import { draftBody } from '../../shared/brief/draft-body.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import { generatedBrief } from '../proof-pdf/generated-brief.ts'
import { laidOutPdf } from '../proof-pdf/laid-out-pdf.ts'
import { briefWith, source } from '../shared/brief/records.ts'
import { lookOverDocx } from './look-over-docx.ts'
import { evidence, richBody, richDocument, sources } from './rich-brief.ts'

helpIfAsked(import.meta.url)

const run = promisify(execFile)
const manyNotes = generatedBrief(20)
const changedAt = new Date('2025-05-03T09:00:00.000Z')

async function samples(): Promise<[name: string, document: BriefDocument, body: string][]> {
  const templates = await readTemplates(join(import.meta.dirname, '../../resources/templates'))
  const ofTemplates = templates.map((template): [string, BriefDocument, string] => {
    const body = draftBody({ template, source, evidence, unresolved: [] })
    const brief = briefWith(body, { title: 'Japan and its Treasury bonds', marking: 'Official' })
    return [template.name, composeBrief({ brief, template, evidence, sources }), body]
  })
  return [
    ['rich', richDocument(), richBody],
    [
      'rich, numbered, notes in the annex',
      richDocument({ numbered: true, notes: 'annex', paper: 'letter' }),
      richBody,
    ],
    ['rich, notes after the text', richDocument({ notes: 'end' }), richBody],
    ['more notes than letters', richDocument({}, { body: manyNotes }), manyNotes],
    ...ofTemplates,
  ]
}

async function hasOffice(): Promise<boolean> {
  return run('soffice', ['--version']).then(
    () => true,
    () => false,
  )
}

const folder = await mkdtemp(join(tmpdir(), 'proof-docx-'))
let failed = 0
try {
  const opens = await hasOffice()
  if (!opens) console.log('LibreOffice is not here: documents were written and not opened.')
  for (const [name, document, body] of await samples()) {
    const findings = verifyBrief({ brief: { body }, evidence, sources, day: '2025-05-03' })
    const unknown: string[] = []
    const more = { findings, body, changedAt, pictureOf: async () => null }
    const bytes = await writeDocx(document, { ...more, onUnknown: what => unknown.push(what) })
    const looks = [
      { name: 'elements with a form in Word', looked: document.blocks.length, problems: unknown },
    ]
    if (opens) {
      const file = join(folder, 'brief.docx')
      await writeFile(file, bytes)
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
      looks.push(...lookOverDocx(await laidOutPdf(await readFile(join(folder, 'brief.pdf'))), document, body))
    }
    console.log(`\n${name}`)
    for (const { name: what, looked, problems } of looks) {
      const right = Math.max(0, looked - problems.length)
      console.log(`  ${problems.length === 0 ? 'held ' : 'SHORT'}  ${right} of ${looked} ${what}`)
      for (const problem of problems.slice(0, 5)) console.log(`           ${problem}`)
      failed += problems.length
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
