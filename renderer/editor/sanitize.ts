// The one place where HTML enters the window.
import DOMPurify from 'dompurify'

/** What a brief's HTML, piece by piece, is as nodes, with everything that could act taken out. */
export function cleanPieces(pieces: readonly string[]): ChildNode[][] {
  // Each piece in an element of its own, so that one that is left open ends with it.
  const wrapped = pieces.map(html => `<div>${html}</div>`).join('')
  const clean = DOMPurify.sanitize(wrapped, {
    FORBID_TAGS: ['form', 'input', 'iframe', 'style'],
    RETURN_DOM_FRAGMENT: true,
  })
  return [...clean.children].map(piece => [...piece.childNodes])
}

/** Puts a drawing of the app's own into the window; it may hold a title that a person typed. */
export function showSvg(element: HTMLElement, svg: string): void {
  element.innerHTML = DOMPurify.sanitize(svg, { USE_PROFILES: { svg: true } })
}
