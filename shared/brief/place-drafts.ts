import type { Template } from './template.ts'

/** Drafted Markdown of each kind of evidence, a block an entry. */
export type Drafts = Record<keyof Template['places'], readonly string[]>

const kinds = ['figures', 'quotes', 'events'] as const

/** A template's body with drafts under the headings that its places name, in place of the prompts there, and the rest at the end. */
export function placeDrafts({ body, places }: Pick<Template, 'body' | 'places'>, drafts: Drafts): string {
  const sections = body.split(/^(?=#{1,6} )/m)
  const drafted = sections.map(section => {
    const heading = /^#{1,6} +(.+?) *$/m.exec(section)?.[1]
    const blocks = blocksOf(kind => heading !== undefined && places[kind] === heading)
    if (blocks.length === 0) return section
    const withoutPrompts = section.replace(/<!--[\s\S]*?-->/g, '').trim()
    return `${withoutPrompts}\n\n${blocks.join('\n\n')}\n\n`
  })
  const atTheEnd = blocksOf(kind => places[kind] === null)
  return `${[drafted.join('').trim(), ...atTheEnd].filter(Boolean).join('\n\n')}\n`

  function blocksOf(isHere: (kind: keyof Drafts) => boolean): string[] {
    return kinds.filter(isHere).flatMap(kind => (drafts[kind].length === 0 ? [] : [joinBlocks(drafts[kind])]))
  }
}

/** Items of a list stand line by line, everything else apart. */
function joinBlocks(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    if (text === '') return block
    const isOneList = block.startsWith('- ') && /(?:^|\n)- [^\n]*$/.test(text)
    return `${text}${isOneList ? '\n' : '\n\n'}${block}`
  }, '')
}
