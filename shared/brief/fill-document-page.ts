import { escapeHtml } from '../markdown/escape-html.ts'
import type { RenderedBrief } from './render-brief.ts'

/**
 * Puts a brief, to be printed, into the built `renderer/document.html`; `pageStyleAddress` is where its page style will be served.
 * Throws where the page lacks one of its four places.
 */
export function fillDocumentPage(page: string, rendered: RenderedBrief, pageStyleAddress: string): string {
  const { title, language, html } = rendered
  const places: [RegExp, string][] = [
    [/<html lang="[^"]*">/, `<html lang="${escapeHtml(language)}" class="paper">`],
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(title)}</title>`],
    [/<\/head>/, `<link rel="stylesheet" href="${escapeHtml(pageStyleAddress)}">\n</head>`],
    // Last, so that nothing in the brief can be taken for a place.
    [/<body>\s*<\/body>/, `<body>\n${html}</body>`],
  ]
  return places.reduce((filled, [place, content]) => {
    if (!place.test(filled)) throw new Error(`The document page has no ${place.source} to fill.`)
    return filled.replace(place, () => content)
  }, page)
}
