// Does to a document what a person might: each element is pointed at, pressed, focused and clicked.

/**
 * Runs in a page, and so uses nothing from outside itself. `follows` is whether links to web addresses are clicked too, as in
 * the window, where none may lead anywhere; a page that was exported is read in a browser, and there they are what they say.
 * Gives the addresses of links that no link may have.
 */
export function provoke(root: Document | Element, follows: boolean): string[] {
  const odd: string[] = []
  const names = ['pointerover', 'mouseover', 'mousemove', 'mousedown', 'mouseup', 'focus', 'keydown']
  const more = ['toggle', 'beforetoggle', 'animationstart', 'begin', 'start', 'submit', 'load', 'error']
  for (const element of root.querySelectorAll('*')) {
    const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? ''
    const isLink = address !== '' && element.localName !== 'link'
    if (isLink && !/^(?:https?:|mailto:|#)/i.test(address)) odd.push(address)
    for (const name of [...names, ...more]) element.dispatchEvent(new Event(name))
    if (!follows && /^(?:https?:|mailto:)/i.test(address)) continue
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
  return odd
}
