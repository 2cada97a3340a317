// The YAML block at the head of a Markdown file: told apart from the text, read and written.
import { isAlias, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'

/** What a field of a front matter says, as the words that stand there: numbers keep their digits, dates their form. */
export type FrontMatterValue = string | readonly string[] | null

export type FrontMatter = ReadonlyMap<string, FrontMatterValue>

/** A front matter that cannot be used; the message is the end of a sentence about the file. */
export class FrontMatterFault extends Error {}

/** The YAML of a text, without its lines of dashes, and the text after it. Null where the text begins without one. */
export function splitFrontMatter(text: string): { yaml: string | null; body: string } {
  const plain = text.replace(/^\uFEFF/, '')
  const found = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(plain)
  if (!found) return { yaml: null, body: plain }
  return { yaml: found[1] ?? '', body: plain.slice(found[0].length) }
}

/** Throws a FrontMatterFault where it is no list of fields. Fields that hold other fields are given as they are written. */
export function readFrontMatter(yaml: string): FrontMatter {
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: true })
  const [error] = document.errors
  if (error) throw new FrontMatterFault(`has a front matter that cannot be read: ${firstLine(error.message)}`)
  const fields = new Map<string, FrontMatterValue>()
  const { contents } = document
  if (contents === null || (isScalar(contents) && contents.value === null)) return fields
  if (!isMap(contents)) throw new FrontMatterFault('has a front matter that is no list of fields')
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.source ?? key.value) : ''
    fields.set(name, isSeq(value) ? value.items.map(item => wordsOf(item, yaml) ?? '') : wordsOf(value, yaml))
  }
  return fields
}

function wordsOf(node: unknown, yaml: string): string | null {
  if (node === null || node === undefined) return null
  if (isAlias(node)) throw new FrontMatterFault('has an alias in its front matter, which is not followed')
  if (isScalar(node)) {
    if (node.value === null) return null
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  }
  const { range } = node as { range?: readonly number[] }
  return range ? yaml.slice(range[0], range[1]).trim() : null
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/:$/, '') ?? message
}

/** Writes a front matter with its lines of dashes. Fields that are null stand there empty, to be filled in. */
export function writeFrontMatter(fields: Readonly<Record<string, unknown>>): string {
  return `---\n${stringify(fields, { schema: 'core', lineWidth: 0, nullStr: '' })}---\n`
}
