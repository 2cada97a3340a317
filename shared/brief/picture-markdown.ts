// The kept pictures of a brief's text, for Markdown that others read: at the address where each is found now, else in words.
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common'
import { parseBrief } from '../markdown/parse-brief.ts'
import { attachmentOf } from '../references/attachment-links.ts'
import { missingPictureWords } from './picture-html.ts'

/** Where the picture of a SHA-256 is found; null where it is nowhere. */
export type AddressOf = (sha256: string) => string | null

/** Gives for a node of the body's tree what stands in its place; null where it stays. `shown` are the pictures that a brief shows. */
export function pictureMarkdown(body: string, addressOf: AddressOf, shown: readonly string[]) {
  const definitions = new Map<string, string | null>()
  const called = new Set<string>()
  parseBrief(body).iterate({
    enter({ name, node }) {
      if (name === 'LinkReference') {
        const label = labelIn(node, body)
        if (label !== null && !definitions.has(label)) definitions.set(label, keptFile(node, body))
      }
      if (name === 'Image' && !node.getChild('URL')) called.add(calledLabel(node, body))
    },
  })

  const words = (image: SyntaxNode) => {
    const isInline = image.getChild('URL') !== null
    const sha256 = isInline ? keptFile(image, body) : (definitions.get(calledLabel(image, body)) ?? null)
    if (sha256 === null || addressOf(sha256) !== null) return null
    const [before, after] = image.getChildren('LinkMark')
    const said = body.slice(before?.to, after?.from)
    return shown.includes(sha256) ? `*${said.trim() || 'Picture'}*` : missingPictureWords(said)
  }
  const address = ({ parent, from, to }: SyntaxNode) => {
    const label = parent?.name === 'LinkReference' ? labelIn(parent, body) : null
    const isOfPicture = parent?.name === 'Image' || (label !== null && called.has(label))
    const sha256 = parent && isOfPicture ? keptFile(parent, body) : null
    const found = sha256 === null ? null : addressOf(sha256)
    return found && body.slice(from, to).replace(/[^<>]+/, () => found)
  }
  return ({ name, node }: SyntaxNodeRef): string | null =>
    name === 'Image' ? words(node) : name === 'URL' ? address(node) : null
}

/** The kept file whose address a link, a picture or a definition has. */
function keptFile(node: SyntaxNode, body: string): string | null {
  const url = node.getChild('URL')
  return url && attachmentOf(body.slice(url.from, url.to).replace(/^<|>$/g, ''))
}

/** The label by which a picture names its address, which stands elsewhere: its own, else its words. */
function calledLabel(image: SyntaxNode, body: string): string {
  const own = labelIn(image, body)
  return own || comparedLabel(body.slice(image.from + 1, image.getChild('LinkLabel')?.from ?? image.to))
}

function labelIn(node: SyntaxNode, body: string): string | null {
  const label = node.getChild('LinkLabel')
  return label && comparedLabel(body.slice(label.from, label.to))
}

/** `[words]` without case, and with spaces as one (CommonMark 0.31, 6.3). */
function comparedLabel(label: string): string {
  return label.slice(1, -1).trim().replace(/\s+/g, ' ').toLowerCase()
}
