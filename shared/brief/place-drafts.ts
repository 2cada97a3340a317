import type { Template } from './template.ts'

/** Drafted Markdown of each kind of evidence, a block an entry. */
export type Drafts = Record<keyof Template['places'], readonly string[]>

/** A template's body with drafts under the headings that its places name, in place of the prompts there. */
export function placeDrafts({ body, places }: Pick<Template, 'body' | 'places'>, drafts: Drafts): string {
  const sections = body.split(/^(?=#{1,6} )/m)
  const drafted = sections.map(section => {
    const heading = /^#{1,6} +(.+?) *$/m.exec(section)?.[1]
    const blocks = (['figures', 'quotes', 'events'] as const)
      .filter(kind => heading !== undefined && places[kind] === heading)
      .flatMap(kind => (drafts[kind].length === 0 ? [] : [joinBlocks(drafts[kind])]))
    if (blocks.length === 0) return section
    const withoutPrompts = section.replace(/<!--[\s\S]*?-->/g, '').trim()
    return `${withoutPrompts}\n\n${blocks.join('\n\n')}\n\n`
  })
  return `${drafted.join('').trimEnd()}\n`
}

/** Items of a list stand line by line, everything else apart. */
function joinBlocks(blocks: readonly string[]): string {
  return blocks.reduce((text, block) => {
    if (text === '') return block
    const isOneList = block.startsWith('- ') && /(?:^|\n)- [^\n]*$/.test(text)
    return `${text}${isOneList ? '\n' : '\n\n'}${block}`
  }, '')
}
