import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseTemplate, TemplateFault } from '../shared/brief/parse-template.ts'
import type { Template } from '../shared/brief/template.ts'

/** The templates of a folder of Markdown files, by title. Rejects with an error that names the one that cannot be used. */
export async function readTemplates(folder: string): Promise<Template[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.md'))
  const templates = names.map(async name => {
    const text = await readFile(join(folder, name), 'utf8')
    try {
      return parseTemplate(name.slice(0, -'.md'.length), text)
    } catch (error) {
      if (error instanceof TemplateFault)
        throw new Error(`The template ${name} cannot be used: ${error.message}`)
      throw error
    }
  })
  return (await Promise.all(templates)).sort((a, b) => a.title.localeCompare(b.title))
}
