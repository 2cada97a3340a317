// The one place where HTML enters the window.
import DOMPurify from 'dompurify'

/** Puts a brief's HTML into the preview's own document, with everything that could act taken out. */
export function showHtml(body: HTMLElement, html: string): void {
  body.innerHTML = DOMPurify.sanitize(html, { FORBID_TAGS: ['form', 'input', 'iframe', 'style'] })
}
