// Templates from a terminal: what there is, and a person's own.
import type { RequestOutput } from '../../shared/request-outputs.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Printed, Request } from './printed.ts'
import type { Call } from './usage.ts'

type World = {
  request: Request
  /** The file that the dialog will answer with. */
  chooseFile: (file: string) => void
}

/** Carries out a command that begins with `template`. Throws a RequestProblem where it is refused. */
export async function onTemplate(
  { command, arguments: [first = ''], options }: Call,
  { request, chooseFile }: World,
): Promise<Printed> {
  switch (command.name) {
    case 'template list':
      return listed(await request('template.list', {}))
    case 'template show': {
      const { text } = await request('template.show', { name: first })
      return { json: { name: first, text }, lines: [text.trimEnd()] }
    }
    case 'template add': {
      chooseFile(first)
      const added = await request('template.add', options.name === undefined ? {} : { name: options.name })
      if (!added) throw new RequestProblem('failed', 'No file was named.')
      return nameOnly(added)
    }
    case 'template keep':
      return nameOnly(await request('template.keep', { brief: first, title: options.title ?? '' }))
    case 'template delete':
      await request('template.remove', { name: first })
      return nameOnly({ name: first })
    default:
      await request('template.restore', { name: first })
      return nameOnly({ name: first })
  }
}

/** One line a template: its name, whose it is, and its title; what cannot be used is told after them. */
function listed({ templates, own }: RequestOutput<'template.list'>): Printed {
  const owned = new Set(own.map(({ name }) => name))
  const usable = templates.map(({ name, title, description }) => {
    return { name, title, description, isOwn: owned.has(name) }
  })
  const broken = own.filter(({ fault }) => fault !== null)
  return {
    json: { templates: usable, broken },
    lines: usable.map(({ name, title, isOwn }) => [name, isOwn ? 'yours' : 'app', title].join('\t')),
    failures: broken.map(({ name, fault }) => `The template “${name}” cannot be used: ${fault}.`),
  }
}

function nameOnly({ name }: { name: string }): Printed {
  return { json: { name }, lines: [name] }
}
