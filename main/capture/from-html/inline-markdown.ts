// The inline elements of a line as Markdown, by turndown.
import TurndownService from 'turndown'
import { linkTarget } from '../web/tracking.ts'
import type { DomElement, DomNode } from './dom.ts'

/** Writes the inline elements of a line. */
export type InlineWriter = (line: DomElement) => string

/**
 * Writers of the same line, the richest first: with links and emphasis, with links, with emphasis. Not every one of them
 * can write every line: emphasis between letters of Japanese, for one, is none to Markdown.
 */
export function inlineWriters(base: string | null): InlineWriter[] {
  return [writer(base, true, true), writer(base, true, false), writer(base, false, true)]
}

function writer(base: string | null, withLinks: boolean, withEmphasis: boolean): InlineWriter {
  const service = new TurndownService({ emDelimiter: '*', blankReplacement: () => '' })
  // A backslash would be read as one of the words.
  service.escape = text => text
  const isIn = (node: DomNode, names: string) =>
    (node.parentNode as DomElement | null)?.closest(names) !== null
  const around = (names: string, mark: string) => ({
    filter: names.split(', ') as TurndownService.Filter,
    replacement: (content: string, node: unknown) => {
      const style = (node as DomElement).getAttribute('style') ?? ''
      // Google Docs puts all that is copied from it in such a `b`.
      const isUndone = /font-weight\s*:\s*(?:normal|[1-4]00)|font-style\s*:\s*normal/i.test(style)
      const isPlain = !withEmphasis || content.trim() === '' || isUndone || isIn(node as DomNode, names)
      return isPlain ? content : mark + content + mark
    },
  })
  service.addRule('strong', around('strong, b', '**'))
  service.addRule('emphasis', around('em, i', '*'))
  service.addRule('deleted', around('del, s, strike', '~~'))
  service.addRule('code', {
    filter: ['code', 'kbd', 'samp', 'tt'] as TurndownService.Filter,
    replacement: content =>
      withEmphasis && !content.includes('`') && content.trim() !== '' ? `\`${content}\`` : content,
  })
  service.addRule('picture', { filter: ['img', 'picture'] as TurndownService.Filter, replacement: () => '' })
  service.addRule('link', {
    filter: ['a'],
    replacement: (content, node) => {
      const element = node as unknown as DomElement
      const target = withLinks ? linkTarget(element.getAttribute('href'), base) : null
      // Words that are an address already lead there by themselves.
      const isItself = /^(?:https?:\/\/|www\.|mailto:)\S*$|^\S+@\S+$/i.test(content.trim())
      if (target === null || content.trim() === '' || isItself || isIn(element, 'a')) return content
      return `[${content}](${target.replaceAll('(', '%28').replaceAll(')', '%29')})`
    },
  })
  return line => service.turndown(line as never)
}
