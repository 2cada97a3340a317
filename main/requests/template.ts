// A person's own templates: kept in the library, taken out, put into the trash and back.
import { basename, extname } from 'node:path'
import { formatTemplate } from '../../shared/brief/format-template.ts'
import { parseTemplate, TemplateFault } from '../../shared/brief/parse-template.ts'
import { templateOfBrief } from '../../shared/brief/template-of-brief.ts'
import { RequestProblem } from '../../shared/result.ts'
import { fileBytes } from '../capture/capture.ts'
import { writeDurably } from '../library/durable-file.ts'
import { slugOf } from '../library/ids.ts'
import type { Library } from '../library/library.ts'
import { largestTemplate } from '../library/own-templates.ts'
import { onlyRead } from '../library/refusals.ts'
import { type Handlers, reasonOf } from './answer.ts'
import type { Ports } from './ports.ts'
import type { Templates } from './templates.ts'

type TemplateRequest = 'list' | 'show' | 'add' | 'keep' | 'save' | 'remove' | 'restore'

/** As many briefs as a refusal names. */
const mostNamed = 3

export function templateRequests(
  library: Library,
  templates: Templates,
  { dialogs }: Ports,
): Pick<Handlers, `template.${TemplateRequest}`> {
  const own = library.templates
  return {
    'template.list': async () => {
      await own.look()
      return { templates: templates.list(), own: templates.own(), inTrash: await own.removed() }
    },
    'template.show': async ({ name }) => ({ text: textOf(name) }),
    'template.add': async ({ name: wanted }) => {
      mustBeWritable(library)
      const file = await dialogs.chooseTemplate()
      if (file === null) return null
      const text = await readText(file)
      const name = slugOf(wanted ?? basename(file, extname(file)))
      mustBeFree(name)
      try {
        parseTemplate(name, text)
      } catch (error) {
        if (!(error instanceof TemplateFault)) throw error
        throw refused(file, error.message, 'Mend the file and add it again.')
      }
      await own.look()
      const isReplaced = templates.own().some(each => each.name === name)
      await own.put(name, text)
      return { name, isReplaced }
    },
    'template.keep': async ({ brief: id, title }) => {
      const brief = await library.get('briefs', id)
      const form = templates.named(brief.template)
      await own.look()
      const taken = new Set([...templates.list(), ...templates.own()].map(({ name }) => name))
      const name = firstFree(slugOf(title), taken)
      await own.put(name, formatTemplate(templateOfBrief(brief, form, { name, title })))
      return { name }
    },
    'template.save': async ({ name }) => {
      const text = textOf(name)
      const file = await dialogs.chooseTemplateTarget(`${name}.md`)
      if (file === null) return null
      await writeDurably(file, new TextEncoder().encode(text)).catch(error => {
        throw new RequestProblem(
          'unwritable',
          `The template cannot be written to ${file}: ${reasonOf(error)}. Nothing was written there; choose another place.`,
        )
      })
      return { file }
    },
    'template.remove': async ({ name }) => {
      if (templates.isGiven(name))
        throw new RequestProblem(
          'refused',
          `“${name}” is one of the app’s own templates, which stay. Nothing was changed.`,
        )
      if (!own.files().some(each => each.name === name)) throw noneOfThatName(name)
      const users = library.list('briefs').filter(({ template }) => template === name)
      if (users.length > 0)
        throw inUse(
          name,
          users.map(({ title }) => title),
        )
      await own.remove(name)
      return null
    },
    'template.restore': async ({ name }) => {
      if (!(await own.putBack(name))) {
        throw new RequestProblem(
          'not-found',
          `There is no template “${name}” in the trash. Nothing was changed.`,
        )
      }
      return null
    },
  }

  function textOf(name: string): string {
    const file = templates.isGiven(name) ? undefined : own.files().find(each => each.name === name)
    // One that cannot be used can be read and mended all the same.
    return file && 'text' in file ? file.text : formatTemplate(templates.named(name))
  }

  function mustBeFree(name: string): void {
    if (!templates.isGiven(name)) return
    throw new RequestProblem(
      'refused',
      `“${name}” is one of the app’s own templates, which stay as they are. Nothing was changed; give yours another name.`,
    )
  }
}

async function readText(file: string): Promise<string> {
  const bytes = await fileBytes(file)
  if (bytes.length > largestTemplate)
    throw refused(file, 'it is larger than 1 MB', 'Choose the file of a template.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused(file, 'it is not valid UTF-8 text', 'Save it as UTF-8 and add it again.')
  }
}

function firstFree(slug: string, taken: ReadonlySet<string>): string {
  let name = slug
  for (let n = 2; taken.has(name); n++) name = `${slug}-${n}`
  return name
}

function mustBeWritable({ folder, whyReadOnly }: Library): void {
  if (whyReadOnly) throw onlyRead(folder, whyReadOnly)
}

function refused(file: string, what: string, next: string): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `“${basename(file)}” was not added as a template: ${what}. Nothing was changed. ${next}`,
  )
}

function noneOfThatName(name: string): RequestProblem {
  return new RequestProblem(
    'not-found',
    `There is no template “${name}” of your own in the library. Nothing was changed.`,
  )
}

function inUse(name: string, titles: readonly string[]): RequestProblem {
  const named = titles
    .slice(0, mostNamed)
    .map(title => `“${title}”`)
    .join(', ')
  const more = titles.length > mostNamed ? ` and ${titles.length - mostNamed} more` : ''
  return new RequestProblem(
    'in-use',
    `“${name}” is the form of ${named}${more}. Nothing was changed; give ${titles.length === 1 ? 'it' : 'them'} another form first.`,
  )
}
