// Joplin's own export ("RAW"): every item is a Markdown file with its properties after the text, linked by `:/id`.

/** What an item is: its `type_`. */
const types: Record<string, JoplinItem['type']> = { 1: 'note', 4: 'resource', 5: 'tag', 6: 'note tag' }

export type JoplinItem = {
  /** `other` is a notebook, a revision, and whatever else is no text of a person. */
  type: 'note' | 'resource' | 'tag' | 'note tag' | 'other'
  title: string
  body: string
  properties: ReadonlyMap<string, string>
}

/** Reads an item; null where the text is none. */
export function readJoplinItem(text: string): JoplinItem | null {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n')
  const properties = new Map<string, string>()
  let at = lines.length
  for (; at > 0; at--) {
    const found = /^([a-z_]+): ?(.*)$/.exec(lines[at - 1] ?? '')
    if (!found) break
    properties.set(found[1] ?? '', found[2] ?? '')
  }
  const type = properties.get('type_')
  if (type === undefined || !/^[0-9a-f]{32}$/.test(properties.get('id') ?? '')) return null
  const [title = '', ...rest] = lines.slice(0, at)
  return { type: types[type] ?? 'other', title: title.trim(), body: rest.join('\n').trim(), properties }
}
