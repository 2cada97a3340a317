// The brief that paper is measured with: generated text with notes and contents, without evidence, which others do not know.
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readTemplates } from '../../../main/templates.ts'
import { projectRoot } from '../../../scripts/executable.mjs'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { fillDocumentPage } from '../../../shared/brief/fill-document-page.ts'
import { renderBrief } from '../../../shared/brief/render-brief.ts'
import type { Template } from '../../../shared/brief/template.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { generatedBrief } from '../../proof-pdf/generated-brief.ts'
import { briefRecord } from '../sample-brief.ts'

const form = 'briefing-paper'

/** A brief of roughly so many pages. */
export function paperBrief(pages: number): Brief {
  const record = briefRecord(`pages-${pages}`, generatedBrief(pages))
  return { ...record, title: 'The harbour wall', marking: 'Official', template: form }
}

export const noEvidence = { quotes: [], figures: [], events: [], people: [] }

/** The form of a brief, as the app has it. */
export async function templateOf({ template: form }: Brief): Promise<Template> {
  const templates = await readTemplates(join(projectRoot, 'resources/templates'))
  const template = templates.find(({ name }) => name === form)
  if (!template) throw new Error(`There is no template ${form}.`)
  return template
}

/** The page that the app prints of a brief, with its styles and fonts, as files; its address. */
export async function writeDocumentPage(brief: Brief, folder: string): Promise<string> {
  await cp(join(projectRoot, 'out/renderer'), folder, { recursive: true })
  const template = await templateOf(brief)
  const rendered = renderBrief(composeBrief({ brief, template, evidence: noEvidence, sources: [] }))
  // Between files, what asks for the other's leave is refused, and the page would have no style.
  const empty = (await readFile(join(folder, 'document.html'), 'utf8')).replaceAll(' crossorigin', '')
  await writeFile(join(folder, 'own.css'), rendered.pageStyle)
  await writeFile(join(folder, 'print.html'), fillDocumentPage(empty, rendered, 'own.css'))
  return pathToFileURL(join(folder, 'print.html')).href
}
