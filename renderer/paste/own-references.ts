// What was copied from the app's own preview: references are known by their elements there, and stand for themselves again.
// Pure but for the parser of HTML, which runs nothing.
import { formatReference, type ReferenceKind } from '../../shared/references/reference.ts'

/** The kind of what an id links, and the words of its own form; null where nothing has the id. */
export type KnownRecord = (id: string) => { kind: ReferenceKind; label: string } | null

/** A piece of a page with marks in the places of references, the same as plain text, and what puts the references back. */
export type CopiedPreview = { html: string; text: string; putBack: (markdown: string) => string }

/** Letters of Unicode's private use: no program reads them as anything. */
const [open, close] = ['\uE000', '\uE001']

/** Whether a piece of a page has references of the preview in it, which its words alone would lose. */
export function isOfPreview(html: string): boolean {
  return html.includes('data-reference=')
}

/** Null where the piece is none of the preview, or has no reference in it. */
export function copiedPreview(html: string, known: KnownRecord): CopiedPreview | null {
  if (!isOfPreview(html)) return null
  const { body } = new DOMParser().parseFromString(withoutStyle(html), 'text/html')
  for (const mark of body.querySelectorAll('.source-mark, .note-call, p.numbered > .number, svg, style'))
    mark.remove()
  const written: string[] = []
  for (const element of body.querySelectorAll('[data-reference]')) {
    const id = element.getAttribute('data-reference') ?? ''
    const record = known(id)
    if (!record) continue
    const block = element.localName === 'figure' || element.localName === 'p'
    const words = (element.textContent ?? '').trim()
    const isOwnForm = block || words === record.label
    written.push(formatReference({ kind: record.kind, id, label: isOwnForm ? '' : words, block }))
    const mark = `${open}${written.length - 1}${close}`
    if (block) element.replaceWith(paragraph(body, mark))
    else element.replaceWith(mark)
  }
  if (written.length === 0) return null
  return {
    html: body.innerHTML,
    text: (body.textContent ?? '').trim(),
    putBack: markdown =>
      markdown.replace(new RegExp(`${open}(\\d+)${close}`, 'g'), (_, index) => written[Number(index)] ?? ''),
  }
}

function paragraph(body: HTMLElement, words: string): HTMLElement {
  const made = body.ownerDocument.createElement('p')
  made.textContent = words
  return made
}

/** The policy of the window would complain of each style, also in a document that is never shown. */
export function withoutStyle(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/\s(?:style|bgcolor)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
}
