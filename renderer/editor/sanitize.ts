// The one place where HTML enters the window.
import DOMPurify from 'dompurify'

/** Puts a brief's HTML into the preview's own document, with everything that could act taken out. Pictures that stay do not flicker. */
export function showHtml(body: HTMLElement, html: string): void {
  const shown = new Map([...body.querySelectorAll('img')].map(image => [image.outerHTML, image]))
  body.innerHTML = DOMPurify.sanitize(html, { FORBID_TAGS: ['form', 'input', 'iframe', 'style'] })
  for (const image of body.querySelectorAll('img')) {
    const same = shown.get(image.outerHTML)
    if (same) image.replaceWith(same)
    shown.delete(image.outerHTML)
  }
}

/** Puts a drawing of the app's own into the window; it may hold a title that a person typed. */
export function showSvg(element: HTMLElement, svg: string): void {
  element.innerHTML = DOMPurify.sanitize(svg, { USE_PROFILES: { svg: true } })
}
