// The one place where HTML enters the window (test/layering holds every other file to that).
import DOMPurify from 'dompurify'

/** What `shared/brief/`, `shared/charts/` and `shared/timeline/` make, and nothing else. */
const blocks =
  'main header footer section nav div p h1 h2 h3 h4 h5 h6 blockquote pre hr figure figcaption ul ol li dl dt dd'
const tables = 'table thead tbody tr th td'
const inLine = 'a span strong em b del code br sup cite img'
const drawings = 'svg g path rect circle line text tspan title desc defs linearGradient stop'
const attributes =
  'class id href src alt lang dir start scope colspan rowspan role tabindex width height type'
const ofDrawings =
  'xmlns viewBox x y x1 x2 y1 y2 cx cy r rx ry d dx dy offset transform fill fill-opacity opacity stroke stroke-width stroke-opacity stroke-linejoin stroke-linecap stroke-dasharray stop-color stop-opacity paint-order text-anchor dominant-baseline font-size font-weight font-style font-family letter-spacing preserveAspectRatio vector-effect'

const profile = {
  ALLOWED_TAGS: [blocks, tables, inLine, drawings].join(' ').split(' '),
  ALLOWED_ATTR: `${attributes} ${ofDrawings}`.split(' '),
  ALLOW_ARIA_ATTR: true,
  ALLOW_DATA_ATTR: true,
}

/** Links that a reader may follow, pictures that the library keeps, paints of the drawing's own. */
DOMPurify.addHook('uponSanitizeAttribute', (_element, attribute) => {
  const { attrName, attrValue } = attribute
  if (attrName === 'href') attribute.keepAttr = /^(?:https?:\/\/|mailto:|#)/i.test(attrValue)
  else if (attrName === 'src') attribute.keepAttr = /^attachments\/[0-9a-f]{64}$/.test(attrValue)
  else if (/url\(\s*(?!#)/i.test(attrValue) && !/^(?:data|aria)-|^alt$/.test(attrName))
    attribute.keepAttr = false
})

/** What a brief's HTML, piece by piece, is as nodes, with everything taken out that a brief does not have. */
export function cleanPieces(pieces: readonly string[]): ChildNode[][] {
  // Each piece in an element of its own, so that one that is left open ends with it.
  const wrapped = pieces.map(html => `<div>${html}</div>`).join('')
  const clean = DOMPurify.sanitize(wrapped, { ...profile, RETURN_DOM_FRAGMENT: true })
  return [...clean.children].map(piece => [...piece.childNodes])
}

/** Puts a drawing of the app's own into the window; it may hold a title that a person typed. */
export function showSvg(element: HTMLElement, svg: string): void {
  element.innerHTML = DOMPurify.sanitize(svg, profile)
}

const shapes =
  /<(?!\/?(?:g|path|rect|circle|line|defs|linearGradient|stop|text|tspan)[\s/>])|[\s"'/](?:on\w+|href|src|style)\s*=|url\(\s*(?!#)/i

/** The props of an element that shows shapes of the app's own, drawn anew too often to be cleaned; throws where they are more than that. */
export function ownShapes(svg: string): { dangerouslySetInnerHTML: { __html: string } } {
  if (shapes.test(svg)) throw new Error('A drawing has more in it than shapes.')
  return { dangerouslySetInnerHTML: { __html: svg } }
}
