import { parse, YAMLParseError } from 'yaml'
import * as z from 'zod'
import { line } from '../model/v1/fields.ts'
import { paperNames } from './paper.ts'
import { notesPlaces, type Template } from './template.ts'

const place = line.nullable().default(null)

const frontMatter = z.strictObject({
  title: line,
  description: line.or(z.literal('')).default(''),
  marking: line.nullable().default(null),
  paragraphMarks: z.record(line.max(20), line.max(60)).default({}),
  numbered: z.boolean().default(false),
  pages: z.int().positive().nullable().default(null),
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
  places: z
    .strictObject({ quotes: place, figures: place, events: place })
    .default({ quotes: null, figures: null, events: null }),
})

/** What is wrong with a template's text: `message` is a part of a sentence. */
export class TemplateFault extends Error {}

/** Reads a template's file; `name` is its name without `.md`. Only its title must be said. Throws a TemplateFault. */
export function parseTemplate(name: string, text: string): Template {
  const wrong = (fault: string) => new TemplateFault(fault)
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replace(/\r\n/g, '\n').replace(/^\uFEFF/, ''))
  if (!match) throw wrong('it does not begin with a front matter between two lines of ---')
  const [, head = '', body = ''] = match
  const fields = frontMatter.safeParse(readYaml(head, wrong))
  if (!fields.success) throw wrong(fields.error.issues.map(issueWords).join('; '))
  const headings = headingsIn(body)
  for (const [kind, heading] of Object.entries(fields.data.places)) {
    if (heading !== null && !headings.includes(heading)) {
      throw wrong(`its ${kind} have their place under “${heading}”, which is none of its headings`)
    }
  }
  const bottomLine = fields.data.limits.bottomLine?.heading
  if (bottomLine !== undefined && !headings.includes(bottomLine)) {
    throw wrong(`its bottom line stands under “${bottomLine}”, which is none of its headings`)
  }
  return { name, ...fields.data, body: body.replace(/^\n+/, '') }
}

function readYaml(head: string, wrong: (fault: string) => Error): unknown {
  try {
    return parse(head)
  } catch (error) {
    // What follows the first line shows the text itself.
    const [said = ''] = error instanceof YAMLParseError ? error.message.split(':\n') : [String(error)]
    throw wrong(`its front matter is no YAML: ${said}`)
  }
}

function issueWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `“${path.join('.')}” in its front matter: ${message}`
}

/** The titles of headings in Markdown, code blocks not set apart. */
export function headingsIn(body: string): string[] {
  return [...body.matchAll(/^#{1,6} +(.+?) *$/gm)].map(match => match[1] ?? '')
}
