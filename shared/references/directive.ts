// The grammar of one directive (the CommonMark "generic directives" proposal), shared by every reader of it: the
// parser of references, the renderer and the editor.

/** A directive as it is written: `:name[label]{#id}` in a line, `::name[label]{#id}` alone on one. */
export type Directive = {
  name: string
  label: string
  /** Null where the attributes name none. */
  id: string | null
  /** The other attributes by name (`options="agreed, noted"`), the last of a name winning; one without a value is empty. */
  attributes: ReadonlyMap<string, string>
}

const noAttributes: ReadonlyMap<string, string> = new Map()

/** Longer and deeper labels are not read: bounds on the work that hostile text can cause. */
const longestLabel = 5_000
export const deepestLabel = 20

export function isLabelTooLong(written: string): boolean {
  return written.length > longestLabel
}

/** A label as it is compared and shown: on one line, trimmed. */
export function normaliseLabel(label: string): string {
  return label.replace(/\s*[\r\n]\s*/g, ' ').trim()
}

/** Reads the inline directive whose colon stands at an offset; null where none is, or it names no id. */
export function readInlineDirective(text: string, at: number): (Directive & { end: number }) | null {
  if (text[at] !== ':' || text[at + 1] === ':' || (at > 0 && text[at - 1] === ':')) return null
  const read = readAfterColons(text, at + 1)
  return read !== null && read.id !== null ? read : null
}

/** Reads a line that holds a block directive and nothing else; up to three spaces may stand before it. */
export function readBlockDirective(line: string): Directive | null {
  const colons = /^ {0,3}::(?=[a-z])/.exec(line)
  if (!colons) return null
  const read = readAfterColons(line, colons[0].length)
  return read !== null && line.slice(read.end).trim() === '' ? read : null
}

function readAfterColons(text: string, at: number): (Directive & { end: number }) | null {
  const namePattern = /[a-z][a-z-]*/y
  namePattern.lastIndex = at
  const name = namePattern.exec(text)?.[0]
  if (name === undefined) return null
  const label = readLabel(text, at + name.length)
  if (label === null) return null
  const attributes = readAttributes(text, label.end)
  return attributes && { name, label: label.label, ...attributes }
}

/** Brackets in a label balance or are escaped. A label may go over a line end, never over a blank line. */
function readLabel(text: string, at: number): { label: string; end: number } | null {
  if (text[at] !== '[') return { label: '', end: at }
  const limit = Math.min(text.length, at + 2 + longestLabel)
  let depth = 0
  for (let index = at; index < limit; index += 1) {
    const character = text[index]
    if (character === '\\') index += 1
    else if (character === '[') {
      depth += 1
      if (depth > deepestLabel) return null
    } else if (character === ']') {
      depth -= 1
      if (depth === 0) return { label: unescapeLabel(text.slice(at + 1, index)), end: index + 1 }
    }
  }
  return null
}

function unescapeLabel(written: string): string {
  return normaliseLabel(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
}

function readAttributes(
  text: string,
  at: number,
): Pick<Directive & { end: number }, 'id' | 'attributes' | 'end'> | null {
  if (text[at] !== '{') return { id: null, attributes: noAttributes, end: at }
  const braces = /\{((?:[^{}"'\r\n]|"[^"\r\n]*"|'[^'\r\n]*')*)\}/y
  braces.lastIndex = at
  const inside = braces.exec(text)?.[1]
  if (inside === undefined) return null
  let id: string | null = null
  const attributes = new Map<string, string>()
  const attribute =
    /\s*(?:#([\p{L}\p{M}\p{N}_-]+)|\.[^\s#.="'{}]+|([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'{}=]+)))?)(?=[\s#.]|$)/uy
  while (attribute.lastIndex < inside.trimEnd().length) {
    const match = attribute.exec(inside)
    if (!match) return null
    const [, named, name, ...values] = match
    id ??= named ?? null
    if (name !== undefined) attributes.set(name, values.find(value => value !== undefined) ?? '')
  }
  return { id, attributes, end: braces.lastIndex }
}
