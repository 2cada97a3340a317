// Links between notes become references between records; what leads nowhere stays as its words.
import { briefGrammar } from '../../shared/markdown/grammar.ts'
import { tamed } from '../../shared/markdown/tamed.ts'
import { attachmentAddress } from '../../shared/references/attachment-links.ts'
import { formatReference } from '../../shared/references/reference.ts'
import { tagOf } from './read-note.ts'

/** A note as links find it. */
export type LinkedNote = { collection: 'briefs' | 'sources'; id: string }

/** A file that is no note, kept in the library by its SHA-256. */
export type LinkedFile = { sha256: string; name: string }

/** Finds what a link leads to: the path or name in it, decoded, without heading. Null where nothing was taken in. */
export type FindNote = (target: string) => LinkedNote | LinkedFile | null

export type LinkedText = {
  text: string
  /** Links and embedded files that lead to nothing that was taken in, as they were written. */
  unresolved: string[]
}

type Span = { start: number; end: number }
type Link = Span & { target: string; label: string; isPicture: boolean }

/** Rewrites the links of a note. A link that leads nowhere leaves its words, with itself in a comment behind them. */
export function withReferencesForLinks(body: string, find: FindNote): LinkedText {
  const unresolved: string[] = []
  let text = body
  for (const link of linksOf(body).reverse()) {
    const written = body.slice(link.start, link.end)
    const note = link.target === '' ? null : find(link.target)
    if (!note) unresolved.unshift(written)
    const into = note
      ? linkTo(note, link)
      : `${link.label}<!-- ${written.replaceAll('-->', '-- >').replace(/\s*\n\s*/g, ' ')} -->`
    text = text.slice(0, link.start) + into + text.slice(link.end)
  }
  return { text, unresolved }
}

function linkTo(to: LinkedNote | LinkedFile, { label, isPicture }: Link): string {
  if ('sha256' in to) {
    // A label is Markdown already; a file's name is not.
    const words = label === '' || label === to.name ? to.name.replaceAll(/[[\]\\]/g, '\\$&') : label
    return `${isPicture ? '!' : ''}[${words}](${attachmentAddress(to.sha256)})`
  }
  return formatReference({
    kind: to.collection === 'briefs' ? 'brief' : 'source',
    id: to.id,
    label,
    block: false,
  })
}

/** The tags that stand in a note's text: `#word`, outside code, links and headings’ marks. */
export function tagsIn(body: string): string[] {
  const apart = spansApart(body, true)
  const tags = [...body.matchAll(/(?<=^|[\s(])#([\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)/gmu)]
    .filter(({ index }) => !isWithin(index, apart))
    .flatMap(match => tagOf(match[1]?.replace(/\/+$/, '') ?? ''))
  return [...new Set(tags)]
}

function linksOf(body: string): Link[] {
  const apart = spansApart(body, false)
  const wiki = [...body.matchAll(/(!?)\[\[([^[\]|\r\n]{1,500})(?:\|([^[\]\r\n]{0,500}))?\]\]/g)]
    .map(match => wikiLink(match))
    .filter(link => !isWithin(link.start, apart))
  const inWiki = (at: number) => isWithin(at, wiki)
  return [...wiki, ...markdownLinks(body).filter(({ start }) => !inWiki(start))].sort(
    (a, b) => a.start - b.start,
  )
}

function wikiLink({
  0: written,
  1: mark = '',
  2: inside = '',
  3: alias = '',
  index = 0,
}: RegExpMatchArray & { index?: number }): Link {
  const { target, heading } = splitTarget(inside.replace(/\\$/, '').trim())
  const name = (target.split('/').at(-1) ?? target).replace(/\.md$/i, '')
  // The second part of an embedded picture is its width.
  const words = /^\d+(?:x\d+)?$/.test(alias.trim()) ? '' : alias.trim()
  const label = words || [name, heading].filter(Boolean).join(' – ')
  return { start: index, end: index + written.length, target, label, isPicture: mark === '!' }
}

function markdownLinks(body: string): Link[] {
  const links: Link[] = []
  briefGrammar.parse(tamed(body)).iterate({
    enter(node) {
      if (node.name !== 'Link' && node.name !== 'Image') return
      const url = node.node.getChild('URL')
      const [open, close] = node.node.getChildren('LinkMark')
      if (!url || !open || !close) return
      const written = body.slice(url.from, url.to).replace(/^<(.*)>$/s, '$1')
      if (!isLocal(written)) return
      const { target } = splitTarget(decoded(written))
      const label = body.slice(open.to, close.from).trim() || (target.split('/').at(-1) ?? '')
      links.push({
        start: node.from,
        end: node.to,
        target,
        label,
        isPicture: node.name === 'Image',
      })
      // A picture within a link goes with it.
      return false
    },
  })
  return links
}

/** A link into the folder: no address of the web, of mail or of another program, and no place on the same page. */
function isLocal(target: string): boolean {
  return target.startsWith(':/') || !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)
}

function splitTarget(inside: string): { target: string; heading: string } {
  const [target = '', ...headings] = inside.split('#')
  return { target: target.trim(), heading: (headings.at(-1) ?? '').replace(/^\^.*/, '').trim() }
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** Where nothing is a link: code and comments, and for tags links too. */
function spansApart(body: string, alsoLinks: boolean): Span[] {
  const names = new Set(['FencedCode', 'CodeBlock', 'InlineCode', 'Comment', 'CommentBlock', 'Escape'])
  if (alsoLinks) for (const name of ['Link', 'Image', 'URL', 'Autolink', 'Reference']) names.add(name)
  const spans: Span[] = []
  briefGrammar.parse(tamed(body)).iterate({
    enter(node) {
      if (!names.has(node.name)) return
      spans.push({ start: node.from, end: node.to })
      return false
    },
  })
  return spans
}

/** The spans are in order and do not overlap. */
function isWithin(at: number, spans: readonly Span[]): boolean {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span !== undefined && span.start <= at
}
