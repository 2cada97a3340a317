import { parse, YAMLParseError } from 'yaml'
import * as z from 'zod'
import { line } from '../model/v1/fields.ts'
import { paperNames } from './paper.ts'
import { notesPlaces, type Template } from './template.ts'

const frontMatter = z.strictObject({
  title: line,
  description: line,
  marking: line.nullable(),
  numbered: z.boolean(),
  pages: z.int().positive().nullable(),
  annex: z.boolean().default(true),
  notes: z.enum(notesPlaces).default('foot'),
  contents: z.boolean().default(false),
  paper: z.enum(paperNames).default('a4'),
  hyphens: z.boolean().default(false),
  due: line.default('Due'),
  limits: z
    .strictObject({ bottomLine: z.strictObject({ heading: line, words: z.int().positive() }).nullable() })
    .default({ bottomLine: null }),
  checks: z.record(line, z.boolean()).default({}),
  places: z.strictObject({ quotes: line, figures: line, events: line }),
})

/** Reads a template's file; `name` is its name without `.md`. Throws an error that names the template and its fault. */
export function parseTemplate(name: string, text: string): Template {
  const wrong = (fault: string) => new Error(`The template “${name}” cannot be used: ${fault}`)
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replace(/\r\n/g, '\n').replace(/^\uFEFF/, ''))
  if (!match) throw wrong('it does not begin with a front matter between two lines of ---.')
  const [, head = '', body = ''] = match
  const fields = frontMatter.safeParse(readYaml(head, wrong))
  if (!fields.success) throw wrong(z.prettifyError(fields.error))
  const headings = headingsOf(body)
  for (const [kind, heading] of Object.entries(fields.data.places)) {
    if (!headings.includes(heading)) {
      throw wrong(`its ${kind} have their place under “${heading}”, which is none of its headings.`)
    }
  }
  const bottomLine = fields.data.limits.bottomLine?.heading
  if (bottomLine !== undefined && !headings.includes(bottomLine)) {
    throw wrong(`its bottom line stands under “${bottomLine}”, which is none of its headings.`)
  }
  return { name, ...fields.data, body: body.replace(/^\n+/, '') }
}

function readYaml(head: string, wrong: (fault: string) => Error): unknown {
  try {
    return parse(head)
  } catch (error) {
    throw wrong(error instanceof YAMLParseError ? error.message : String(error))
  }
}

function headingsOf(body: string): string[] {
  return [...body.matchAll(/^#{1,6} +(.+?) *$/gm)].map(match => match[1] ?? '')
}
