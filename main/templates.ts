import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseTemplate } from '../shared/brief/parse-template.ts'
import type { Template } from '../shared/brief/template.ts'

/** The templates of a folder of Markdown files, by title. */
export async function readTemplates(folder: string): Promise<Template[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.md'))
  const templates = names.map(async name =>
    parseTemplate(name.slice(0, -'.md'.length), await readFile(join(folder, name), 'utf8')),
  )
  return (await Promise.all(templates)).sort((a, b) => a.title.localeCompare(b.title))
}
