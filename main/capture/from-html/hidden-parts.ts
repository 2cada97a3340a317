// What of a page nobody who reads it sees.
import { isBlock } from './block-elements.ts'
import { type DomElement, isElement } from './dom.ts'

/** Programs, styles, controls, what stands for pictures and sounds, and the small letters that say how a kanji is read. */
const silent = `script, style, template, noscript, head, title, meta, link, base, iframe, frame, object, embed, applet,
  canvas, audio, video, map, svg, input, select, textarea, button, datalist, progress, meter, rt, rp,
  annotation, annotation-xml`

/** Takes away the parts of a tree that do not show. */
export function removeHidden(root: DomElement): void {
  for (const element of [...root.querySelectorAll(silent)]) element.remove()
  const marked = [...root.querySelectorAll('[hidden], [style], [aria-hidden="true"], [class]')]
  for (const element of marked.filter(isHidden)) element.remove()
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true
  const style = element.getAttribute('style') ?? ''
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)) return true
  // The line of a mail that only the list of mails is to show.
  if (
    /(?:^|;)\s*(?:font-size|max-height|opacity)\s*:\s*0(?:px|em|%)?\s*(?:!important\s*)?(?:;|$)/i.test(style)
  )
    return element.querySelector('table, p, h1, h2, img') === null
  // A whole page is marked so while a dialog lies over it, and may have been saved in that state.
  if (element.getAttribute('aria-hidden') === 'true')
    return !isBlock(element) && ![...element.querySelectorAll('*')].some(isBlock)
  return isForScreenReaders(element)
}

function isForScreenReaders(element: DomElement): boolean {
  const names = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?)(?:\s|$)/i
  if (!names.test(element.getAttribute('class') ?? '')) return false
  // Beside letters that are hidden from screen readers, because they are decorated, the same letters stand plain.
  const beside = [element.previousSibling, element.nextSibling]
  return !beside.some(node => isElement(node) && node.getAttribute('aria-hidden') === 'true')
}
